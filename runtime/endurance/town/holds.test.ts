import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doubleBookings, illegalMoves, type Placed, type Room } from "./holds.ts";

const HALF_HOUR = 30 * 60_000;

function placed(id: string, changes: Partial<Placed> = {}): Placed {
  const startsAt = changes.startsAt ?? 0;
  return {
    id,
    state: "scheduled",
    offerId: "offer",
    providerId: `provider of ${id}`,
    clientId: `client of ${id}`,
    resourceId: null,
    startsAt,
    occupiedUntil: startsAt + HALF_HOUR,
    ...changes,
  };
}

const room = (capacity: number, bufferMinutes = 0): Room => ({ id: "room", capacity, bufferMinutes });

describe("a double booking", () => {
  it("is one provider, or one client, in two sessions whose times overlap", () => {
    const together = { providerId: "p", clientId: "c" };
    expect(
      doubleBookings([placed("a", together), placed("b", { ...together, startsAt: HALF_HOUR - 1 })], []),
    ).toHaveLength(2);
    expect(doubleBookings([placed("a", together), placed("b", { ...together, startsAt: HALF_HOUR })], [])).toEqual([]);
  });

  it("is not one with a session that was called off", () => {
    expect(
      doubleBookings([placed("a", { clientId: "c" }), placed("b", { clientId: "c", state: "cancelled" })], []),
    ).toEqual([]);
  });

  it("is more in a room than it takes, its buffer included", () => {
    const inRoom = (id: string, startsAt = 0) => placed(id, { resourceId: "room", startsAt });
    expect(doubleBookings([inRoom("a"), inRoom("b")], [room(1)])).toHaveLength(1);
    expect(doubleBookings([inRoom("a"), inRoom("b")], [room(2)])).toEqual([]);
    expect(doubleBookings([inRoom("a"), inRoom("b", HALF_HOUR)], [room(1)])).toEqual([]);
    expect(doubleBookings([inRoom("a"), inRoom("b", HALF_HOUR)], [room(1, 5)])).toHaveLength(1);
  });

  it("is not a group in a room for several, and is a group elsewhere", () => {
    const group = { providerId: "p", resourceId: "room" };
    expect(doubleBookings([placed("a", group), placed("b", group)], [room(2)])).toEqual([]);
    const late = placed("b", { ...group, startsAt: 60_000 });
    expect(doubleBookings([placed("a", group), late], [room(2)])).toHaveLength(1);
  });

  it("is found in any order of the sessions, however many lie between", () => {
    const rows = fc.array(fc.nat(20), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(rows, (starts) => {
        const sessions = starts.map((start, index) =>
          placed(String(index), { clientId: "c", startsAt: start * 600_000 }),
        );
        const overlapping = starts.flatMap((one, index) =>
          starts.slice(index + 1).filter((two) => Math.abs(one - two) < 3),
        );
        expect(doubleBookings(sessions, [])).toHaveLength(overlapping.length);
      }),
    );
  });
});

describe("an illegal move", () => {
  const step = (seq: number, fromState: string | null, toState: string) => ({
    sessionId: "a",
    seq,
    fromState,
    toState,
  });

  it("is one that the machine does not have", () => {
    const steps = [step(1, null, "requested"), step(2, "requested", "confirmed")];
    expect(illegalMoves([{ id: "a", state: "confirmed" }], steps)).toHaveLength(1);
    expect(
      illegalMoves([{ id: "a", state: "cancelled" }], [step(1, null, "requested"), step(2, "requested", "cancelled")]),
    ).toEqual([]);
  });

  it("is a record that is missing, out of turn, or not where the session stands", () => {
    const first = step(1, null, "requested");
    expect(illegalMoves([{ id: "a", state: "scheduled" }], [first])).toHaveLength(1);
    expect(illegalMoves([{ id: "a", state: "scheduled" }], [first, step(3, "requested", "scheduled")])).toHaveLength(1);
    expect(illegalMoves([{ id: "a", state: "requested" }], [])).toHaveLength(1);
  });
});
