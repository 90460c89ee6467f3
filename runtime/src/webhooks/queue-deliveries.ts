import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { WebhookEvent } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../clock.ts";
import type { Work } from "../lifecycle/author.ts";
import type { JsonObject } from "../storage/json-shapes.ts";
import { preparedQuery } from "../storage/prepared-query.ts";
import type { EventRow, WebhookDeliveryRow, WebhookSubscriptionRow } from "../storage/rows.ts";

/** An event on its way to a subscriber. */
export type OutgoingEvent = Pick<EventRow, "id" | "name" | "data" | "emittedAt">;

const subscriptionsOf = preparedQuery((db, { organizationId }: { readonly organizationId: string }) =>
  db
    .selectFrom("webhook_subscriptions")
    .selectAll()
    .where("organizationId", "=", organizationId)
    .where("active", "=", true)
    .orderBy("createdAt")
    .orderBy("id"),
);

/** Puts events in line for whoever of the organization wants them, in the transaction that records them. */
export async function queueDeliveries(
  work: Work,
  organizationId: string,
  events: readonly OutgoingEvent[],
): Promise<void> {
  const subscriptions = await subscriptionsOf.all(work.tx, { organizationId });
  const wanted = subscriptions.flatMap((subscription) =>
    events.filter((event) => wants(subscription, event)).map((event) => newDelivery(work, subscription, event)),
  );
  if (wanted.length > 0) await work.tx.db.insertInto("webhook_deliveries").values(wanted).execute();
}

/** One delivery, to be tried as soon as its transaction is through. */
export function newDelivery(
  work: Work,
  subscription: WebhookSubscriptionRow,
  event: OutgoingEvent,
): WebhookDeliveryRow {
  const now = work.clock.now();
  return {
    id: randomUUID(),
    organizationId: subscription.organizationId,
    subscriptionId: subscription.id,
    eventId: event.id,
    eventType: event.name,
    emittedAt: event.emittedAt,
    body: JSON.stringify(bodyOf(event)),
    status: "pending",
    attempts: 0,
    createdAt: now,
    nextAttemptAt: now,
    claimedUntil: null,
    lastAttemptAt: null,
    deliveredAt: null,
    responseStatus: null,
    responseBody: null,
  };
}

function bodyOf({ name, id, emittedAt, data }: OutgoingEvent): WebhookEvent {
  return {
    event: name as WebhookEvent["event"],
    event_id: id,
    emitted_at: isoInstant(emittedAt),
    data: data as JsonObject,
  };
}

/** By name, and by the members of `data` that the filters name. */
function wants({ subscribedEvents, filters }: WebhookSubscriptionRow, { name, data }: OutgoingEvent): boolean {
  if (!(subscribedEvents as string[]).includes(name)) return false;
  return Object.entries((filters ?? {}) as JsonObject).every(([member, value]) =>
    isDeepStrictEqual((data as JsonObject)[member], value),
  );
}
