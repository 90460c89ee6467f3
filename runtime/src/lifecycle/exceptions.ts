import { tellOfBeginning, tellOfSettlement } from "../events/exception-events.ts";
import { newId } from "../ids.ts";
import type { JsonObject } from "../storage/json-shapes.ts";
import type { ExceptionRow, SessionRow } from "../storage/rows.ts";
import type { Work } from "./author.ts";

export type ExceptionType = ExceptionRow["type"];

export interface NewException {
  readonly type: ExceptionType;
  readonly initiatedBy: string;
  readonly details: JsonObject;
  /** How it was settled; given, the record is settled at once. */
  readonly resolution?: string;
}

/** Appends an exception record (SVC-EXC-003). Answers its id. */
export async function recordException(work: Work, session: SessionRow, exception: NewException): Promise<string> {
  const id = newId("exc", work.clock);
  const now = work.clock.now();
  const record: ExceptionRow = {
    id,
    organizationId: session.organizationId,
    sessionId: session.id,
    type: exception.type,
    at: now,
    initiatedBy: exception.initiatedBy,
    resolution: exception.resolution ?? null,
    resolvedAt: exception.resolution === undefined ? null : now,
    details: exception.details,
  };
  await work.tx.db.insertInto("exception_records").values(record).execute();
  await tellOfBeginning(work, session, record);
  return id;
}

/** The open record of a type, if any; the newest when there are several. */
export async function openException(
  work: Work,
  session: SessionRow,
  ...types: ExceptionType[]
): Promise<ExceptionRow | undefined> {
  return work.tx.db
    .selectFrom("exception_records")
    .selectAll()
    .where("sessionId", "=", session.id)
    .where("type", "in", types)
    .where("resolvedAt", "is", null)
    .orderBy("at", "desc")
    .executeTakeFirst();
}

/** Settles a record; `details` join those it has. */
export async function settleException(
  work: Work,
  record: ExceptionRow,
  resolution: string,
  details: JsonObject = {},
): Promise<void> {
  const settled = { resolution, details: { ...(record.details as JsonObject), ...details } };
  await work.tx.db
    .updateTable("exception_records")
    .set({ ...settled, resolvedAt: work.clock.now() })
    .where("id", "=", record.id)
    .execute();
  const session = await work.tx.db
    .selectFrom("sessions")
    .select(["id", "organizationId", "clientId", "providerId"])
    .where("id", "=", record.sessionId)
    .executeTakeFirstOrThrow();
  await tellOfSettlement(work, session, { ...record, ...settled });
}

/** Adds to what a record tells, and leaves it open. */
export async function changeDetails(work: Work, record: ExceptionRow, details: JsonObject): Promise<void> {
  await work.tx.db
    .updateTable("exception_records")
    .set({ details: { ...(record.details as JsonObject), ...details } })
    .where("id", "=", record.id)
    .execute();
}

/** Settles whatever is still open when a session ends. */
export async function settleOpenExceptions(work: Work, session: SessionRow, resolution: string): Promise<void> {
  await work.tx.db
    .updateTable("exception_records")
    .set({ resolution, resolvedAt: work.clock.now() })
    .where("sessionId", "=", session.id)
    .where("resolvedAt", "is", null)
    .execute();
}
