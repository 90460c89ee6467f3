import type { Work } from "../lifecycle/move-session.ts";
import type { NodeServices } from "../pipeline/execute.ts";
import type { DeadlineRow } from "../storage/rows.ts";
import type { DeadlineKind } from "./schedule-deadline.ts";
import { onVerificationDue } from "./verification.ts";

/** What each kind of deadline does when it is due. A kind without a handler does not compile. */
const handlers: Record<DeadlineKind, (work: Work, subjectId: string) => Promise<void>> = {
  verification: onVerificationDue,
};

/** A deadline that was met. */
export interface Fired {
  readonly kind: string;
  readonly subjectId: string;
  /** When it was due, epoch milliseconds. */
  readonly dueAt: number;
}

/** How many due deadlines are looked up at once. */
const BATCH = 100;

/** First pause after a failure; it doubles with each further one, up to an hour. Milliseconds. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60 * 60 * 1000;

/**
 * Does everything that is due, oldest first, each in a transaction of its own: the effect and the mark that it happened
 * are stored together, so it happens exactly once in effect. Called before every operation and by a timer, which also
 * catches up after downtime. A deadline that fails waits, and stops nobody else.
 */
export async function runDueDeadlines(services: NodeServices): Promise<Fired[]> {
  const { database, clock } = services;
  const fired: Fired[] = [];
  for (;;) {
    const due = await database.read((tx) => nextDue({ tx, clock }));
    for (const deadline of due) {
      try {
        if (await database.transaction((tx) => meet({ tx, clock }, deadline))) fired.push(firedBy(deadline));
      } catch (error) {
        await database.transaction((tx) => postpone({ tx, clock }, deadline, error));
      }
    }
    if (due.length < BATCH) return fired;
  }
}

/** The same inside a transaction that is open already: all that is due, or nothing. */
export async function runDueWithin(work: Work): Promise<Fired[]> {
  const fired: Fired[] = [];
  for (;;) {
    const due = await nextDue(work);
    for (const deadline of due) {
      if (await meet(work, deadline)) fired.push(firedBy(deadline));
    }
    if (due.length < BATCH) return fired;
  }
}

async function nextDue({ tx, clock }: Work): Promise<DeadlineRow[]> {
  const now = clock.now();
  return tx.db
    .selectFrom("deadlines")
    .selectAll()
    .where("doneAt", "is", null)
    .where("dueAt", "<=", now)
    .where((row) => row.or([row("claimedUntil", "is", null), row("claimedUntil", "<=", now)]))
    .orderBy("dueAt")
    .orderBy("id")
    .limit(BATCH)
    .execute();
}

/** Answers false when somebody else did it meanwhile. */
async function meet(work: Work, deadline: DeadlineRow): Promise<boolean> {
  const { numUpdatedRows } = await work.tx.db
    .updateTable("deadlines")
    .set({ doneAt: work.clock.now(), attempts: deadline.attempts + 1, lastError: null })
    .where("id", "=", deadline.id)
    .where("doneAt", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await handlers[deadline.kind as DeadlineKind](work, deadline.subjectId);
  return true;
}

async function postpone({ tx, clock }: Work, deadline: DeadlineRow, error: unknown): Promise<void> {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** deadline.attempts, LONGEST_PAUSE_MS);
  await tx.db
    .updateTable("deadlines")
    .set({ attempts: deadline.attempts + 1, claimedUntil: clock.now() + pause, lastError: String(error) })
    .where("id", "=", deadline.id)
    .execute();
}

function firedBy({ kind, subjectId, dueAt }: DeadlineRow): Fired {
  return { kind, subjectId, dueAt };
}
