import { isDeepStrictEqual } from "node:util";
import { verifyAudit } from "../../src/audit/verify-audit.ts";
import { verifyLedger } from "../../src/billing/verify-ledger.ts";
import { isoInstant } from "../../src/clock.ts";
import { eventsOfMove } from "../../src/rules/session-events.ts";
import { openDatabase, type Tx } from "../../src/storage/open-database.ts";
import type { SessionRow, TransitionRow } from "../../src/storage/rows.ts";
import type { Settled } from "./load.ts";

/** What was counted while everything was held against everything else. */
export interface Examined {
  readonly sessions: number;
  readonly transitions: number;
  readonly events: number;
  readonly payments: number;
  readonly auditEntries: number;
}

/**
 * Looks at a database from outside and names everything in it that does not agree: sessions with their records, records
 * with the events that tell of them, events with the deliveries in line, figures of money, the trail of the agents.
 * @throws {Error} naming what does not agree
 */
export async function examine(location: string, webhookEvent: string): Promise<Examined> {
  return reading(location, async (tx) => {
    const faults: string[] = [];
    const sessions = await tx.db.selectFrom("sessions").selectAll().execute();
    const transitions = await tx.db.selectFrom("transitions").selectAll().orderBy("seq").execute();
    const recordsOf = Map.groupBy(transitions, (row) => row.sessionId);
    for (const session of sessions) faults.push(...halfMoves(session, recordsOf.get(session.id) ?? []));
    const events = await tx.db.selectFrom("events").selectAll().orderBy("seq").execute();
    faults.push(...(await untold(tx, { sessions, recordsOf, events, webhookEvent })));
    const payments = await tx.db.selectFrom("payments").select("id").execute();
    const { differences } = await verifyLedger(tx);
    faults.push(...differences.map(({ of, id, figure }) => `the ${figure} of ${of} ${id} does not follow`));
    const audit = await verifyAudit(tx);
    faults.push(...audit.faults.map(({ mandateId, seq, what }) => `entry ${seq} of ${mandateId}: ${what}`));
    throwAny(faults);
    return {
      sessions: sessions.length,
      transitions: transitions.length,
      events: events.length,
      payments: payments.length,
      auditEntries: audit.entries,
    };
  });
}

/**
 * Holds what was acknowledged against what is stored: everything acknowledged is there, and nothing is there twice.
 * @throws {Error} naming what is missing or too much
 */
export async function compare(location: string, settled: readonly Settled[]): Promise<void> {
  const answered = (operation: string) => settled.filter(({ ask }) => ask.operation === operation);
  await reading(location, async ({ db }) => {
    const faults: string[] = [];
    const stored = new Set((await db.selectFrom("sessions").select("id").execute()).map(({ id }) => id));
    const booked = new Set(answered("scheduling.book").map(({ answer }) => answer.body.data.id as string));
    for (const id of booked) if (!stored.has(id)) faults.push(`session ${id} was acknowledged and is not there`);
    for (const id of stored) if (!booked.has(id)) faults.push(`session ${id} is there and nobody was told`);
    faults.push(...(await lostMoves(db, settled)));
    const payments = (await db.selectFrom("payments").select("id").execute()).length;
    const paid = answered("payments.record_payment").length;
    if (payments !== paid) faults.push(`${paid} payments were acknowledged, ${payments} are there`);
    const sales = new Set((await db.selectFrom("sales").select("id").execute()).map(({ id }) => id));
    const sold = new Set(answered("payments.create_sale").map(({ answer }) => answer.body.data.id as string));
    for (const id of sold) if (!sales.has(id)) faults.push(`sale ${id} was acknowledged and is not there`);
    if (sales.size !== sold.size) faults.push(`${sold.size} sales were acknowledged, ${sales.size} are there`);
    const byAgents = settled.filter(({ ask }) => ask.as === "agent").length;
    const done = await db.selectFrom("audit_entries").select("id").where("actionResult", "=", "success").execute();
    const issued = 1;
    if (done.length !== byAgents + issued) {
      faults.push(`${byAgents} actions of agents were acknowledged, ${done.length - issued} are on the trail`);
    }
    const running = await db.selectFrom("idempotency_records").select("key").where("status", "=", "running").execute();
    if (running.length > 0) faults.push(`${running.length} keys are still taken`);
    throwAny(faults);
  });
}

/** Sessions whose records are not the ones that their last answer told of. */
async function lostMoves(db: Tx["db"], settled: readonly Settled[]): Promise<string[]> {
  const last = new Map<string, readonly { from: string | null; to: string; at?: string }[]>();
  for (const { ask, answer } of settled) {
    const { data } = answer.body;
    const told = data?.attributes?.lifecycle?.transitions;
    if (Array.isArray(told)) last.set(data.id, told);
    // A sale moves its session, and answers with the sale.
    const sold = ask.operation === "payments.create_sale" ? String(ask.input["session_id"]) : "";
    if (sold !== "") last.set(sold, [...(last.get(sold) ?? []), { from: "documented", to: "charged" }]);
  }
  const records = Map.groupBy(
    await db.selectFrom("transitions").selectAll().orderBy("seq").execute(),
    (row) => row.sessionId,
  );
  return [...last].flatMap(([id, told]) => {
    const stored = (records.get(id) ?? []).map((row, index) => ({
      from: row.fromState,
      to: row.toState,
      at: told[index]?.at === undefined ? null : isoInstant(row.at),
    }));
    const answered = told.map(({ from, to, at = null }) => ({ from: from ?? null, to, at }));
    if (isDeepStrictEqual(stored, answered)) return [];
    const path = (moves: readonly { to: string }[]) => moves.map(({ to }) => to).join(" > ");
    return [`session ${id} was acknowledged as ${path(answered)} and is ${path(stored)}`];
  });
}

