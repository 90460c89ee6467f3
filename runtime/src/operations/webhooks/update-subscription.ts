import type { Handler } from "../handler.ts";
import { changeSubscription, findKeptSubscription } from "./find-subscription.ts";
import { subscriptionDocument } from "./subscription-document.ts";

/** Replaces the events of a subscription. What is in line for it already is sent. */
export const updateSubscription: Handler<"webhooks.update_subscription"> = async (context, input) => {
  const { id } = await findKeptSubscription(context, input.subscription_id);
  const changed = await changeSubscription(context, id, { subscribedEvents: input.subscribed_events });
  return { id, attributes: subscriptionDocument(changed) };
};
