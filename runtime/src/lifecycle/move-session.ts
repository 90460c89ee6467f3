import { serviceTargets } from "@servicialo/schema/0.8/machines";
import { ProtocolError } from "../errors.ts";
import { noteMove } from "../observability/committed-moves.ts";
import { afterOrderSessionMoved } from "../orders/session-moved.ts";
import type { JsonObject } from "../storage/json-shapes.ts";
import { preparedQuery, preparedWrite } from "../storage/prepared-query.ts";
import type { NewRow, SessionRow } from "../storage/rows.ts";
import { afterMove } from "./after-move.ts";
import type { Author, Work } from "./author.ts";
import type { ServiceState } from "./states.ts";

export { type Author, authorOf, theSystem, type Work } from "./author.ts";

type OwnedHere = "state" | "version" | "transitionCount" | "lastTransitionAt" | "updatedAt";

/** A session to be opened; what this file owns is left out. */
export type NewSession = Omit<NewRow<"sessions">, OwnedHere>;

/** Columns that change along with a move. */
export type SessionChanges = Partial<Omit<SessionRow, OwnedHere | "id" | "organizationId" | "createdAt">>;

export interface Move {
  readonly to: ServiceState;
  readonly author: Author;
  readonly metadata?: JsonObject;
  readonly set?: SessionChanges;
}

const insertSession = preparedWrite((db, row: NewRow<"sessions">) => db.insertInto("sessions").values(row));
const insertTransition = preparedWrite((db, row: NewRow<"transitions">) => db.insertInto("transitions").values(row));
const updateSession = preparedWrite(
  (db, { id, seenVersion, ...changes }: SessionChanges & Partial<SessionRow> & { id: string; seenVersion: number }) =>
    db.updateTable("sessions").set(changes).where("id", "=", id).where("version", "=", seenVersion),
);
const sessionCalled = preparedQuery((db, { id }: { readonly id: string }) =>
  db.selectFrom("sessions").selectAll().where("id", "=", id),
);

/** Opens a session in `requested`, with the record from null (L-01, SVC-LIFE-001). */
export async function openSession(
  work: Work,
  session: NewSession,
  author: Author,
  metadata: JsonObject = {},
): Promise<SessionRow> {
  const at = work.clock.now();
  const row = {
    ...session,
    state: "requested",
    version: 1,
    transitionCount: 1,
    lastTransitionAt: at,
    updatedAt: at,
  } as const;
  await author.watch?.onSession(work, {
    session: { ...row, orderId: row.orderId ?? null, state: null },
    to: "requested",
  });
  await insertSession.run(work.tx, row);
  await record(
    work,
    { id: session.id, organizationId: session.organizationId },
    { seq: 1, from: null, to: "requested", at },
    author,
    metadata,
  );
  const opened = await readSession(work, session.id);
  await afterMove(work, null, opened);
  return opened;
}

/**
 * Moves a session and records it. The only writer of a session's state.
 * @throws {ProtocolError} `TRANSITION_CONFLICT` when the session was moved since it was read (SVC-LIFE-008)
 * @throws {Error} for a move that the machine does not have: callers judge that before
 */
export async function moveSession(work: Work, session: SessionRow, move: Move): Promise<SessionRow> {
  const targets: readonly ServiceState[] = serviceTargets[session.state];
  if (!targets.includes(move.to))
    throw new Error(`The service machine has no move from ${session.state} to ${move.to}.`);
  await move.author.watch?.onSession(work, { session, to: move.to });
  const at = Math.max(work.clock.now(), session.lastTransitionAt);
  const seq = session.transitionCount + 1;
  const moves = await updateSession.run(work.tx, {
    ...move.set,
    state: move.to,
    version: session.version + 1,
    transitionCount: seq,
    lastTransitionAt: at,
    updatedAt: at,
    id: session.id,
    seenVersion: session.version,
  });
  if (moves === 0) throw transitionConflict();
  await record(work, session, { seq, from: session.state, to: move.to, at }, move.author, move.metadata ?? {});
  const moved = await readSession(work, session.id);
  if (moved.orderId !== null) await afterOrderSessionMoved(work, moved, moved.orderId);
  await afterMove(work, session.state, moved);
  return moved;
}

/** Changes what is not the state: evidence counters, a swapped resource, billing. No record, no new version. */
export async function changeSession(work: Work, session: SessionRow, changes: SessionChanges): Promise<SessionRow> {
  await work.tx.db
    .updateTable("sessions")
    .set({ ...changes, updatedAt: work.clock.now() })
    .where("id", "=", session.id)
    .execute();
  return readSession(work, session.id);
}

/** The refusal of the loser of a race. */
export function transitionConflict(): ProtocolError {
  return new ProtocolError("TRANSITION_CONFLICT", { detail: "The session was moved meanwhile. Read it again." });
}

async function record(
  work: Work,
  session: { id: string; organizationId: string },
  step: { seq: number; from: ServiceState | null; to: ServiceState; at: number },
  ...[author, metadata]: [Author, JsonObject]
): Promise<void> {
  await insertTransition.run(work.tx, {
    sessionId: session.id,
    seq: step.seq,
    organizationId: session.organizationId,
    fromState: step.from,
    toState: step.to,
    at: step.at,
    by: author.by,
    method: author.method,
    metadata: { ...metadata, ...author.trace },
  });
  noteMove({ from: step.from, to: step.to });
}

async function readSession(work: Work, id: string): Promise<SessionRow> {
  return sessionCalled.one(work.tx, { id });
}
