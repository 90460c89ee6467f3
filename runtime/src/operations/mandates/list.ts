import type { MandateStatus } from "@servicialo/schema/0.8/types";
import type { ExpressionBuilder } from "kysely";
import { mandateDocument } from "../../mandates/mandate-document.ts";
import { credentialOf } from "../../pipeline/caller.ts";
import type { Tables } from "../../storage/entities/index.ts";
import type { Handler } from "../handler.ts";
import { pageOf, totalOf } from "../paging.ts";

/** The asking principal's own mandates, newest first; an agent is shown those of its principal (SVC-MAND-025). */
export const listMandates: Handler<"mandates.list"> = async (context, input) => {
  const now = context.clock.now();
  const { status } = input;
  const own = context.tx.db
    .selectFrom("mandates")
    .where("principalId", "=", credentialOf(context.caller).subjectId)
    .$if(status !== undefined, (query) => query.where((row) => row.and(isIn(row, status ?? "active", now))));
  const { limit, offset } = pageOf(input);
  const rows = await own.selectAll().orderBy("createdAt", "desc").orderBy("id").limit(limit).offset(offset).execute();
  return {
    total: await totalOf(own),
    items: rows.map((row) => ({ id: row.id, attributes: mandateDocument(row, now) })),
  };
};

/** The conditions that make a status, as `statusOf` computes it. */
function isIn(row: ExpressionBuilder<Tables, "mandates">, status: MandateStatus, now: number) {
  if (status === "revoked") return [row("revokedAt", "is not", null)];
  if (status === "expired") return [row("revokedAt", "is", null), row("expiresAt", "<=", now)];
  const isHeld = row("suspendedAt", status === "suspended" ? "is not" : "is", null);
  return [row("revokedAt", "is", null), row("expiresAt", ">", now), isHeld];
}
