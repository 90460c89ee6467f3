import { newId } from "../ids.ts";
import type { Work } from "../lifecycle/move-session.ts";
import type { JsonObject } from "../storage/json-shapes.ts";

/** Kinds of work that become due. Each has one handler in `run-due-deadlines.ts`. */
export type DeadlineKind =
  | "dispute"
  | "mandate"
  | "no_show"
  | "order"
  | "payment_intent"
  | "public_booking"
  | "verification";

export interface NewDeadline {
  readonly kind: DeadlineKind;
  readonly organizationId: string | null;
  readonly subjectId: string;
  /** When it becomes due, epoch milliseconds. */
  readonly dueAt: number;
  readonly payload?: JsonObject;
}

/** Puts work on the calendar of the node. A second deadline of the same kind for the same subject replaces the first. */
export async function scheduleDeadline(work: Work, deadline: NewDeadline): Promise<void> {
  const { kind, organizationId, subjectId, dueAt, payload = {} } = deadline;
  await work.tx.db.deleteFrom("deadlines").where("kind", "=", kind).where("subjectId", "=", subjectId).execute();
  await work.tx.db
    .insertInto("deadlines")
    .values({
      id: newId("ddl", work.clock),
      organizationId,
      kind,
      subjectId,
      dueAt,
      attempts: 0,
      claimedUntil: null,
      doneAt: null,
      lastError: null,
      payload,
      createdAt: work.clock.now(),
    })
    .execute();
}
