import type { SingleResult } from "@servicialo/schema/0.8/handlers";
import type { ConfirmationRequest } from "@servicialo/schema/0.8/types";
import { appendEntry } from "../../audit/append-entry.ts";
import { ProtocolError } from "../../errors.ts";
import { confirmationDocument, confirmationStatus } from "../../mandates/confirmation-document.ts";
import { deciderOf } from "../../mandates/find-mandate.ts";
import { lockMandate } from "../../mandates/lock-mandate.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { Handler } from "../handler.ts";
import { findConfirmation } from "./find-confirmation.ts";

/** Agrees: the agent may repeat its call once, with the same input (mandates page 10.3). */
export const approveConfirmation: Handler<"confirmations.approve"> = (context, input) =>
  decide(context, input.confirmation_id, "approved");

/** Refuses: the call stays unexecuted. */
export const rejectConfirmation: Handler<"confirmations.reject"> = (context, input) =>
  decide(context, input.confirmation_id, "rejected");

/** @throws {ProtocolError} `NOT_FOUND` for anybody but the approver, `CONFLICT` for what was decided or has lapsed */
async function decide(
  context: OperationContext,
  id: string,
  decision: "approved" | "rejected",
): Promise<SingleResult<ConfirmationRequest>> {
  const { mandateId } = await findConfirmation(context, id);
  await lockMandate(context.tx, mandateId);
  const asked = await findConfirmation(context, id);
  const now = context.clock.now();
  const status = confirmationStatus(asked, now);
  if (status !== "pending")
    throw new ProtocolError("CONFLICT", { detail: `The question is ${status}.`, meta: { status } });
  const decided = { status: decision, decidedAt: now, decidedBy: deciderOf(context) };
  await context.tx.db.updateTable("confirmation_requests").set(decided).where("id", "=", id).execute();
  await appendEntry(context, mandateId, {
    action: decision === "approved" ? "confirmation.approve" : "confirmation.reject",
    input: { confirmation_id: id, by: decided.decidedBy },
    result: decision === "approved" ? "success" : "rejected",
    // What the agent's repeated call is told.
    failureReason: decision === "approved" ? null : "CONFIRMATION_INVALID",
    resourceId: asked.resourceId,
    confirmationId: id,
    ipAddress: context.caller.address,
    requestId: context.caller.requestId,
  });
  return { id, attributes: confirmationDocument({ ...asked, ...decided }, now) };
}
