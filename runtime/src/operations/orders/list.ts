import type { ExpressionBuilder } from "kysely";
import { viewerOf } from "../../orders/find-order.ts";
import { orderDocuments } from "../../orders/order-document.ts";
import { agentOf, credentialOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { Tables } from "../../storage/entities/index.ts";
import { organizationByReference } from "../../storage/parties.ts";
import type { Handler } from "../handler.ts";
import { pageOf, totalOf } from "../paging.ts";

type Input = Parameters<Handler<"service_orders.list">>[1];

/** Orders that the caller may see, newest first: a party's own, and those whose visibility lets them be found. */
export const listOrders: Handler<"service_orders.list"> = async (context, input) => {
  const visible = await visibleOrders(context, input);
  if (!visible) return { total: 0, items: [] };
  const { limit, offset } = pageOf(input);
  const orders = await visible
    .selectAll()
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  const seen = [];
  for (const order of orders) seen.push({ order, viewer: await viewerOf(context, order) });
  const documents = await orderDocuments(context.tx, seen);
  return { total: await totalOf(visible), items: documents.map((attributes) => ({ id: attributes.id, attributes })) };
};

async function visibleOrders({ tx, caller }: OperationContext, input: Input) {
  const { organizationId, subjectType, subjectId } = credentialOf(caller);
  const wanted =
    input.organization_id === undefined
      ? organizationId
      : (await organizationByReference(tx, input.organization_id))?.id;
  if (wanted !== organizationId) return null;
  const { client_id: clientId, state } = input;
  const agent = agentOf(caller);
  const orderId = agent?.orderId ?? null;
  // An agent is shown what concerns its principal, and nothing that lies outside of its mandate's order (M-03).
  const others = (row: ExpressionBuilder<Tables, "service_orders">) =>
    agent ? [] : [row("visibility", "=", "public")];
  return tx.db
    .selectFrom("service_orders")
    .where("organizationId", "=", organizationId)
    .$if(clientId !== undefined, (query) => query.where("clientId", "=", clientId ?? ""))
    .$if(state !== undefined, (query) => query.where("state", "=", state ?? "draft"))
    .$if(subjectType === "client", (query) =>
      query.where((row) => row.or([row("clientId", "=", subjectId), row("payerId", "=", subjectId), ...others(row)])),
    )
    .$if(subjectType === "provider", (query) =>
      query.where((row) =>
        row.or([
          row(
            "id",
            "in",
            row
              .selectFrom("sessions")
              .select("orderId")
              .where("providerId", "=", subjectId)
              .where("orderId", "is not", null)
              .$castTo<{ orderId: string }>(),
          ),
          ...others(row),
        ]),
      ),
    )
    .$if(orderId !== null, (query) => query.where("id", "=", orderId ?? ""));
}