/** A session and its records that do not agree. */
function halfMoves(session: SessionRow, records: readonly TransitionRow[]): string[] {
  const faults: string[] = [];
  const last = records.at(-1);
  if (last?.toState !== session.state)
    faults.push(`session ${session.id} is ${session.state}, its record says ${last?.toState}`);
  if (records.length !== session.transitionCount) {
    faults.push(`session ${session.id} counts ${session.transitionCount} moves and has ${records.length} records`);
  }
  records.forEach((record, index) => {
    const before = records[index - 1]?.toState ?? null;
    if (record.seq !== index + 1 || record.fromState !== before) {
      faults.push(`record ${record.seq} of session ${session.id} does not follow the one before it`);
    }
  });
  return faults;
}

interface Told {
  readonly sessions: readonly SessionRow[];
  readonly recordsOf: ReadonlyMap<string, readonly TransitionRow[]>;
  readonly events: readonly {
    readonly seq: number;
    readonly id: string;
    readonly name: string;
    readonly sessionId: string | null;
  }[];
  readonly webhookEvent: string;
}

/** Records without their events, events without record, gaps in the stream, events that no delivery is in line for. */
async function untold(tx: Tx, { sessions, recordsOf, events, webhookEvent }: Told): Promise<string[]> {
  const faults: string[] = [];
  events.forEach(({ seq }, index) => {
    if (seq !== index + 1) faults.push(`event ${seq} stands at place ${index + 1} of the stream`);
  });
  const counter = await tx.db.selectFrom("event_counters").selectAll().executeTakeFirst();
  if (counter && counter.lastSeq !== events.length) faults.push(`the stream counts ${counter.lastSeq} events`);
  const ofMoves = new Set(["service.state_changed", "service.verified"]);
  const isOfMove = (name: string) => ofMoves.has(name) || /^booking\.(?:created|confirmed|cancelled)$/.test(name);
  const eventsOf = Map.groupBy(events, (event) => event.sessionId);
  for (const session of sessions) {
    const expected = (recordsOf.get(session.id) ?? []).flatMap((record) =>
      eventsOfMove(record.fromState, { ...session, state: record.toState }, record.at).map(({ name }) => name),
    );
    const told = (eventsOf.get(session.id) ?? []).map(({ name }) => name).filter(isOfMove);
    if (!isDeepStrictEqual(told, expected))
      faults.push(`session ${session.id} moved ${expected}, and ${told} was told`);
  }
  const inLine = await tx.db.selectFrom("webhook_deliveries").select("eventId").execute();
  const wanted = events.filter(({ name }) => name === webhookEvent).map(({ id }) => id);
  const lined = new Set(inLine.map(({ eventId }) => eventId));
  if (lined.size !== inLine.length || lined.size !== wanted.length || wanted.some((id) => !lined.has(id))) {
    faults.push(`${wanted.length} events were to be delivered, ${inLine.length} deliveries are in line`);
  }
  return faults;
}

/**
 * Holds what arrived against what was to be delivered, and what was due against what was done.
 * @param now time of the node, epoch milliseconds
 * @throws {Error} naming what did not arrive, or was not done
 */
export async function examineFollowUp(location: string, arrived: ReadonlySet<string>, now: number): Promise<number> {
  return reading(location, async ({ db }) => {
    const deliveries = await db.selectFrom("webhook_deliveries").select(["eventId", "status"]).execute();
    const faults = deliveries
      .filter(({ eventId, status }) => status !== "delivered" || !arrived.has(eventId))
      .map(
        ({ eventId, status }) =>
          `event ${eventId} is ${status} and ${arrived.has(eventId) ? "arrived" : "did not arrive"}`,
      );
    const late = await db
      .selectFrom("deadlines")
      .select(["kind", "subjectId", "lastError"])
      .where("doneAt", "is", null)
      .where("dueAt", "<=", now)
      .execute();
    faults.push(
      ...late.map(({ kind, subjectId, lastError }) => `the deadline ${kind} of ${subjectId} was not met: ${lastError}`),
    );
    throwAny(faults);
    const met = await db.selectFrom("deadlines").select("id").where("doneAt", "is not", null).execute();
    return met.length;
  });
}

async function reading<Result>(location: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const database = await openDatabase({ location, migrate: false });
  try {
    return await database.read(work);
  } finally {
    await database.close();
  }
}

const SHOWN = 5;

function throwAny(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const more = faults.length > SHOWN ? `; and ${faults.length - SHOWN} more` : "";
  throw new Error(`${faults.slice(0, SHOWN).join("; ")}${more}`);
}
