import { describe, expect, it } from "vitest";
import { codesAndPlaces, diagnose } from "./testing/diagnose.ts";
import { CATALOGUES, details, ENVELOPES, machine, operation } from "./testing/sources.ts";

const ENTRY = `@@entry(Door.open, ${details("D-01")});`;
const CLOSE = `@@move(Door.open, Door.closed, ${details("D-02")});`;

function closing(members: string): string {
  return machine(`${ENTRY} @@move(Door.open, Door.closed, ${details("D-02", members)});`);
}

describe("a machine", () => {
  it("compiles when every state has a kind, one is entered and the others are reached", async () => {
    expect(await diagnose(machine(ENTRY + CLOSE))).toEqual([]);
  });

  it("may have one move id for several states that lead to the same state", async () => {
    const states = `@state(#{ kind: "core", order: 1 }) open, @state(#{ kind: "core", order: 2 }) ajar, @state(#{ kind: "exception" }) closed`;
    const moves = `@@move(Door.open, Door.ajar, ${details("D-03")}); @@move(Door.ajar, Door.closed, ${details("D-02")});`;
    expect(await diagnose(machine(ENTRY + CLOSE + moves, states))).toEqual([]);
  });

  it("needs @machine on the enum", async () => {
    const source = `enum Door { @state(#{ kind: "core", order: 1 }) open }`;
    expect(await codesAndPlaces(source)).toEqual([{ code: "not-a-machine", at: "open" }]);
  });

  it("needs a name that code can use", async () => {
    const source = machine(ENTRY + CLOSE).replace(`"door"`, `"Front door"`);
    expect(await codesAndPlaces(source)).toEqual([{ code: "machine-name", at: `"Front door"` }]);
  });

  it("has a name of its own", async () => {
    const second = machine(ENTRY + CLOSE)
      .replaceAll("Door", "Gate")
      .replaceAll("D-0", "G-0");
    expect(await codesAndPlaces(machine(ENTRY + CLOSE) + second)).toEqual([{ code: "duplicate-machine", at: "Gate" }]);
  });

  it("starts in exactly one state", async () => {
    expect(await codesAndPlaces(machine(CLOSE))).toEqual([{ code: "machine-entries", at: "Door" }]);
    const twice = machine(`${ENTRY}${CLOSE} @@entry(Door.closed, ${details("D-03")});`);
    expect(await codesAndPlaces(twice)).toEqual([{ code: "machine-entries", at: "Door" }]);
  });

  it("reaches each of its states", async () => {
    expect(await codesAndPlaces(machine(ENTRY))).toEqual([{ code: "unreachable-state", at: "closed" }]);
  });
});

describe("a state", () => {
  it("needs a kind", async () => {
    const source = machine(ENTRY + CLOSE, `@state(#{ kind: "core", order: 1 }) open, closed`);
    expect(await codesAndPlaces(source)).toEqual([{ code: "missing-state-kind", at: "closed" }]);
  });

  it.each([
    ["a core state without a position", `@state(#{ kind: "core", order: 1 }) open, @state(#{ kind: "core" }) closed`],
    [
      "another state with one",
      `@state(#{ kind: "core", order: 1 }) open, @state(#{ kind: "exception", order: 2 }) closed`,
    ],
  ])("is refused as %s", async (_, states) => {
    expect(await codesAndPlaces(machine(ENTRY + CLOSE, states))).toEqual([{ code: "state-order", at: "closed" }]);
  });

  it("is counted from 1 without gaps", async () => {
    const states = `@state(#{ kind: "core", order: 1 }) open, @state(#{ kind: "core", order: 3 }) closed`;
    expect(await codesAndPlaces(machine(ENTRY + CLOSE, states))).toEqual([{ code: "core-order", at: "Door" }]);
  });
});

describe("a move", () => {
  it("stays inside its machine", async () => {
    const source = machine(
      `${ENTRY}${CLOSE} @@move(Door.closed, Other.there, ${details("D-03")}); enum Other { there }`,
    );
    expect(await codesAndPlaces(source)).toEqual([{ code: "foreign-state", at: "Other.there" }]);
  });

  it("leads somewhere else", async () => {
    const source = machine(`${ENTRY}${CLOSE} @@move(Door.open, Door.open, ${details("D-03")});`);
    expect(await codesAndPlaces(source)).toEqual([{ code: "self-move", at: "Door.open" }]);
  });

  it("is declared once", async () => {
    const again = `@@move(Door.open, Door.closed, ${details("D-03")});`;
    const [problem, ...others] = await diagnose(machine(ENTRY + CLOSE + again));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: "duplicate-move", at: again });
    expect(problem?.message).toContain("D-02 and D-03");
  });

  it("keeps its id for one target", async () => {
    const source = machine(`@@entry(Door.open, ${details("D-02")}); ${CLOSE}`);
    expect(await codesAndPlaces(source)).toEqual([{ code: "reused-move-id", at: `"D-02"` }]);
  });

  it("has an id without spaces", async () => {
    const source = machine(`${ENTRY} @@move(Door.open, Door.closed, ${details("close it")});`);
    expect(await codesAndPlaces(source)).toEqual([{ code: "move-id", at: `"close it"` }]);
  });

  it("names operations that exist, at the name", async () => {
    const members = `operations: #["thing.get", "thing.gte"], by: #[Party.client], agent: Autonomy.alone`;
    const source = CATALOGUES + ENVELOPES + operation({ id: "thing.get" }) + closing(members);
    const [problem, ...others] = await diagnose(source);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: "unknown-operation", at: `"thing.gte"` });
  });

  it("names a party", async () => {
    const members = "operations: #[], by: #[], agent: Autonomy.alone";
    expect(await codesAndPlaces(closing(members))).toEqual([{ code: "move-parties", at: "#[]" }]);
  });

  it("names an operation unless the system makes it", async () => {
    const members = "operations: #[], by: #[Party.client], agent: Autonomy.alone";
    expect(await codesAndPlaces(closing(members))).toEqual([{ code: "move-cause", at: "#[]" }]);
  });

  it.each(["", `, agentCondition: " "`])(
    "that is conditional for agents needs the condition (%j)",
    async (condition) => {
      const members = `operations: #[], by: #[Party.system], agent: Autonomy.conditional${condition}`;
      expect(await codesAndPlaces(closing(members))).toEqual([{ code: "agent-condition", at: "Autonomy.conditional" }]);
    },
  );

  it("that is not conditional has no condition", async () => {
    const members = `operations: #[], by: #[Party.system], agent: Autonomy.asks, agentCondition: "late"`;
    expect(await codesAndPlaces(closing(members))).toEqual([{ code: "needless-agent-condition", at: `"late"` }]);
  });

  it("takes only the members that the vocabulary knows", async () => {
    const [problem] = await diagnose(
      closing(`operations: #[], by: #[Party.system], agent: Autonomy.alone, because: "x"`),
    );
    expect(problem?.code).toBe("invalid-argument");
  });
});

describe("a creation", () => {
  it("is declared once per state", async () => {
    const again = `@@entry(Door.open, ${details("D-03")});`;
    expect(await codesAndPlaces(machine(ENTRY + CLOSE + again))).toEqual([{ code: "duplicate-move", at: again }]);
  });
});
