import type { SingleResult } from "@servicialo/schema/0.8/handlers";
import type { Ledger, OrderPricing, OrderTerm, ServiceOrder } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../clock.ts";
import { transitionRecord } from "../lifecycle/transition-record.ts";
import { fromMinorUnits } from "../money.ts";
import type { OperationContext } from "../pipeline/context.ts";
import { type LedgerFacts, orderLedger } from "../rules/order-ledger.ts";
import type { Tx } from "../storage/open-database.ts";
import type { OrderRow } from "../storage/rows.ts";
import type { OrderViewer, SeenOrder } from "./find-order.ts";
import { ledgerFacts } from "./order-facts.ts";
import { termsOf } from "./order-terms.ts";

/** Orders as the protocol shows them, each to its viewer (objects page 13), in four queries however many there are. */
export async function orderDocuments(tx: Tx, seen: readonly SeenOrder[]): Promise<ServiceOrder[]> {
  if (seen.length === 0) return [];
  const orders = seen.map(({ order }) => order);
  const ids = orders.map((order) => order.id);
  const facts = await ledgerFacts(tx, orders);
  const transitions = await tx.db
    .selectFrom("order_transitions")
    .selectAll()
    .where("orderId", "in", ids)
    .orderBy("seq")
    .execute();
  const sessions = await tx.db
    .selectFrom("order_sessions")
    .select(["orderId", "sessionId"])
    .where("orderId", "in", ids)
    .orderBy("seq")
    .execute();
  const recorded = Map.groupBy(transitions, (transition) => transition.orderId);
  const booked = Map.groupBy(sessions, (session) => session.orderId);
  return seen.map(({ order, viewer }) => ({
    ...agreement(order, viewer),
    ...(viewer !== "other" && { ledger: ledgerDocument(order, facts.get(order.id)) }),
    lifecycle: {
      current_state: order.state,
      ...(viewer !== "other" && { transitions: (recorded.get(order.id) ?? []).map(transitionRecord) }),
    },
    ...(viewer !== "other" && { service_ids: (booked.get(order.id) ?? []).map((session) => session.sessionId) }),
  }));
}

/** The ledger, computed now. */
export async function readLedger(tx: Tx, order: OrderRow): Promise<Ledger> {
  return ledgerDocument(order, (await ledgerFacts(tx, [order])).get(order.id));
}

/**
 * The answer to a command on an order: the order as it is now, and every move recorded since it was `before`.
 * @param before the order as the command found it; null when the command opened it
 */
export async function orderAnswer(
  context: OperationContext,
  before: OrderRow | null,
  seen: SeenOrder,
): Promise<SingleResult<ServiceOrder>> {
  const [attributes] = await orderDocuments(context.tx, [seen]);
  if (!attributes) throw new Error("The order that was just written is gone.");
  const rows = await context.tx.db
    .selectFrom("order_transitions")
    .selectAll()
    .where("orderId", "=", seen.order.id)
    .where("seq", ">", before?.transitionCount ?? 0)
    .orderBy("seq")
    .execute();
  const moves = rows.map((row) => ({ from: row.fromState, to: row.toState, at: isoInstant(row.at) }));
  const isMove = before !== null && moves.length > 0;
  return {
    id: seen.order.id,
    attributes,
    ...(isMove && { meta: { transition: moves.at(-1), ...(moves.length > 1 && { transitions: moves }) } }),
  };
}

function agreement(order: OrderRow, viewer: OrderViewer) {
  const terms = termsOf(order);
  return {
    id: order.id,
    organization_id: order.organizationId,
    client_id: order.clientId,
    payer_id: order.payerId,
    visibility: order.visibility,
    ...terms,
    term: presentTerm(order, terms.term),
    pricing: viewer === "organization" ? terms.pricing : withoutCosts(terms.pricing),
  };
}

/** Renewals move the end of the term. */
function presentTerm(order: OrderRow, term: OrderTerm): OrderTerm {
  const renewed = order.endsAt !== null && order.endsAt !== Date.parse(term.ends_at ?? "");
  return renewed && order.endsAt !== null ? { ...term, ends_at: isoInstant(order.endsAt) } : term;
}

/** What an hour costs the organization is never shown to the client's side (objects page 13). */
function withoutCosts(pricing: OrderPricing): OrderPricing {
  if (pricing.rate_card === undefined) return pricing;
  return { ...pricing, rate_card: pricing.rate_card.map(({ level, billable_rate }) => ({ level, billable_rate })) };
}

function ledgerDocument(order: OrderRow, facts: LedgerFacts | undefined): Ledger {
  if (!facts) throw new Error("An order without facts.");
  const { currency } = order.pricing as OrderPricing;
  const ledger = orderLedger(facts);
  const amount = (minor: number) => fromMinorUnits(minor, currency);
  return {
    services_verified: ledger.servicesVerified,
    hours_consumed: ledger.minutesConsumed / 60,
    amount_consumed: amount(ledger.amountConsumedMinor),
    amount_billed: amount(ledger.amountBilledMinor),
    amount_collected: amount(ledger.amountCollectedMinor),
    ...(ledger.amountRemainingMinor !== null && { amount_remaining: amount(ledger.amountRemainingMinor) }),
  };
}
