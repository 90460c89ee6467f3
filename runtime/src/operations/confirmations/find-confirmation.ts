import { notFound } from "../../errors.ts";
import { credentialOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { ConfirmationRow } from "../../storage/rows.ts";

/**
 * A question, for the party that has to answer it (SVC-CONF-002).
 * @throws {ProtocolError} `NOT_FOUND` for everybody else
 */
export async function findConfirmation({ tx, caller }: OperationContext, id: string): Promise<ConfirmationRow> {
  const { subjectType, subjectId } = credentialOf(caller);
  const row = await tx.db
    .selectFrom("confirmation_requests")
    .selectAll()
    .where("id", "=", id)
    .where("approverId", "=", subjectId)
    .executeTakeFirst();
  if (!row || row.approverType !== subjectType) throw notFound("confirmation request");
  return row;
}
