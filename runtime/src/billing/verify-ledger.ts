import { ledgerFacts } from "../orders/order-facts.ts";
import { billingStatusFrom, type ChargeFacts } from "../rules/billing-status.ts";
import { orderLedger } from "../rules/order-ledger.ts";
import { sum } from "../rules/order-prices.ts";
import { type SaleFacts, saleBalance } from "../rules/payment-balance.ts";
import type { Tx } from "../storage/open-database.ts";
import type { OrderRow, SaleRow, SessionRow } from "../storage/rows.ts";
import { clientAccounts } from "./client-account.ts";
import { saleFacts } from "./refresh-sale.ts";

/** A stored or shown figure that does not follow from the recorded events. */
export interface LedgerDifference {
  readonly of: "sale" | "session" | "order" | "client";
  readonly id: string;
  readonly figure: string;
  readonly stored: string | number;
  readonly recomputed: string | number;
}

export interface LedgerReport {
  /** How many of each were recomputed. */
  readonly checked: {
    readonly sales: number;
    readonly sessions: number;
    readonly orders: number;
    readonly clients: number;
  };
  readonly differences: readonly LedgerDifference[];
}

/** How many rows are looked at together. */
const BATCH = 500;

/**
 * Recomputes every figure that the node keeps or shows of money from payments, settlement events and transitions, and
 * compares: sales, the billing status of sessions, the ledgers of orders, the accounts of clients.
 */
export async function verifyLedger(tx: Tx): Promise<LedgerReport> {
  const differences: LedgerDifference[] = [];
  const note =
    (of: LedgerDifference["of"], id: string) =>
    (figure: string, stored: string | number, recomputed: string | number) => {
      if (stored !== recomputed) differences.push({ of, id, figure, stored, recomputed });
    };
  const checked = {
    sales: await eachBatch(tx, "sales", (sales) => verifySales(tx, sales, note)),
    sessions: await eachBatch(tx, "sessions", (sessions) => verifySessions(tx, sessions, note)),
    orders: await eachBatch(tx, "service_orders", (orders) => verifyOrders(tx, orders, note)),
    clients: await eachBatch(tx, "clients", (clients) =>
      verifyClients(
        tx,
        clients.map(({ id }) => id),
        note,
      ),
    ),
  };
  return { checked, differences };
}

type Note = (
  of: LedgerDifference["of"],
  id: string,
) => (figure: string, stored: string | number, recomputed: string | number) => void;

interface Batched {
  sales: SaleRow;
  sessions: SessionRow;
  service_orders: OrderRow;
  clients: { id: string };
}

async function eachBatch<Table extends keyof Batched>(
  tx: Tx,
  table: Table,
  verify: (rows: Batched[Table][]) => Promise<void>,
): Promise<number> {
  let count = 0;
  for (let after = ""; ; ) {
    const rows = (await tx.db
      .selectFrom(table as "sales")
      .selectAll()
      .where("id", ">", after)
      .orderBy("id")
      .limit(BATCH)
      .execute()) as unknown as Batched[Table][];
    if (rows.length > 0) await verify(rows);
    count += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return count;
    after = last.id;
  }
}

async function verifySales(tx: Tx, sales: readonly SaleRow[], note: Note): Promise<void> {
  const facts = await saleFacts(tx, sales);
  const foreign = await eventsInOtherCurrencies(tx, sales);
  for (const sale of sales) {
    const differs = note("sale", sale.id);
    const balance = saleBalance(factsOf(facts, sale.id));
    differs("total", sale.totalMinor, sale.unitPriceMinor * sale.quantity);
    differs("paid", sale.paidMinor, balance.paidMinor);
    differs("forgiven", sale.forgivenMinor, balance.forgivenMinor);
    differs("due", sale.dueMinor, balance.dueMinor);
    differs("status", sale.status, balance.status);
    differs("events in other currencies", foreign.get(sale.id) ?? 0, 0);
  }
}

