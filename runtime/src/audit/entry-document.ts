import type { AuditEntry } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../clock.ts";
import type { AuditEntryRow } from "../storage/rows.ts";
import { canonicalDigest } from "./canonical.ts";

/** An entry that is not chained yet. */
export type UnhashedEntry = Omit<AuditEntryRow, "hash" | "intentId" | "position" | "organizationId">;

/** An entry as the protocol shows it (objects page 19). */
export function entryDocument(row: AuditEntryRow): AuditEntry {
  return { ...unhashedDocument(row), hash: row.hash } as AuditEntry;
}

/** The digest of an entry: of its canonical JSON without `hash`, so that anybody can recompute it (mandates page 7.3). */
export function entryHash(row: UnhashedEntry): string {
  return canonicalDigest(unhashedDocument(row));
}

function unhashedDocument(row: UnhashedEntry) {
  return {
    audit_id: row.id,
    mandate_id: row.mandateId,
    agent_id: row.agentId,
    principal_id: row.principalId,
    acting_for: row.actingFor,
    action: row.action,
    ...(row.actionInput !== null && { action_input: row.actionInput }),
    action_result: row.actionResult,
    ...(row.failureReason !== null && { failure_reason: row.failureReason }),
    ...(row.resourceId !== null && { resource_id: row.resourceId }),
    context: row.context,
    timestamp: isoInstant(row.at),
    ...(row.ipAddress !== null && { ip_address: row.ipAddress }),
    ...(row.requestId !== null && { request_id: row.requestId }),
    ...(row.confirmationId !== null && { confirmation_id: row.confirmationId }),
    seq: row.seq,
    prev_hash: row.prevHash,
  };
}
