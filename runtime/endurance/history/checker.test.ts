import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultOf, type History, type Recorded } from "./checker.ts";
import { type Call, perform, type World } from "./model.ts";

const book = (session: string, slot: number, [provider, client] = [0, 0]): Call => ({
  kind: "book",
  session,
  slot,
  provider,
  client,
});

/** Calls one after another, each from one whole millisecond to the next. */
function inTurn(...calls: readonly (readonly [Call, Recorded["outcome"]])[]): Recorded[] {
  return calls.map(([call, outcome], index) => ({ call, outcome, invokedAt: index, answeredAt: index + 0.5 }));
}

function atOnce(...calls: readonly (readonly [Call, Recorded["outcome"]])[]): Recorded[] {
  return calls.map(([call, outcome]) => ({ call, outcome, invokedAt: 0, answeredAt: 1 }));
}

const stored = (...sessions: readonly (readonly [string, string, number])[]): History["final"] =>
  new Map(sessions.map(([name, state, slot]) => [name, { state, slot }]));

describe("a history", () => {
  it("with two bookings of one slot has no explanation", () => {
    const calls = atOnce([book("a", 1), "done"], [book("b", 1, [0, 1]), "done"]);
    expect(faultOf({ calls, final: stored(["a", "requested", 1], ["b", "requested", 1]) })).toContain("no order");
  });

  it("with two bookings of one client at once has none either", () => {
    const calls = atOnce([book("a", 1), "done"], [book("b", 1, [1, 0]), "done"]);
    expect(faultOf({ calls, final: stored(["a", "requested", 1], ["b", "requested", 1]) })).toContain("no order");
  });

  it("in which one of two gets the slot is fine, whichever it is", () => {
    for (const [first, second, name] of [["done", "busy", "a"] as const, ["busy", "done", "b"] as const]) {
      const calls = atOnce([book("a", 1), first], [book("b", 1, [0, 1]), second]);
      expect(faultOf({ calls, final: stored([name, "requested", 1]) })).toBeNull();
    }
  });

  it("in which a slot is refused that nobody had is not", () => {
    expect(faultOf({ calls: inTurn([book("a", 1), "busy"]), final: stored() })).toContain("no order");
  });

  it("may not answer by what happens only later", () => {
    const calls = inTurn([book("a", 1), "busy"], [book("b", 1, [0, 1]), "done"]);
    expect(faultOf({ calls, final: stored(["b", "requested", 1]) })).toContain("no order");
  });

  it("that was acknowledged and is not stored has no explanation", () => {
    const calls = inTurn([book("a", 1), "done"], [{ kind: "cancel", session: "a" }, "done"]);
    expect(faultOf({ calls, final: stored(["a", "requested", 1]) })).toContain("no order");
    expect(faultOf({ calls, final: stored(["a", "cancelled", 1]) })).toBeNull();
  });

  it("with a move that the machine does not have has none", () => {
    const calls = inTurn([book("a", 1), "done"], [{ kind: "checkin", session: "a" }, "done"]);
    expect(faultOf({ calls, final: stored(["a", "in_progress", 1]) })).toContain("no order");
  });

  it("may call a call outrun only when something moved the session meanwhile", () => {
    const cancel: Call = { kind: "cancel", session: "a" };
    const booked: Recorded = { call: book("a", 1), outcome: "done", invokedAt: -2, answeredAt: -1 };
    const final = stored(["a", "cancelled", 1]);
    expect(faultOf({ calls: [booked, ...atOnce([cancel, "done"], [cancel, "outrun"])], final })).toBeNull();
    const alone = [booked, ...atOnce([cancel, "outrun"])];
    expect(faultOf({ calls: alone, final: stored(["a", "requested", 1]) })).toContain("meanwhile");
  });
});

const anyCall = (index: number): fc.Arbitrary<Call> => {
  const session = fc.constantFrom("s0", "s1", "s2");
  const slot = fc.nat(2);
  return fc.oneof(
    fc.record({
      kind: fc.constant("book" as const),
      session: fc.constant(`s${index}`),
      slot,
      provider: fc.nat(1),
      client: fc.nat(1),
    }),
    fc.record({ kind: fc.constantFrom("confirm" as const, "cancel" as const, "checkin" as const), session }),
    fc.record({ kind: fc.constant("reschedule" as const), session, slot }),
  );
};

/** Calls in some order, performed in it, with the answers that belong to it; each takes a while around its moment. */
const truthful = fc
  .tuple(
    fc.tuple(...Array.from({ length: 7 }, (_, index) => anyCall(index))),
    fc.array(fc.tuple(fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true })), {
      minLength: 7,
      maxLength: 7,
    }),
  )
  .map(([calls, widths]): History => {
    let world: World = new Map();
    const recorded: Recorded[] = [];
    calls.forEach((call, at) => {
      if (call.kind !== "book" && !world.has(call.session)) return;
      const effect = perform(world, call);
      world = effect.world;
      const [before = 0, after = 0] = widths[at] ?? [];
      recorded.push({ call, outcome: effect.outcome, invokedAt: at - before, answeredAt: at + after });
    });
    return { calls: recorded, final: world };
  });

describe("the checker", () => {
  it("explains every history that was made by doing one call after another", () => {
    fc.assert(
      fc.property(truthful, (history) => void expect(faultOf(history)).toBeNull()),
      { numRuns: 500 },
    );
  });

  it("does not care in which order the calls are written down", () => {
    const shuffled = truthful.chain((history) =>
      fc
        .shuffledSubarray([...history.calls], { minLength: history.calls.length })
        .map((calls) => ({ ...history, calls })),
    );
    fc.assert(
      fc.property(shuffled, (history) => void expect(faultOf(history)).toBeNull()),
      { numRuns: 300 },
    );
  });

  it("finds a session that is stored where its answers do not put it", () => {
    const lied = truthful
      .filter(({ final }) => final.size > 0)
      .map(({ calls, final }) => {
        const [name = "", standing] = [...final][0] ?? [];
        return { calls, final: new Map(final).set(name, { state: standing?.state ?? "", slot: 99 }) };
      });
    fc.assert(
      fc.property(lied, (history) => void expect(faultOf(history)).not.toBeNull()),
      { numRuns: 300 },
    );
  });

  it("finds a booking that was refused though its calendars were free from beginning to end", () => {
    const lied = truthful.map(({ calls, final }) => ({
      calls: [...calls, { call: book("late", 50, [9, 9]), outcome: "busy" as const, invokedAt: 0, answeredAt: 9 }],
      final,
    }));
    fc.assert(
      fc.property(lied, (history) => void expect(faultOf(history)).not.toBeNull()),
      { numRuns: 300 },
    );
  });
});
