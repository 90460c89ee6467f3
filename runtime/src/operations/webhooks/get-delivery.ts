import { notFound } from "../../errors.ts";
import { credentialOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { WebhookDeliveryRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";
import { deliveryDocument } from "./subscription-document.ts";

/** How one delivery went. */
export const getDelivery: Handler<"webhooks.get_delivery"> = async (context, input) => {
  const delivery = await findDelivery(context, input.delivery_id);
  return { id: delivery.id, attributes: deliveryDocument(delivery) };
};

/** @throws {ProtocolError} `NOT_FOUND`, also for another owner's */
export async function findDelivery({ tx, caller }: OperationContext, id: string): Promise<WebhookDeliveryRow> {
  const delivery = await tx.db
    .selectFrom("webhook_deliveries")
    .selectAll()
    .where("id", "=", id)
    .where("organizationId", "=", credentialOf(caller).organizationId)
    .executeTakeFirst();
  if (!delivery) throw notFound("delivery");
  return delivery;
}
