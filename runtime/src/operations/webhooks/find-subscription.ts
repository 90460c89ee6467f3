import { notFound } from "../../errors.ts";
import { credentialOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { WebhookSubscriptionRow } from "../../storage/rows.ts";

/**
 * The addressed subscription of the caller's organization, with the lock that those who change it take turns by.
 * @throws {ProtocolError} `NOT_FOUND`, also for another owner's
 */
export async function findSubscription(context: OperationContext, id: string): Promise<WebhookSubscriptionRow> {
  const { tx } = context;
  const found = await tx.db
    .selectFrom("webhook_subscriptions")
    .selectAll()
    .where("id", "=", id)
    .where("organizationId", "=", credentialOf(context.caller).organizationId)
    .$if(tx.dialect === "postgres", (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  if (!found) throw notFound("subscription");
  return found;
}

/**
 * The addressed subscription, unless its owner has turned it off for good.
 * @throws {ProtocolError} `NOT_FOUND`
 */
export async function findKeptSubscription(context: OperationContext, id: string): Promise<WebhookSubscriptionRow> {
  const found = await findSubscription(context, id);
  if (found.deactivatedReason === "deleted") throw notFound("subscription");
  return found;
}

/** Stores changes of a subscription; answers it as it is then. */
export async function changeSubscription(
  { tx, clock }: OperationContext,
  id: string,
  changes: Partial<Omit<WebhookSubscriptionRow, "id" | "organizationId">>,
): Promise<WebhookSubscriptionRow> {
  return tx.db
    .updateTable("webhook_subscriptions")
    .set({ ...changes, updatedAt: clock.now() })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
