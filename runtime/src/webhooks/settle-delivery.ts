import type { WebhookDeactivationReason } from "@servicialo/schema/0.8/types";
import type { Work } from "../lifecycle/author.ts";
import { judgeAttempt, turnsOffAfter } from "../rules/webhook-retry.ts";
import type { WebhookDeliveryRow } from "../storage/rows.ts";
import type { Answer } from "./post-event.ts";

/** Records how an attempt went, and what it means for the subscription (channels 5). */
export async function settleDelivery(work: Work, delivery: WebhookDeliveryRow, answer: Answer): Promise<void> {
  const now = work.clock.now();
  const attempts = delivery.attempts + 1;
  const { status, retryIn, turnsOff } = judgeAttempt(attempts, answer.status);
  const { numUpdatedRows } = await work.tx.db
    .updateTable("webhook_deliveries")
    .set({
      status,
      attempts,
      lastAttemptAt: now,
      claimedUntil: null,
      nextAttemptAt: retryIn === null ? null : now + retryIn,
      deliveredAt: status === "delivered" ? now : null,
      responseStatus: answer.status,
      responseBody: answer.text,
    })
    .where("id", "=", delivery.id)
    .where("status", "=", "pending")
    .executeTakeFirst();
  // Turned off while the attempt was under way.
  if (numUpdatedRows === 0n) return;
  const failures = await countFailures(work, delivery.subscriptionId, status);
  if (turnsOff) await turnOff(work, delivery.subscriptionId, turnsOff);
  else if (turnsOffAfter(failures)) await turnOff(work, delivery.subscriptionId, "delivery_failures");
}

/** Answers how many deliveries were abandoned since the last one that arrived. */
async function countFailures(work: Work, id: string, status: WebhookDeliveryRow["status"]): Promise<number> {
  const now = work.clock.now();
  const { consecutiveFailures } = await work.tx.db
    .updateTable("webhook_subscriptions")
    .set((row) => ({
      lastDeliveryAt: now,
      ...(status === "delivered" && { consecutiveFailures: 0, lastSuccessfulDeliveryAt: now }),
      ...(status === "abandoned" && { consecutiveFailures: row("consecutiveFailures", "+", 1) }),
    }))
    .where("id", "=", id)
    .returning("consecutiveFailures")
    .executeTakeFirstOrThrow();
  return consecutiveFailures;
}

/** Turns a subscription off; what is still in line for it is given up, so that nothing is sent any more. */
export async function turnOff(work: Work, id: string, reason: WebhookDeactivationReason): Promise<void> {
  const now = work.clock.now();
  await work.tx.db
    .updateTable("webhook_subscriptions")
    .set({ active: false, deactivatedAt: now, deactivatedReason: reason, updatedAt: now })
    .where("id", "=", id)
    .execute();
  await work.tx.db
    .updateTable("webhook_deliveries")
    .set({ status: "abandoned", nextAttemptAt: null, claimedUntil: null })
    .where("subscriptionId", "=", id)
    .where("nextAttemptAt", "is not", null)
    .execute();
}
