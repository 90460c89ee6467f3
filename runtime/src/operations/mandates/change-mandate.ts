import type { SingleResult } from "@servicialo/schema/0.8/handlers";
import type { Mandate } from "@servicialo/schema/0.8/types";
import { appendEntry } from "../../audit/append-entry.ts";
import { isoInstant } from "../../clock.ts";
import { deciderOf, requireStatus } from "../../mandates/find-mandate.ts";
import { mandateDocument } from "../../mandates/mandate-document.ts";
import { statusOf } from "../../mandates/mandate-status.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { MandateRow } from "../../storage/rows.ts";

type Status = Mandate["status"];

export interface MandateChange {
  /** Statuses that it may start from. */
  readonly from: readonly Status[];
  readonly action: "mandate.suspend" | "mandate.revoke" | "mandate.reactivate";
  readonly set: Partial<Pick<MandateRow, "revokedAt" | "revocationReason" | "suspendedAt" | "suspendedBy">>;
}

/**
 * Moves a mandate to another status, with its record in its own trail. The mandate has to be locked.
 * @throws {ProtocolError} `CONFLICT` when it is not in a fitting status, as computed now
 */
export async function changeMandate(
  context: OperationContext,
  mandate: MandateRow,
  change: MandateChange,
): Promise<SingleResult<Mandate>> {
  const now = context.clock.now();
  const before = statusOf(mandate, now);
  requireStatus(before, change.from);
  await context.tx.db.updateTable("mandates").set(change.set).where("id", "=", mandate.id).execute();
  await appendEntry(context, mandate.id, {
    action: change.action,
    input: { mandate_id: mandate.id, by: deciderOf(context) },
    result: "success",
    ipAddress: context.caller.address,
    requestId: context.caller.requestId,
  });
  const after = { ...mandate, ...change.set };
  const transition = { from: before, to: statusOf(after, now), at: isoInstant(now) };
  return { id: mandate.id, attributes: mandateDocument(after, now), meta: { transition } };
}
