import type { LedgerFacts } from "../rules/order-ledger.ts";
import type { OrderSession } from "../rules/order-prices.ts";
import type { Tx } from "../storage/open-database.ts";
import type { OrderRow, SessionRow } from "../storage/rows.ts";
import { orderPrices, termsOf } from "./order-terms.ts";

/** A session of an order with where it stands. */
export interface OrderSessionFacts extends OrderSession {
  readonly id: string;
  readonly orderId: string;
  readonly state: SessionRow["state"];
  /** When it moved last: of a verified one, when it was verified. */
  readonly movedAt: number;
}

/** Every session of the orders given, by order, as they were booked. */
export async function orderSessions(
  tx: Tx,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, OrderSessionFacts[]>> {
  if (orderIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom("order_sessions")
    .innerJoin("sessions", "sessions.id", "order_sessions.sessionId")
    .select([
      "sessions.id",
      "order_sessions.orderId",
      "order_sessions.catalogueMinor",
      "order_sessions.rateMinor",
      "sessions.state",
      "sessions.lastTransitionAt",
      "sessions.durationMinutes",
      "sessions.durationActualMinutes",
      "sessions.priceMinor",
      "sessions.amountMinor",
    ])
    .where("order_sessions.orderId", "in", orderIds)
    .orderBy("order_sessions.seq")
    .execute();
  const sessions = rows.map((row) => ({
    id: row.id,
    orderId: row.orderId,
    state: row.state,
    movedAt: row.lastTransitionAt,
    plannedMinutes: row.durationMinutes,
    actualMinutes: row.durationActualMinutes,
    catalogueMinor: row.catalogueMinor,
    rateMinor: row.rateMinor,
    priceMinor: row.priceMinor,
    amountMinor: row.amountMinor,
  }));
  return Map.groupBy(sessions, (session) => session.orderId);
}

/** Those that are verified, in the order of their verification. */
export function verifiedSessions(sessions: readonly OrderSessionFacts[]): OrderSessionFacts[] {
  return sessions
    .filter((session) => session.state === "verified")
    .toSorted((a, b) => a.movedAt - b.movedAt || (a.id < b.id ? -1 : 1));
}

/** What the ledgers of the orders given are computed from, in two queries however many there are. */
export async function ledgerFacts(tx: Tx, orders: readonly OrderRow[]): Promise<ReadonlyMap<string, LedgerFacts>> {
  if (orders.length === 0) return new Map();
  const ids = orders.map((order) => order.id);
  const sessions = await orderSessions(tx, ids);
  const sales = await tx.db
    .selectFrom("sales")
    .select(["orderId", "totalMinor", "paidMinor", "voidedAt"])
    .where("orderId", "in", ids)
    .where("purpose", "=", "order")
    .execute();
  const salesOf = Map.groupBy(sales, (sale) => sale.orderId);
  return new Map(
    orders.map((order) => [
      order.id,
      {
        prices: orderPrices(termsOf(order)),
        verified: verifiedSessions(sessions.get(order.id) ?? []),
        sales: (salesOf.get(order.id) ?? []).map(({ totalMinor, paidMinor, voidedAt }) => ({
          totalMinor,
          paidMinor,
          voided: voidedAt !== null,
        })),
      },
    ]),
  );
}
