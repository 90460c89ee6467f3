import type { WebhookTestData } from "@servicialo/schema/0.8/types";
import { ProtocolError } from "../../errors.ts";
import { outboxOf } from "../../events/outbox.ts";
import { newEventId } from "../../events/record-events.ts";
import { newDelivery } from "../../webhooks/queue-deliveries.ts";
import { reaching } from "../handler.ts";
import { findKeptSubscription } from "./find-subscription.ts";
import { findDelivery } from "./get-delivery.ts";
import { deliveryDocument } from "./subscription-document.ts";

/** A test has its outcome by then, or is left to the queue: milliseconds, longer than a subscriber may take. */
const CLAIM_MS = 60_000;

/**
 * Sends a test event at once and answers how the first attempt went; a failed one is tried again like any other.
 * @throws {ProtocolError} `CONFLICT` when the subscription is off
 */
export const testSubscription = reaching<"webhooks.test_subscription", string, string>({
  async prepare(context, input) {
    const subscription = await findKeptSubscription(context, input.subscription_id);
    if (!subscription.active)
      throw new ProtocolError("CONFLICT", { detail: "The subscription is off. Reactivate it first." });
    const data: WebhookTestData = { test: true, ...(input.payload !== undefined && { payload: input.payload }) };
    const now = context.clock.now();
    const event = { id: newEventId(), name: "webhook.test", data: { ...data }, emittedAt: now };
    // Claimed, so that nobody else takes it from the queue.
    const delivery = { ...newDelivery(context, subscription, event), claimedUntil: now + CLAIM_MS };
    await context.tx.db.insertInto("webhook_deliveries").values(delivery).execute();
    return delivery.id;
  },
  async reachOut(services, deliveryId) {
    await outboxOf(services).deliver(deliveryId);
    return deliveryId;
  },
  async finish(context, deliveryId) {
    const delivery = await findDelivery(context, deliveryId);
    return { id: delivery.id, attributes: deliveryDocument(delivery) };
  },
});
