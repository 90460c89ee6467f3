import { notFound } from "../errors.ts";
import { credentialOf } from "../pipeline/caller.ts";
import type { OperationContext } from "../pipeline/context.ts";
import type { OrderRow } from "../storage/rows.ts";

/** What a credential is to an order: what it may be shown of it. */
export type OrderViewer =
  /** The organization that delivers: everything. */
  | "organization"
  /** The client or the payer: everything but costs. */
  | "client"
  /** A provider with a session under it: everything but costs. */
  | "provider"
  /** Anybody else of the organization: the agreement, when its visibility lets it be found. */
  | "other";

export interface SeenOrder {
  readonly order: OrderRow;
  readonly viewer: OrderViewer;
}

/**
 * The addressed order, as far as the caller's credential reaches: its parties always, others of the organization unless
 * it is private (SVC-ORD-006).
 * @throws {ProtocolError} `NOT_FOUND`
 */
export async function findOrder(context: OperationContext, id: string): Promise<SeenOrder> {
  const order = await context.tx.db
    .selectFrom("service_orders")
    .selectAll()
    .where("id", "=", id)
    .where("organizationId", "=", credentialOf(context.caller).organizationId)
    .executeTakeFirst();
  if (!order) throw notFound("service order");
  const viewer = await viewerOf(context, order);
  if (viewer === "other" && order.visibility === "private") throw notFound("service order");
  return { order, viewer };
}

/** @throws {ProtocolError} `NOT_FOUND` for who is no party to the order */
export async function findOwnOrder(context: OperationContext, id: string): Promise<SeenOrder> {
  const seen = await findOrder(context, id);
  if (seen.viewer === "other") throw notFound("service order");
  return seen;
}

/** What the caller's credential is to an order. */
export async function viewerOf(context: OperationContext, order: OrderRow): Promise<OrderViewer> {
  const { subjectType, subjectId } = credentialOf(context.caller);
  if (subjectType === "organization") return "organization";
  if (subjectType === "client" && (subjectId === order.clientId || subjectId === order.payerId)) return "client";
  if (subjectType !== "provider") return "other";
  const session = await context.tx.db
    .selectFrom("sessions")
    .select("id")
    .where("orderId", "=", order.id)
    .where("providerId", "=", subjectId)
    .limit(1)
    .executeTakeFirst();
  return session ? "provider" : "other";
}
