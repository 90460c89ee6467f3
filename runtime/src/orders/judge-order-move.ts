import { machines, orderTargets } from "@servicialo/schema/0.8/machines";
import type { OrderState } from "@servicialo/schema/0.8/types";
import { ProtocolError } from "../errors.ts";
import { actorOf, credentialOf } from "../pipeline/caller.ts";
import type { OperationContext } from "../pipeline/context.ts";
import type { OrderRow } from "../storage/rows.ts";

/** What an actor is to an order. */
type OrderRole = "client" | "organization";

type OrderOperation = "service_orders.propose" | "service_orders.activate" | "service_orders.transition";

/**
 * Judges a wanted move of an order: who may, before whether it is possible (SVC-ERR-005). Who may stands in the machine;
 * no agent of the organization ever accepts for the client.
 * @throws {ProtocolError} `FORBIDDEN`, then `INVALID_TRANSITION`
 */
export function judgeOrderMove(
  context: OperationContext,
  order: OrderRow,
  to: OrderState,
  operation: OrderOperation,
): void {
  const role = operation === "service_orders.activate" ? acceptingRole(context, order) : roleIn(context, order);
  const moves = machines.order.moves.filter(
    (move) => move.to === to && move.from !== null && (move.operations as readonly string[]).includes(operation),
  );
  const isMine = (parties: readonly string[]) => role !== null && parties.includes(role);
  if (role === null || (moves.length > 0 && !moves.some((move) => isMine(move.by)))) throw forbidden(to);
  const move = moves.find(({ from }) => from === order.state);
  if (!move) throw invalidOrderTransition(order.state, to);
  if (!isMine(move.by)) throw forbidden(to);
}

/** @throws {ProtocolError} `FORBIDDEN` unless the organization of the order acts */
export function requireOrganization(context: OperationContext, organizationId: string, detail: string): void {
  const actor = actorOf(context.caller);
  if (actor.type !== "organization" || actor.id !== organizationId) throw new ProtocolError("FORBIDDEN", { detail });
}

/** The refusal of a move that the machine does not have. */
export function invalidOrderTransition(from: OrderState, to: OrderState): ProtocolError {
  const targets: readonly OrderState[] = orderTargets[from];
  const activation = from === "proposed" && to === "active" ? " An order is accepted by its activation." : "";
  return new ProtocolError("INVALID_TRANSITION", {
    detail: `From '${from}' to '${to}' is not allowed here. Valid: ${targets.join(", ") || "none"}.${activation}`,
    pointer: "/to_state",
    meta: { valid_targets: targets },
  });
}

function roleIn(context: OperationContext, order: OrderRow): OrderRole | null {
  const actor = actorOf(context.caller);
  if (actor.type === "organization" && actor.id === order.organizationId) return "organization";
  return actor.type === "client" && actor.id === order.clientId ? "client" : null;
}

/** The client or the payer, by a credential of their own: nobody accepts an agreement in their name (SVC-ORD-005). */
function acceptingRole(context: OperationContext, order: OrderRow): OrderRole | null {
  const actor = actorOf(context.caller);
  const { subjectType, subjectId } = credentialOf(context.caller);
  const isParty = actor.id === order.clientId || actor.id === order.payerId;
  return actor.type === "client" && isParty && subjectType === "client" && subjectId === actor.id ? "client" : null;
}

function forbidden(to: OrderState): ProtocolError {
  return new ProtocolError("FORBIDDEN", { detail: `This actor may not move the order to '${to}'.` });
}
