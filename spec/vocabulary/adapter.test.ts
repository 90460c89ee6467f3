import { describe, expect, it } from "vitest";
import { codesAndPlaces, diagnose } from "./testing/diagnose.ts";
import { CATALOGUES, ENVELOPES, operation } from "./testing/sources.ts";

const INPUT = `@path thing_id: string, @query colour?: string, @header token?: string`;
const get = (call: string, others = "") =>
  `${CATALOGUES}${ENVELOPES}${operation({ name: "get", route: '@route("/things/{thing_id}") @get', input: INPUT })}
${operation({ id: "thing.list", name: "list" })}
@@adapterCall(get, #{ method: "GET", ${call} });${others}`;
const PATH = 'path: "/v1/things/{thing_id}"';

describe("a call of the adapter binding", () => {
  it("leads to inputs of its operation", async () => {
    const members = 'members: #[#{ says: "tint", means: "colour" }, #{ says: "hue", means: "colour.hue" }]';
    const others = `fixed: #[#{ input: "colour", value: "red" }], organization: "thing_id"`;
    expect(await diagnose(get(`${PATH}, ${members}, ${others}`))).toEqual([]);
  });

  it.each([
    ['path: "/v1/things/{id}"', '"/v1/things/{id}"'],
    [`${PATH}, members: #[#{ says: "tint", means: "color" }]`, '"color"'],
    [`${PATH}, fixed: #[#{ input: "token", value: "x" }]`, '"token"'],
    [`${PATH}, defaults: #[#{ input: "size", value: 3 }]`, '"size"'],
    [`${PATH}, organization: "org_id"`, '"org_id"'],
  ])("does not lead to an input that there is not: %s", async (call, at) => {
    const [problem, ...others] = await diagnose(get(call));
    expect([problem?.code, problem?.at, others]).toEqual(["adapter-input", at, []]);
    expect(problem?.message).toContain("thing_id, colour");
  });

  it("asks for an operation that exists", async () => {
    expect(await codesAndPlaces(get(`${PATH}, asks: "thing.list"`))).toEqual([]);
    expect(await codesAndPlaces(get(`${PATH}, asks: "thing.look"`))).toEqual([
      { code: "adapter-asks", at: '"thing.look"' },
    ]);
  });

  it("is told apart from others on its route", async () => {
    const other = (more: string) => `@@adapterCall(list, #{ method: "GET", path: "/v1/things/all"${more} });`;
    const same = (more: string) => get('path: "/v1/things/all"', other(more));
    expect(await codesAndPlaces(same(""))).toEqual([{ code: "adapter-route", at: '"/v1/things/all"' }]);
    expect(await codesAndPlaces(same(', `when`: #{ anyOf: #["every"] }'))).toEqual([]);
    expect(await codesAndPlaces(same(', asks: "thing.get"'))).toEqual([]);
  });

  it("has a path from the root, and a name for what is composed", async () => {
    expect(await codesAndPlaces(get('path: "v1/things/"'))).toEqual([{ code: "adapter-path", at: '"v1/things/"' }]);
    expect(await codesAndPlaces(get(`${PATH}, composed: "All of It"`))).toEqual([
      { code: "adapter-composed", at: '"All of It"' },
    ]);
  });

  it("has words that stand for one value each", async () => {
    const source = `enum Door { @adapterWords("abierto") open, @adapterWords("abierto") shut }`;
    expect(await codesAndPlaces(source)).toEqual([{ code: "duplicate-alias", at: "shut" }]);
  });
});
