import { ProtocolError } from "../../errors.ts";
import type { Handler } from "../handler.ts";
import { newSecret } from "./create-subscription.ts";
import { changeSubscription, findKeptSubscription } from "./find-subscription.ts";
import { subscriptionDocument } from "./subscription-document.ts";

/** A secret lives this long at least, in milliseconds. */
const SHORTEST_LIFE_MS = 60_000;

/**
 * Gives a subscription a new secret and shows it, once. Every attempt from now on is signed with it, retries too.
 * @throws {ProtocolError} `RATE_LIMITED` within a minute of the last rotation
 */
export const rotateSecret: Handler<"webhooks.rotate_secret"> = async (context, input) => {
  const { id, secretRotatedAt } = await findKeptSubscription(context, input.subscription_id);
  const now = context.clock.now();
  const wait = secretRotatedAt === null ? 0 : secretRotatedAt + SHORTEST_LIFE_MS - now;
  if (wait > 0) {
    throw new ProtocolError("RATE_LIMITED", {
      detail: "A secret can be rotated once a minute.",
      meta: { retry_after: Math.ceil(wait / 1000) },
    });
  }
  const secret = newSecret();
  const sealedSecret = context.vault.sealText(id, secret);
  const changed = await changeSubscription(context, id, { sealedSecret, secretRotatedAt: now });
  return { id, attributes: { ...subscriptionDocument(changed), secret } };
};