async function eventsInOtherCurrencies(tx: Tx, sales: readonly SaleRow[]): Promise<ReadonlyMap<string, number>> {
  const ids = sales.map((sale) => sale.id);
  const counts = new Map<string, number>();
  for (const table of ["payments", "settlement_events"] as const) {
    const rows = await tx.db.selectFrom(table).select(["saleId", "currency"]).where("saleId", "in", ids).execute();
    for (const sale of sales) {
      const foreign = rows.filter((row) => row.saleId === sale.id && row.currency !== sale.currency).length;
      counts.set(sale.id, (counts.get(sale.id) ?? 0) + foreign);
    }
  }
  return counts;
}

async function verifySessions(tx: Tx, sessions: readonly SessionRow[], note: Note): Promise<void> {
  const ids = sessions.map((session) => session.id);
  const links = await tx.db
    .selectFrom("sale_sessions")
    .innerJoin("sales", "sales.id", "sale_sessions.saleId")
    .selectAll("sales")
    .select("sale_sessions.sessionId")
    .where("sale_sessions.sessionId", "in", ids)
    .execute();
  const facts = await saleFacts(tx, links);
  const linksOf = Map.groupBy(links, (link) => link.sessionId);
  const prepaid = await prepaidFor(tx, ids);
  for (const session of sessions) {
    const charges = (linksOf.get(session.id) ?? []).map((sale): ChargeFacts => {
      const { purpose, transactional, voidedAt } = sale;
      return { purpose, transactional, voided: voidedAt !== null, everPaid: wasEverPaid(factsOf(facts, sale.id)) };
    });
    const recomputed = billingStatusFrom({
      state: session.state,
      charges,
      prepaid: (prepaid.get(session.id) ?? 0) > 0,
      taxDocument: session.taxDocument !== null,
    });
    note("session", session.id)("billing status", session.billingStatus, recomputed);
  }
}

/** Prepayments that no sale has taken up, less what of them went back. */
async function prepaidFor(tx: Tx, sessionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const held = new Map<string, number>();
  const add = (id: string | null, amount: number) => id !== null && held.set(id, (held.get(id) ?? 0) + amount);
  const payments = await tx.db
    .selectFrom("payments")
    .select(["sessionId", "amountMinor"])
    .where("sessionId", "in", sessionIds)
    .where("saleId", "is", null)
    .execute();
  const returned = await tx.db
    .selectFrom("settlement_events")
    .select(["sessionId", "amountMinor"])
    .where("sessionId", "in", sessionIds)
    .where("saleId", "is", null)
    .execute();
  for (const payment of payments) add(payment.sessionId, payment.amountMinor);
  for (const event of returned) add(event.sessionId, -event.amountMinor);
  return held;
}

async function verifyOrders(tx: Tx, orders: readonly OrderRow[], note: Note): Promise<void> {
  const shown = await ledgerFacts(tx, orders);
  for (const order of orders) {
    const differs = note("order", order.id);
    const facts = shown.get(order.id);
    if (!facts) continue;
    const ledger = orderLedger(facts);
    const raw = await rawOrder(tx, order);
    differs("services_verified", ledger.servicesVerified, raw.verified);
    differs("amount_billed", ledger.amountBilledMinor, raw.billed);
    differs("amount_collected", ledger.amountCollectedMinor, raw.collected);
    differs("bookings", order.bookingCount, raw.booked);
    differs("sessions", raw.entered, raw.booked);
    differs("state", order.state, raw.state);
    differs("transitions", order.transitionCount, raw.transitions);
  }
}

