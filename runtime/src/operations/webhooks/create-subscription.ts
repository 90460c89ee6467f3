import { randomBytes } from "node:crypto";
import { invalid, ProtocolError } from "../../errors.ts";
import { newId } from "../../ids.ts";
import { credentialOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { WebhookSubscriptionRow } from "../../storage/rows.ts";
import { namesInternalHost } from "../../webhooks/address-guard.ts";
import type { Handler } from "../handler.ts";
import { subscriptionDocument } from "./subscription-document.ts";

const SECRET_BYTES = 32;

/** Subscribes to events. The secret stands in this answer, and sealed in the store (SVC-HOOK-002). */
export const createSubscription: Handler<"webhooks.create_subscription"> = async (context, input) => {
  const { organizationId } = credentialOf(context.caller);
  if (!context.config.allowPrivateWebhooks && namesInternalHost(input.url)) {
    throw invalid("/url", "Events are sent to public addresses only.");
  }
  await refuseDuplicate(context, organizationId, input);
  const id = newId("whs", context.clock);
  const secret = newSecret();
  const now = context.clock.now();
  const row: WebhookSubscriptionRow = {
    id,
    organizationId,
    url: input.url,
    subscribedEvents: input.subscribed_events,
    filters: input.filters ?? null,
    active: true,
    consecutiveFailures: 0,
    sealedSecret: context.vault.sealText(id, secret),
    secretRotatedAt: null,
    createdAt: now,
    updatedAt: now,
    lastDeliveryAt: null,
    lastSuccessfulDeliveryAt: null,
    deactivatedAt: null,
    deactivatedReason: null,
  };
  await context.tx.db.insertInto("webhook_subscriptions").values(row).execute();
  return { id, attributes: { ...subscriptionDocument(row), secret } };
};

/** 32 random bytes in lower-case hexadecimal. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("hex");
}

/** @throws {ProtocolError} `CONFLICT` with the id of the subscription to the same address and events */
async function refuseDuplicate(
  { tx }: OperationContext,
  organizationId: string,
  wanted: { url: string; subscribed_events: readonly string[] },
): Promise<void> {
  const known = await tx.db
    .selectFrom("webhook_subscriptions")
    .selectAll()
    .where("organizationId", "=", organizationId)
    .where("url", "=", wanted.url)
    .execute();
  const events = new Set(wanted.subscribed_events);
  const same = known.find(
    (row) => row.deactivatedReason !== "deleted" && isSame(events, new Set(row.subscribedEvents as string[])),
  );
  if (!same) return;
  throw new ProtocolError("CONFLICT", {
    detail: "There is a subscription to the same events at the same address.",
    meta: { existing_id: same.id },
  });
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((value) => other.has(value));
}
