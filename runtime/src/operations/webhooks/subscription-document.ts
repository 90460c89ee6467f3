import type { WebhookDelivery, WebhookSubscription } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../../clock.ts";
import type { WebhookDeliveryRow, WebhookSubscriptionRow } from "../../storage/rows.ts";

/** A subscription as the protocol shows it (objects page 23), without its secret. */
export function subscriptionDocument(row: WebhookSubscriptionRow): WebhookSubscription {
  return {
    id: row.id,
    url: row.url,
    subscribed_events: row.subscribedEvents as WebhookSubscription["subscribed_events"],
    ...(row.filters !== null && { filters: row.filters as Record<string, unknown> }),
    active: row.active,
    consecutive_failures: row.consecutiveFailures,
    created_at: isoInstant(row.createdAt),
    updated_at: isoInstant(row.updatedAt),
    last_delivery_at: instantOrNull(row.lastDeliveryAt),
    last_successful_delivery_at: instantOrNull(row.lastSuccessfulDeliveryAt),
    deactivated_at: instantOrNull(row.deactivatedAt),
    deactivated_reason: row.deactivatedReason,
  };
}

/** A delivery as the protocol shows it (objects page 23). */
export function deliveryDocument(row: WebhookDeliveryRow): WebhookDelivery {
  return {
    id: row.id,
    subscription_id: row.subscriptionId,
    event_id: row.eventId,
    event_type: row.eventType as WebhookDelivery["event_type"],
    status: row.status,
    attempts: row.attempts,
    last_attempt_at: instantOrNull(row.lastAttemptAt),
    response_status: row.responseStatus,
    response_body: row.responseBody,
    next_retry_at: row.attempts > 0 ? instantOrNull(row.nextAttemptAt) : null,
    created_at: isoInstant(row.createdAt),
    delivered_at: instantOrNull(row.deliveredAt),
  };
}

function instantOrNull(at: number | null): string | null {
  return at === null ? null : isoInstant(at);
}
