import { createHmac } from "node:crypto";
import { isoInstant } from "../clock.ts";
import type { WebhookDeliveryRow } from "../storage/rows.ts";

/** What is signed and sent. */
export type SignedDelivery = Pick<WebhookDeliveryRow, "id" | "eventId" | "eventType" | "emittedAt" | "body">;

/**
 * The headers of a delivery: the protocol's, signed over the raw body (channels 5, SVC-HOOK-001), and those of Standard
 * Webhooks, signed over id, time and body. Both use the characters of the secret as their key.
 * @param at moment of the attempt, epoch milliseconds
 */
export function signedHeaders(delivery: SignedDelivery, secret: string, at: number): Record<string, string> {
  const seconds = Math.floor(at / 1000);
  const hmac = (text: string) => createHmac("sha256", secret).update(text);
  return {
    "content-type": "application/json",
    "user-agent": "Servicialo-Webhooks/0.1",
    "x-servicialo-event-id": delivery.eventId,
    "x-servicialo-event-type": delivery.eventType,
    "x-servicialo-delivery-id": delivery.id,
    "x-servicialo-timestamp": isoInstant(delivery.emittedAt),
    "x-servicialo-signature": `sha256=${hmac(delivery.body).digest("hex")}`,
    "webhook-id": delivery.eventId,
    "webhook-timestamp": String(seconds),
    "webhook-signature": `v1,${hmac(`${delivery.eventId}.${seconds}.${delivery.body}`).digest("base64")}`,
  };
}
