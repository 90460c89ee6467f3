import type { ConfirmationRequest, ConfirmationStatus } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../clock.ts";
import { toMoney } from "../money.ts";
import type { ConfirmationRow } from "../storage/rows.ts";

/** How far a question is at a moment: what was neither used nor refused in time lapses (mandates page 10.5). */
export function confirmationStatus(
  { status, expiresAt, lapsesTo }: Pick<ConfirmationRow, "status" | "expiresAt" | "lapsesTo">,
  now: number,
): ConfirmationStatus {
  const isOpen = status === "pending" || status === "approved";
  return isOpen && now >= expiresAt ? lapsesTo : status;
}

/** A question as the protocol shows it. */
export function confirmationDocument(row: ConfirmationRow, now: number): ConfirmationRequest {
  return {
    id: row.id,
    status: confirmationStatus(row, now),
    mandate_id: row.mandateId,
    agent_id: row.agentId,
    principal_id: row.principalId,
    approver: { type: row.approverType, id: row.approverId },
    action: row.action,
    ...(row.resourceId !== null && { resource_id: row.resourceId }),
    summary: row.summary,
    ...(row.amountMinor !== null && row.currency !== null && { amount: toMoney(row.amountMinor, row.currency) }),
    reason: row.reason,
    input_digest: row.inputDigest,
    created_at: isoInstant(row.createdAt),
    expires_at: isoInstant(row.expiresAt),
    ...(row.decidedAt !== null && { decided_at: isoInstant(row.decidedAt) }),
    ...(row.decidedBy !== null && { decided_by: row.decidedBy }),
    ...(row.consumedAt !== null && { consumed_at: isoInstant(row.consumedAt) }),
  };
}
