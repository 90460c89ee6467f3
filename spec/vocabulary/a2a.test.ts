import { describe, expect, it } from "vitest";
import { codesAndPlaces, diagnose } from "./testing/diagnose.ts";
import { CATALOGUES, ENVELOPES, operation } from "./testing/sources.ts";

const HEAD = CATALOGUES + ENVELOPES + operation({ id: "things.get" });
const PARAMS = `{ action: "move" | "cancel"; thing_id: string; }`;

function task(details: string, name = "M"): string {
  return `@a2aTask(#{ title: "Do it", ${details} }) model ${name} ${PARAMS}`;
}

const step = (members = "") => `steps: #[#{ operation: "things.get"${members} }]`;

describe("a task of the A2A endpoint", () => {
  it("compiles with steps chosen by a param, renamed inputs and synonyms", async () => {
    const chosen = step(
      `, \`when\`: #{ param: "action", value: "move" }, takes: #[#{ input: "id", param: "thing_id" }]`,
    );
    const synonyms = `synonyms: #[#{ word: "cancel_thing", means: #{ param: "action", value: "cancel" } }]`;
    expect(await diagnose(HEAD + task(`id: "manage_thing", ${chosen}, ${synonyms}`))).toEqual([]);
  });

  it.each(["manage-thing", "Manage", "manage_"])("cannot have the id %j", async (id) => {
    expect(await codesAndPlaces(HEAD + task(`id: "${id}", ${step()}`))).toEqual([
      { code: "a2a-task-id", at: `"${id}"` },
    ]);
  });

  it("does something", async () => {
    expect(await codesAndPlaces(HEAD + task(`id: "idle", steps: #[]`))).toEqual([
      { code: "a2a-without-steps", at: "#[]" },
    ]);
  });

  it("is done with operations that exist", async () => {
    const source = HEAD + task(`id: "manage_thing", steps: #[#{ operation: "things.gte" }]`);
    expect(await codesAndPlaces(source)).toEqual([{ code: "a2a-step-operation", at: `"things.gte"` }]);
  });

  it("chooses steps by params and values that exist", async () => {
    const wrongParam = task(`id: "one", ${step(`, \`when\`: #{ param: "acton", value: "move" }`)}`);
    expect(await codesAndPlaces(HEAD + wrongParam)).toEqual([{ code: "unknown-property", at: `"acton"` }]);
    const wrongValue = task(`id: "one", ${step(`, \`when\`: #{ param: "action", value: "push" }`)}`);
    expect(await codesAndPlaces(HEAD + wrongValue)).toEqual([{ code: "unknown-value", at: `"push"` }]);
  });

  it("feeds an input of a step once, from a param that exists", async () => {
    const unknown = task(`id: "one", ${step(`, takes: #[#{ input: "id", param: "things_id" }]`)}`);
    expect(await codesAndPlaces(HEAD + unknown)).toEqual([{ code: "unknown-property", at: `"things_id"` }]);
    const twice = `#{ input: "id", param: "thing_id" }, #{ input: "id", param: "action" }`;
    expect(await codesAndPlaces(HEAD + task(`id: "one", ${step(`, takes: #[${twice}]`)}`))).toEqual([
      { code: "a2a-step-input", at: `"id"` },
    ]);
  });

  it("has words of its own", async () => {
    const synonyms = `synonyms: #[#{ word: "first" }]`;
    const source = HEAD + task(`id: "first", ${step()}`) + task(`id: "second", ${step()}, ${synonyms}`, "N");
    expect(await codesAndPlaces(source)).toEqual([{ code: "duplicate-a2a-word", at: `"first"` }]);
  });
});

describe("an error of the A2A endpoint", () => {
  it("has a code that JSON-RPC leaves to the protocol, and an HTTP status that fits", async () => {
    expect(await diagnose("enum E { @a2aError(-32600, 200) bad, @a2aError(-32001, 401) who }")).toEqual([]);
    expect(await codesAndPlaces("enum E { @a2aError(-1, 200) bad }")).toEqual([{ code: "a2a-error-code", at: "-1" }]);
    expect(await codesAndPlaces("enum E { @a2aError(-32600, 302) bad }")).toEqual([
      { code: "a2a-error-status", at: "302" },
    ]);
  });

  it("shares its code only with another HTTP status", async () => {
    expect(await diagnose("enum E { @a2aError(-32000, 200) one, @a2aError(-32000, 429) two }")).toEqual([]);
    const [problem] = await codesAndPlaces("enum E { @a2aError(-32000, 200) one, @a2aError(-32000, 200) two }");
    expect(problem?.code).toBe("duplicate-a2a-error");
  });

  it("says of a task's state whether it has ended", async () => {
    expect(await diagnose("enum S { @a2aTaskState(false) working, @a2aTaskState(true) done }")).toEqual([]);
  });
});
