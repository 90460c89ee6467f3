import type { Handler } from "../handler.ts";
import { changeSubscription, findKeptSubscription } from "./find-subscription.ts";
import { subscriptionDocument } from "./subscription-document.ts";

/** Turns a subscription on again and forgets its failures. What was given up meanwhile stays so: the stream has it. */
export const reactivateSubscription: Handler<"webhooks.reactivate_subscription"> = async (context, input) => {
  const { id } = await findKeptSubscription(context, input.subscription_id);
  const changed = await changeSubscription(context, id, {
    active: true,
    consecutiveFailures: 0,
    deactivatedAt: null,
    deactivatedReason: null,
  });
  return { id, attributes: subscriptionDocument(changed) };
};
