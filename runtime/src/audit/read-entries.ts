import type { CollectionResult } from "@servicialo/schema/0.8/handlers";
import type { AuditEntry, AuditResult } from "@servicialo/schema/0.8/types";
import { parseInstant } from "../clock.ts";
import { ProtocolError } from "../errors.ts";
import { pageOf, totalOf } from "../operations/paging.ts";
import type { Tx } from "../storage/open-database.ts";
import { entryDocument } from "./entry-document.ts";

/** Which entries are wanted. */
export interface AuditQuery {
  readonly action?: string;
  readonly action_result?: AuditResult;
  readonly from?: string;
  readonly to?: string;
  readonly page?: number;
  readonly per_page?: number;
}

/**
 * A page of the trail of one mandate, or of one principal across mandates, newest first (mandates page 7.6).
 * @throws {ProtocolError} `VALIDATION_ERROR` for a range the wrong way round
 */
export async function readEntries(
  tx: Tx,
  whose: { readonly mandateId: string } | { readonly principalId: string },
  query: AuditQuery,
): Promise<CollectionResult<AuditEntry>> {
  const from = query.from === undefined ? null : parseInstant(query.from);
  const to = query.to === undefined ? null : parseInstant(query.to);
  if (from !== null && to !== null && from > to) {
    throw new ProtocolError("VALIDATION_ERROR", { parameter: "to", detail: "The range ends before it begins." });
  }
  const { action, action_result: result } = query;
  const wanted = tx.db
    .selectFrom("audit_entries")
    .$if("mandateId" in whose, (rows) => rows.where("mandateId", "=", (whose as { mandateId: string }).mandateId))
    .$if("principalId" in whose, (rows) =>
      rows.where("principalId", "=", (whose as { principalId: string }).principalId),
    )
    .$if(action !== undefined, (rows) => rows.where("action", "=", action ?? ""))
    .$if(result !== undefined, (rows) => rows.where("actionResult", "=", result ?? "success"))
    .$if(from !== null, (rows) => rows.where("at", ">=", from ?? 0))
    .$if(to !== null, (rows) => rows.where("at", "<", to ?? 0));
  const { limit, offset } = pageOf(query);
  const rows = await wanted.selectAll().orderBy("position", "desc").limit(limit).offset(offset).execute();
  return { total: await totalOf(wanted), items: rows.map((row) => ({ id: row.id, attributes: entryDocument(row) })) };
}
