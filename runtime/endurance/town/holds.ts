import { serviceTargets } from "@servicialo/schema/0.8/machines";
import type { ServiceState } from "../../src/lifecycle/states.ts";

/** What of a session decides whether it may stand beside others. Times in epoch milliseconds. */
export interface Placed {
  readonly id: string;
  readonly state: string;
  readonly offerId: string;
  readonly providerId: string;
  readonly clientId: string;
  readonly resourceId: string | null;
  readonly startsAt: number;
  readonly occupiedUntil: number;
}

/** What a room takes. */
export interface Room {
  readonly id: string;
  readonly capacity: number;
  /** Minutes that it is kept free after each session. */
  readonly bufferMinutes: number;
}

/** One record of a session's way. */
export interface Step {
  readonly sessionId: string;
  readonly seq: number;
  readonly fromState: string | null;
  readonly toState: string;
}

/**
 * Finds sessions that stand in each other's way, by nothing but their times: two of one client, two of one provider
 * (unless they are one group in a room for several), more in a room than it takes, buffers included.
 */
export function doubleBookings(sessions: readonly Placed[], rooms: readonly Room[]): string[] {
  const placed = sessions.filter(
    ({ state, startsAt, occupiedUntil }) => state !== "cancelled" && occupiedUntil > startsAt,
  );
  const roomOf = new Map(rooms.map((room) => [room.id, room]));
  const faults: string[] = [];
  for (const [client, all] of Map.groupBy(placed, ({ clientId }) => clientId)) {
    faults.push(...pairs(all).map(([one, other]) => `client ${client} is in ${one.id} and ${other.id} at once`));
  }
  const withProvider = placed.filter(({ state }) => state !== "reassigning");
  for (const [provider, all] of Map.groupBy(withProvider, ({ providerId }) => providerId)) {
    const inTheWay = pairs(all).filter(([one, other]) => !areOneGroup(one, other, roomOf));
    faults.push(...inTheWay.map(([one, other]) => `provider ${provider} is in ${one.id} and ${other.id} at once`));
  }
  for (const room of rooms) {
    const most = mostAtOnce(
      placed.filter(({ resourceId }) => resourceId === room.id),
      room,
    );
    if (most > room.capacity) faults.push(`room ${room.id} takes ${room.capacity} and has ${most} at once`);
  }
  return faults;
}

/** Names every record that the machine has no move for, that does not follow the one before, or that a session lacks. */
export function illegalMoves(
  sessions: readonly { readonly id: string; readonly state: string }[],
  steps: readonly Step[],
): string[] {
  const faults: string[] = [];
  const stepsOf = Map.groupBy(steps, ({ sessionId }) => sessionId);
  for (const { id, state } of sessions) {
    const way = (stepsOf.get(id) ?? []).toSorted((one, other) => one.seq - other.seq);
    let at: string | null = null;
    way.forEach(({ seq, fromState, toState }, index) => {
      const isMove = at === null ? toState === "requested" : isLegal(at, toState);
      if (seq !== index + 1 || fromState !== at || !isMove)
        faults.push(`record ${seq} of session ${id} goes from ${fromState} to ${toState}, after ${at}`);
      at = toState;
    });
    if (at !== state) faults.push(`session ${id} is ${state}, and its records end in ${at}`);
  }
  return faults;
}

/** Whether the machine has this move. */
export function isLegal(from: string, to: string): boolean {
  const targets: readonly string[] = serviceTargets[from as ServiceState] ?? [];
  return targets.includes(to);
}

function areOneGroup(one: Placed, other: Placed, roomOf: ReadonlyMap<string, Room>): boolean {
  const room = one.resourceId === null ? undefined : roomOf.get(one.resourceId);
  return (
    room !== undefined &&
    room.capacity > 1 &&
    one.resourceId === other.resourceId &&
    one.startsAt === other.startsAt &&
    one.offerId === other.offerId
  );
}

/** Sessions whose times overlap, two by two. */
function pairs(all: readonly Placed[]): (readonly [Placed, Placed])[] {
  const sorted = all.toSorted((one, other) => one.startsAt - other.startsAt);
  const found: (readonly [Placed, Placed])[] = [];
  sorted.forEach((one, index) => {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (!other || other.startsAt >= one.occupiedUntil) break;
      found.push([one, other]);
    }
  });
  return found;
}

function mostAtOnce(all: readonly Placed[], { bufferMinutes }: Room): number {
  const changes = all.flatMap(({ startsAt, occupiedUntil }) => [
    { at: startsAt, by: 1 },
    { at: occupiedUntil + bufferMinutes * 60_000, by: -1 },
  ]);
  // One that ends makes room for one that begins.
  changes.sort((one, other) => one.at - other.at || one.by - other.by);
  let [now, most] = [0, 0];
  for (const { by } of changes) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}
