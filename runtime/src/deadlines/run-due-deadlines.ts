import { setTimeout } from "node:timers/promises";
import { Mutex } from "async-mutex";
import { onIntentDue } from "../billing/payment-intents.ts";
import type { Work } from "../lifecycle/move-session.ts";
import { onMandateDue } from "../mandates/mandate-lost.ts";
import { onOrderDue } from "../orders/order-schedule.ts";
import type { NodeServices } from "../pipeline/execute.ts";
import { tryToLock } from "../storage/lock-rows.ts";
import type { Tx } from "../storage/open-database.ts";
import { preparedQuery } from "../storage/prepared-query.ts";
import type { DeadlineRow } from "../storage/rows.ts";
import { acrossTenants, confine } from "../storage/tenancy.ts";
import { onDisputeDue } from "./dispute.ts";
import { onNoShowDue } from "./no-show.ts";
import { onPublicBookingDue } from "./public-booking.ts";
import type { DeadlineKind } from "./schedule-deadline.ts";
import { onVerificationDue } from "./verification.ts";

/** What each kind of deadline does when it is due. A kind without a handler does not compile. */
const handlers: Record<DeadlineKind, (work: Work, subjectId: string) => Promise<void>> = {
  dispute: onDisputeDue,
  mandate: onMandateDue,
  no_show: onNoShowDue,
  order: onOrderDue,
  payment_intent: onIntentDue,
  public_booking: onPublicBookingDue,
  verification: onVerificationDue,
};

/** A deadline that was met. */
export interface Fired {
  readonly kind: string;
  readonly subjectId: string;
  /** When it was due, epoch milliseconds. */
  readonly dueAt: number;
}

/** First pause after a failure; it doubles with each further one, up to an hour. Milliseconds. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60 * 60 * 1000;

/**
 * Does everything that is due, oldest first, each in a transaction of its own: the effect and the mark that it happened
 * are stored together, so it happens exactly once in effect. Called before every operation and by a timer, which also
 * catches up after downtime. Several processes share the work: what another one has taken is left to it. A deadline that
 * fails waits, and stops nobody else.
 */
export async function runDueDeadlines({ database, clock }: NodeServices): Promise<Fired[]> {
  const fired: Fired[] = [];
  if (!(await isAnythingDue({ database, clock }))) return fired;
  const leftToOthers: string[] = [];
  for (;;) {
    let taken: DeadlineRow | undefined;
    try {
      const met = await database.transaction(async (tx) => {
        taken = await takeNext({ tx, clock }, leftToOthers);
        return taken !== undefined && (await meetUnlessBusy({ tx, clock }, taken));
      });
      if (taken === undefined) return fired;
      if (met) fired.push(firedBy(taken));
      else leftToOthers.push(taken.id);
    } catch (error) {
      const failed = taken;
      if (failed === undefined) throw error;
      await database.transaction((tx) => postpone({ tx, clock }, failed, error));
      leftToOthers.push(failed.id);
    }
  }
}

/** How often, and after how many milliseconds, work that somebody else has begun is looked at again. */
const ROUNDS = 100;
const ROUND_MS = 20;

/** The same until nothing is due any more, also not what somebody else had begun: for a clock that was moved. */
export async function runAllDue(services: NodeServices): Promise<Fired[]> {
  const { database, clock } = services;
  const fired: Fired[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    fired.push(...(await runDueDeadlines(services)));
    if (!(await isAnythingDue({ database, clock }))) break;
    await setTimeout(ROUND_MS);
  }
  return fired;
}

const turns = new WeakMap<NodeServices, Mutex>();

/** The turn of whoever works off all that is due on a node: its timer, or the one who moves its clock. */
export function dueTurn(services: NodeServices): Mutex {
  const turn = turns.get(services) ?? new Mutex();
  turns.set(services, turn);
  return turn;
}

function dueBy(db: Tx["db"], now: number) {
  return db
    .selectFrom("deadlines")
    .where("doneAt", "is", null)
    .where("dueAt", "<=", now)
    .where((row) => row.or([row("claimedUntil", "is", null), row("claimedUntil", "<=", now)]));
}

const dueDeadlines = preparedQuery((db, { now }: { readonly now: number }) => dueBy(db, now).select("id").limit(1));

async function isAnythingDue({ database, clock }: Pick<NodeServices, "database" | "clock">): Promise<boolean> {
  return (await database.ask(dueDeadlines, { now: clock.now() })).length > 0;
}

/** The oldest due deadline that nobody else is at, held until the end of the transaction. */
async function takeNext(work: Work, except: readonly string[]): Promise<DeadlineRow | undefined> {
  return dueBy(work.tx.db, work.clock.now())
    .selectAll()
    .orderBy("dueAt")
    .orderBy("id")
    .limit(1)
    .$if(except.length > 0, (query) => query.where("id", "not in", except))
    .$if(work.tx.dialect === "postgres", (query) => query.forUpdate().skipLocked())
    .executeTakeFirst();
}

/** Answers false when somebody moves its subject just now, who would in turn wait for this deadline. */
async function meetUnlessBusy(work: Work, deadline: DeadlineRow): Promise<boolean> {
  const { organizationId, subjectId } = deadline;
  if (organizationId !== null && !(await tryToLock(work.tx, organizationId, subjectId))) return false;
  return meet(work, deadline);
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
  const everybody = acrossTenants(work.tx);
  const tx = deadline.organizationId === null ? everybody : confine(everybody, deadline.organizationId);
  await handlers[deadline.kind as DeadlineKind]({ ...work, tx }, deadline.subjectId);
  return true;
}

async function postpone({ tx, clock }: Work, deadline: DeadlineRow, error: unknown): Promise<void> {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** deadline.attempts, LONGEST_PAUSE_MS);
  await tx.db
    .updateTable("deadlines")
    .set({ attempts: deadline.attempts + 1, claimedUntil: clock.now() + pause, lastError: String(error) })
    .where("id", "=", deadline.id)
    .where("doneAt", "is", null)
    .execute();
}

function firedBy({ kind, subjectId, dueAt }: DeadlineRow): Fired {
  return { kind, subjectId, dueAt };
}
