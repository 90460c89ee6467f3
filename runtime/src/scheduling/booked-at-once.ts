import type { Work } from "../lifecycle/author.ts";
import { mostAtOnce } from "./intervals.ts";
import { OCCUPYING_COLUMNS, occupationIn, RELEASED_STATES } from "./occupation.ts";

const MINUTE = 60_000;

/** The largest number of clients that a resource holds at any moment from now on, each with a buffer after the session. */
export async function bookedAtOnce(
  { tx, clock }: Work,
  resource: { id: string; bufferMinutes: number },
): Promise<number> {
  const now = clock.now();
  const buffer = resource.bufferMinutes * MINUTE;
  const sessions = await tx.db
    .selectFrom("sessions")
    .select(OCCUPYING_COLUMNS)
    .where("resourceId", "=", resource.id)
    .where("occupiedUntil", ">", now - buffer)
    .where("state", "not in", RELEASED_STATES)
    .execute();
  const taken = sessions
    .flatMap((session) => occupationIn("resource", session, now) ?? [])
    .map(({ start, end }) => ({ start, end: end + buffer }));
  return mostAtOnce(taken, { start: now, end: Number.MAX_SAFE_INTEGER });
}
