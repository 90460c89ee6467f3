import { describe, expect, it } from "vitest";
import { codesAndPlaces, diagnose } from "./testing/diagnose.ts";
import { CATALOGUES, ENVELOPES, operation } from "./testing/sources.ts";

const TOOL = `@mcpTool(#{ title: "Do it", readOnly: true, destructive: false, idempotent: true })`;
const POST = `@route("/things") @post`;

function api(...operations: string[]): string {
  return CATALOGUES + ENVELOPES + operations.join("");
}

describe("an operation", () => {
  it("compiles when it says who may call it, when, from which level on, and answers an envelope", async () => {
    expect(await diagnose(api(operation({})))).toEqual([]);
  });

  it("needs an id as soon as it carries a word of the vocabulary", async () => {
    const source = api(`${TOOL} @route("/things") op list(): Single<{}, "things">;`);
    expect(await codesAndPlaces(source)).toEqual([{ code: "missing-operation-id", at: "list" }]);
  });

  it("has an id of its own", async () => {
    const source = api(operation({}), operation({ name: "again", route: `@route("/others") @get` }));
    expect(await codesAndPlaces(source)).toContainEqual({ code: "duplicate-operation-id", at: "again" });
  });

  it.each(["things", "Thing.get", "thing."])("cannot have the id %j", async (id) => {
    expect(await codesAndPlaces(api(operation({ id, name: "it" })))).toEqual([{ code: "operation-id", at: "it" }]);
  });

  it.each(["tier(Tier.credential)", "phase(Phase.delivery)", "level(Level.CORE)"])("needs @%s", async (word) => {
    const [problem, ...others] = await diagnose(api(operation({ name: "it" }).replace(`@${word}`, "")));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: "missing-operation-fact", at: "it" });
    expect(problem?.message).toContain(`@${word.split("(")[0]}`);
  });

  it("does not take a former id that is in use", async () => {
    const source = api(
      operation({}),
      operation({ id: "thing.read", words: `@renamedFrom("thing.get")`, route: `@route("/x") @get` }),
    );
    expect(await codesAndPlaces(source)).toEqual([{ code: "renamed-operation", at: "op_thing_read" }]);
  });

  it("that agents may call under a condition names it", async () => {
    const conditional = api(operation({ words: "@agentAutonomy(Autonomy.conditional)" }));
    expect(await codesAndPlaces(conditional)).toEqual([{ code: "agent-condition", at: "Autonomy.conditional" }]);
    const alone = api(operation({ words: `@agentAutonomy(Autonomy.alone, "when late")` }));
    expect(await codesAndPlaces(alone)).toEqual([{ code: "needless-agent-condition", at: `"when late"` }]);
  });
});

describe("a tool", () => {
  it("has a name that MCP takes", async () => {
    const source = api(
      operation({ id: `thing.${"x".repeat(64)}`, name: "it", words: `${TOOL} @scopes(Scope.schedule_read)` }),
    );
    expect(await codesAndPlaces(source)).toEqual([{ code: "tool-name", at: "it" }]);
  });

  it("has a name of its own, dots turned into underscores", async () => {
    const words = `${TOOL} @scopes(Scope.schedule_read)`;
    const source = api(
      operation({ id: "a.b_c", words }),
      operation({ id: "a_b.c", words, name: "it", route: `@route("/x") @get` }),
    );
    expect(await codesAndPlaces(source)).toEqual([{ code: "duplicate-tool-name", at: "it" }]);
  });

  it("is not read-only and destructive", async () => {
    const words = `@mcpTool(#{ title: "Do it", readOnly: true, destructive: true, idempotent: true }) @scopes(Scope.schedule_read)`;
    expect(await codesAndPlaces(api(operation({ words })))).toEqual([{ code: "contradictory-tool", at: "true" }]);
  });

  it("behind a credential names the scope that allows it", async () => {
    expect(await codesAndPlaces(api(operation({ words: TOOL, name: "it" })))).toEqual([
      { code: "unguarded-tool", at: "it" },
    ]);
  });
});

describe("an answer", () => {
  it("is there", async () => {
    const source = api(operation({ answer: "{ @statusCode _: 404 }", name: "it" }));
    expect(await codesAndPlaces(source)).toEqual([{ code: "missing-answer", at: "it" }]);
  });

  it("has an envelope unless it is a plain document", async () => {
    const bare = operation({ answer: "{ text: string }", name: "it" });
    expect(await codesAndPlaces(api(bare))).toEqual([{ code: "missing-envelope", at: "it" }]);
    expect(await diagnose(api(operation({ answer: "{ text: string }", words: "@plainDocument" })))).toEqual([]);
  });

  it("with an envelope is no plain document", async () => {
    const source = api(operation({ words: "@plainDocument", name: "it" }));
    expect(await codesAndPlaces(source)).toEqual([{ code: "needless-plain-document", at: "it" }]);
  });

  it("is one resource or a page of them, not either", async () => {
    const source = api(operation({ answer: `Single<{}, "things"> | Collection<{}, "things">`, name: "it" }));
    expect(await codesAndPlaces(source)).toEqual([{ code: "mixed-answers", at: "it" }]);
  });

  it("may be one of two resources of one status", async () => {
    expect(
      await diagnose(api(operation({ answer: `Single<{}, "things"> | Single<{ size: int32 }, "boxes">` }))),
    ).toEqual([]);
  });
});

describe("the input", () => {
  it("has each name once, for it is flat", async () => {
    const input = `@path id: string, @body body: Command<{ id?: string }, "things">`;
    const source = api(operation({ input, name: "it", route: `@route("/things/{id}") @post` }));
    expect(await codesAndPlaces(source)).toEqual([{ code: "ambiguous-input", at: "it" }]);
  });

  it("with an actor says whether it is needed", async () => {
    const input = `@body body: Command<{ actor?: string }, "things">`;
    expect(await codesAndPlaces(api(operation({ input, name: "it", route: POST })))).toEqual([
      { code: "undeclared-actor", at: "it" },
    ]);
    expect(await diagnose(api(operation({ input, words: `@actor("required")`, route: POST })))).toEqual([]);
  });

  it("of an operation that is told who acts has an actor", async () => {
    const source = api(operation({ words: `@actor("required")`, name: "it" }));
    expect(await codesAndPlaces(source)).toEqual([{ code: "missing-actor", at: "it" }]);
  });
});

describe("two operations on one route", () => {
  const shared = `@sharedRoute @route("/things") @patch`;
  const input = `@body body: Command<{}, "things">`;
  const first = operation({ id: "thing.update", input, route: shared });

  it("are told apart by their bodies", async () => {
    expect(await diagnose(api(first, operation({ id: "thing.beat", input, route: shared })))).toEqual([]);
  });

  it("are open to the same callers", async () => {
    const second = operation({ id: "thing.beat", input, route: shared }).replace("Tier.credential", "Tier.principal");
    const [problem, ...others] = await diagnose(api(first, second));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: "shared-route", at: "op_thing_beat" });
    expect(problem?.message).toContain("differs in tier");
  });

  it("both have a body and the same parameters", async () => {
    const second = operation({ id: "thing.beat", input: "@query `when`?: string", route: shared });
    const [problem] = await diagnose(api(first, second));
    expect(problem?.message).toContain("differs in having a body and parameters");
  });
});
