import { randomUUID } from "node:crypto";
import type { AuditResult } from "@servicialo/schema/0.8/types";
import type { Work } from "../lifecycle/author.ts";
import type { JsonObject } from "../storage/json-shapes.ts";
import type { AuditAnchorRow, AuditEntryRow } from "../storage/rows.ts";
import { canonicalDigest } from "./canonical.ts";
import { entryHash } from "./entry-document.ts";

/** What stands before the first entry of a chain. */
export const NO_HASH = "0".repeat(64);

/** What an entry says; the mandate adds the rest. */
export interface NewAuditEntry {
  readonly action: string;
  readonly input: JsonObject | null;
  readonly result: AuditResult;
  readonly failureReason?: string | null;
  readonly resourceId?: string | null;
  readonly confirmationId?: string | null;
  readonly ipAddress?: string | null;
  readonly requestId?: string | null;
  /** The intent that it settles. */
  readonly intentId?: string | null;
}

/**
 * Adds an entry to the chain of its mandate, and the new end of that chain to the organization's anchors (D-35). The
 * mandate's row has to be locked by this transaction.
 */
export async function appendEntry(work: Work, mandateId: string, entry: NewAuditEntry): Promise<AuditEntryRow> {
  const { db } = work.tx;
  const mandate = await db.selectFrom("mandates").selectAll().where("id", "=", mandateId).executeTakeFirstOrThrow();
  const unhashed = {
    id: randomUUID(),
    mandateId,
    agentId: mandate.agentId,
    principalId: mandate.principalId,
    actingFor: mandate.actingFor,
    action: entry.action,
    actionInput: entry.input,
    actionResult: entry.result,
    failureReason: entry.failureReason ?? null,
    resourceId: entry.resourceId ?? null,
    context: mandate.context,
    at: work.clock.now(),
    ipAddress: entry.ipAddress ?? null,
    requestId: entry.requestId ?? null,
    confirmationId: entry.confirmationId ?? null,
    seq: mandate.auditSeq + 1,
    prevHash: mandate.auditHash,
  };
  const hash = entryHash(unhashed);
  const { organizationId } = mandate;
  const position = await anchor(work, organizationId, { mandateId, entrySeq: unhashed.seq, entryHash: hash });
  const row: AuditEntryRow = { ...unhashed, organizationId, hash, intentId: entry.intentId ?? null, position };
  await db.insertInto("audit_entries").values(row).execute();
  await db.updateTable("mandates").set({ auditSeq: row.seq, auditHash: hash }).where("id", "=", mandateId).execute();
  return row;
}

/** Digest of an anchor. */
export function anchorHash(anchor: Omit<AuditAnchorRow, "hash">): string {
  const { organizationId, seq, mandateId, entrySeq, entryHash: entry, prevHash } = anchor;
  return canonicalDigest({
    organization_id: organizationId,
    seq,
    mandate_id: mandateId,
    entry_seq: entrySeq,
    entry_hash: entry,
    prev_hash: prevHash,
  });
}

/** Takes the next place in the organization's anchor chain; whoever else wants one waits for this transaction. */
async function anchor(
  { tx }: Work,
  organizationId: string,
  end: Pick<AuditAnchorRow, "mandateId" | "entrySeq" | "entryHash">,
): Promise<number> {
  await tx.db
    .insertInto("audit_heads")
    .values({ organizationId, seq: 0, hash: NO_HASH })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const head = await tx.db
    .selectFrom("audit_heads")
    .selectAll()
    .where("organizationId", "=", organizationId)
    .$if(tx.dialect === "postgres", (query) => query.forUpdate())
    .executeTakeFirstOrThrow();
  const unhashed = { organizationId, seq: head.seq + 1, ...end, prevHash: head.hash };
  const hash = anchorHash(unhashed);
  await tx.db
    .insertInto("audit_anchors")
    .values({ ...unhashed, hash })
    .execute();
  await tx.db
    .updateTable("audit_heads")
    .set({ seq: unhashed.seq, hash })
    .where("organizationId", "=", organizationId)
    .execute();
  return unhashed.seq;
}
