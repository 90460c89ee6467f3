import { accountStatus } from "../rules/payment-balance.ts";
import type { Tx } from "../storage/open-database.ts";

/** How a client stands in one currency; minor units. */
export interface ClientAccount {
  readonly currency: string;
  /** Charged and still asked for: sales less what was refunded of them, written off or credited. */
  readonly chargedMinor: number;
  /** Received and still held: payments and prepayments less refunds and chargebacks. */
  readonly paidMinor: number;
  readonly status: "settled" | "owing" | "in_credit";
}

/** The accounts of a client, one for each currency of its sales and payments, from the figures of its sales. */
export async function clientAccounts(tx: Tx, clientId: string): Promise<ClientAccount[]> {
  const sales = await tx.db
    .selectFrom("sales")
    .select(["currency", "totalMinor", "forgivenMinor", "paidMinor", "voidedAt"])
    .where("clientId", "=", clientId)
    .where("transactional", "=", true)
    .execute();
  const prepayments = await tx.db
    .selectFrom("payments")
    .select(["currency", "amountMinor"])
    .where("clientId", "=", clientId)
    .where("saleId", "is", null)
    .execute();
  const returned = await tx.db
    .selectFrom("settlement_events")
    .select(["currency", "amountMinor"])
    .where("clientId", "=", clientId)
    .where("saleId", "is", null)
    .where("type", "in", ["refund", "chargeback"])
    .execute();
  const figures = new Map<string, { charged: number; paid: number }>();
  const add = (currency: string, charged: number, paid: number) => {
    const known = figures.get(currency) ?? { charged: 0, paid: 0 };
    figures.set(currency, { charged: known.charged + charged, paid: known.paid + paid });
  };
  for (const sale of sales) {
    add(sale.currency, sale.voidedAt === null ? sale.totalMinor - sale.forgivenMinor : 0, sale.paidMinor);
  }
  for (const payment of prepayments) add(payment.currency, 0, payment.amountMinor);
  for (const event of returned) add(event.currency, 0, -event.amountMinor);
  return [...figures].map(([currency, { charged, paid }]) => ({
    currency,
    chargedMinor: charged,
    paidMinor: paid,
    status: accountStatus(charged, paid),
  }));
}
