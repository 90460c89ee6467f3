import { turnOff } from "../../webhooks/settle-delivery.ts";
import type { Handler } from "../handler.ts";
import { findSubscription } from "./find-subscription.ts";
import { subscriptionDocument } from "./subscription-document.ts";

/** Turns a subscription off for good; a second time changes nothing. */
export const deleteSubscription: Handler<"webhooks.delete_subscription"> = async (context, input) => {
  const found = await findSubscription(context, input.subscription_id);
  if (found.deactivatedReason === "deleted") return { id: found.id, attributes: subscriptionDocument(found) };
  await turnOff(context, found.id, "deleted");
  return { id: found.id, attributes: subscriptionDocument(await findSubscription(context, found.id)) };
};
