import type { Mandate } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../clock.ts";
import type { MandateRow } from "../storage/rows.ts";
import { statusOf } from "./mandate-status.ts";

/** A mandate as the protocol shows it, its status computed now (objects page 18). */
export function mandateDocument(row: MandateRow, now: number): Mandate {
  return {
    mandate_id: row.id,
    principal_id: row.principalId,
    principal_type: row.principalType,
    agent_id: row.agentId,
    ...(row.agentName !== null && { agent_name: row.agentName }),
    acting_for: row.actingFor,
    context: row.context,
    scopes: row.scopes,
    ...(row.constraints !== null && { constraints: row.constraints }),
    issued_at: isoInstant(row.issuedAt),
    expires_at: isoInstant(row.expiresAt),
    ...(row.revokedAt !== null && { revoked_at: isoInstant(row.revokedAt) }),
    ...(row.revocationReason !== null && { revocation_reason: row.revocationReason }),
    status: statusOf(row, now),
    ...(row.metadata !== null && { metadata: row.metadata }),
    ...(row.signature !== null && { signature: row.signature }),
  } as Mandate;
}
