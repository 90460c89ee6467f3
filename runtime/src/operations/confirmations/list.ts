import type { ConfirmationStatus } from "@servicialo/schema/0.8/types";
import type { ExpressionBuilder } from "kysely";
import { confirmationDocument } from "../../mandates/confirmation-document.ts";
import { credentialOf } from "../../pipeline/caller.ts";
import type { Tables } from "../../storage/entities/index.ts";
import type { Handler } from "../handler.ts";
import { pageOf, totalOf } from "../paging.ts";

/** The questions that the caller has to answer, newest first. */
export const listConfirmations: Handler<"confirmations.list"> = async (context, input) => {
  const now = context.clock.now();
  const { subjectType, subjectId } = credentialOf(context.caller);
  const { status } = input;
  const own = context.tx.db
    .selectFrom("confirmation_requests")
    .where("approverId", "=", subjectId)
    .where((row) => row(row.cast<string>("approverType", "text"), "=", subjectType))
    .$if(status !== undefined, (query) => query.where((row) => isIn(row, status ?? "pending", now)));
  const { limit, offset } = pageOf(input);
  const rows = await own
    .selectAll()
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    total: await totalOf(own),
    items: rows.map((row) => ({ id: row.id, attributes: confirmationDocument(row, now) })),
  };
};

/** The condition that makes a status, as `confirmationStatus` computes it. */
function isIn(row: ExpressionBuilder<Tables, "confirmation_requests">, status: ConfirmationStatus, now: number) {
  if (status === "rejected" || status === "consumed") return row("status", "=", status);
  if (status === "pending" || status === "approved")
    return row.and([row("status", "=", status), row("expiresAt", ">", now)]);
  const lapsed = row.and([
    row("status", "in", ["pending", "approved"]),
    row("expiresAt", "<=", now),
    row("lapsesTo", "=", status),
  ]);
  return status === "voided" ? row.or([row("status", "=", status), lapsed]) : lapsed;
}
