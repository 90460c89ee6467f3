import { randomUUID } from "node:crypto";
import { type Clinic, succeeded } from "./clinic.ts";

/** Subscribes the clinic to an event that does not happen, as if it had once; answers the ids of both. */
export async function pastDelivery(clinic: Clinic): Promise<{ subscriptionId: string; deliveryId: string }> {
  const input = { url: "https://hooks.example.cl/servicialo", subscribed_events: ["mandate.lost"] };
  const { body } = succeeded(await clinic.call("organization", "webhooks.create_subscription", input));
  const subscriptionId: string = body.data.id;
  const deliveryId = randomUUID();
  const now = clinic.demo.clock.now();
  await clinic.demo.node.services.database.transaction(({ db }) =>
    db
      .insertInto("webhook_deliveries")
      .values({
        id: deliveryId,
        organizationId: clinic.demo.as("organization").id,
        subscriptionId,
        eventId: `evt_${randomUUID()}`,
        eventType: "mandate.lost",
        emittedAt: now,
        body: "{}",
        status: "delivered",
        attempts: 1,
        createdAt: now,
        nextAttemptAt: null,
        claimedUntil: null,
        lastAttemptAt: now,
        deliveredAt: now,
        responseStatus: 200,
        responseBody: "",
      })
      .execute(),
  );
  return { subscriptionId, deliveryId };
}