/** An order from transitions, sales, payments and settlement events alone. */
async function rawOrder(tx: Tx, order: OrderRow) {
  const { db } = tx;
  const sales = await db
    .selectFrom("sales")
    .select(["id", "quantity", "unitPriceMinor", "voidedAt"])
    .where("orderId", "=", order.id)
    .where("purpose", "=", "order")
    .execute();
  const ids = sales.map((sale) => sale.id);
  const payments =
    ids.length === 0 ? [] : await db.selectFrom("payments").select("amountMinor").where("saleId", "in", ids).execute();
  const events = await db
    .selectFrom("settlement_events")
    .select(["amountMinor", "saleId"])
    .where("orderId", "=", order.id)
    .where("type", "in", ["refund", "chargeback"])
    .execute();
  const sessions = await db.selectFrom("sessions").select("id").where("orderId", "=", order.id).execute();
  const entered = await db.selectFrom("order_sessions").select("sessionId").where("orderId", "=", order.id).execute();
  const verifications = await db
    .selectFrom("transitions")
    .innerJoin("sessions", "sessions.id", "transitions.sessionId")
    .select("transitions.sessionId")
    .where("sessions.orderId", "=", order.id)
    .where("transitions.toState", "=", "verified")
    .execute();
  const transitions = await db
    .selectFrom("order_transitions")
    .select("toState")
    .where("orderId", "=", order.id)
    .orderBy("seq")
    .execute();
  return {
    verified: verifications.length,
    billed: sum(sales.filter((sale) => sale.voidedAt === null).map((sale) => sale.quantity * sale.unitPriceMinor)),
    collected:
      sum(payments.map((payment) => payment.amountMinor)) -
      sum(
        events.filter((event) => event.saleId !== null && ids.includes(event.saleId)).map((event) => event.amountMinor),
      ),
    booked: sessions.length,
    entered: entered.length,
    state: transitions.at(-1)?.toState ?? "none",
    transitions: transitions.length,
  };
}

async function verifyClients(tx: Tx, clientIds: readonly string[], note: Note): Promise<void> {
  for (const clientId of clientIds) {
    const differs = note("client", clientId);
    const shown = await clientAccounts(tx, clientId);
    const raw = await rawAccounts(tx, clientId);
    for (const currency of new Set([...shown.map((account) => account.currency), ...raw.keys()])) {
      const account = shown.find((one) => one.currency === currency);
      const figures = raw.get(currency) ?? { charged: 0, paid: 0 };
      differs(`charged in ${currency}`, account?.chargedMinor ?? 0, figures.charged);
      differs(`paid in ${currency}`, account?.paidMinor ?? 0, figures.paid);
    }
  }
}

/** Accounts from sales as they were made, all payments and all settlement events of a client. */
async function rawAccounts(
  { db }: Tx,
  clientId: string,
): Promise<ReadonlyMap<string, { charged: number; paid: number }>> {
  const figures = new Map<string, { charged: number; paid: number }>();
  const add = (currency: string, charged: number, paid: number) => {
    const known = figures.get(currency) ?? { charged: 0, paid: 0 };
    figures.set(currency, { charged: known.charged + charged, paid: known.paid + paid });
  };
  const sales = await db
    .selectFrom("sales")
    .select(["id", "currency", "quantity", "unitPriceMinor"])
    .where("clientId", "=", clientId)
    .where("transactional", "=", true)
    .where("voidedAt", "is", null)
    .execute();
  const standing = new Set(sales.map((sale) => sale.id));
  const payments = await db
    .selectFrom("payments")
    .select(["currency", "amountMinor"])
    .where("clientId", "=", clientId)
    .execute();
  const events = await db.selectFrom("settlement_events").selectAll().where("clientId", "=", clientId).execute();
  for (const sale of sales) add(sale.currency, sale.quantity * sale.unitPriceMinor, 0);
  for (const payment of payments) add(payment.currency, 0, payment.amountMinor);
  for (const event of events) {
    const returned = event.type === "refund" || event.type === "chargeback" ? event.amountMinor : 0;
    add(event.currency, event.saleId !== null && standing.has(event.saleId) ? -event.forgivenMinor : 0, -returned);
  }
  return figures;
}

function wasEverPaid(facts: SaleFacts): boolean {
  const { paidMinor } = saleBalance(facts);
  return paidMinor + facts.refundsForgivenMinor + facts.chargebacksMinor >= facts.totalMinor;
}

function factsOf(facts: ReadonlyMap<string, SaleFacts>, id: string): SaleFacts {
  const found = facts.get(id);
  if (!found) throw new Error(`The sale ${id} has no facts.`);
  return found;
}
