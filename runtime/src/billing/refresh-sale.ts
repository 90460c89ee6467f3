import type { Work } from "../lifecycle/author.ts";
import { type SaleBalance, type SaleFacts, saleBalance } from "../rules/payment-balance.ts";
import type { Tx } from "../storage/open-database.ts";
import type { SaleRow } from "../storage/rows.ts";

/** What a sale's events come to, for the sales given or, without ids, for every sale within reach. */
export async function saleFacts(tx: Tx, sales: readonly SaleRow[]): Promise<ReadonlyMap<string, SaleFacts>> {
  if (sales.length === 0) return new Map();
  const ids = sales.map((sale) => sale.id);
  const payments = await tx.db
    .selectFrom("payments")
    .select(["saleId", "amountMinor"])
    .where("saleId", "in", ids)
    .execute();
  const events = await tx.db
    .selectFrom("settlement_events")
    .select(["saleId", "type", "amountMinor", "forgivenMinor"])
    .where("saleId", "in", ids)
    .execute();
  const paymentsOf = Map.groupBy(payments, (payment) => payment.saleId);
  const eventsOf = Map.groupBy(events, (event) => event.saleId);
  return new Map(
    sales.map((sale) => {
      const own = eventsOf.get(sale.id) ?? [];
      const ofType = (...types: string[]) => own.filter((event) => types.includes(event.type));
      const facts: SaleFacts = {
        totalMinor: sale.totalMinor,
        voided: sale.voidedAt !== null,
        transactional: sale.transactional,
        paymentsMinor: sum((paymentsOf.get(sale.id) ?? []).map((payment) => payment.amountMinor)),
        refundsMinor: sum(ofType("refund").map((event) => event.amountMinor)),
        refundsForgivenMinor: sum(ofType("refund").map((event) => event.forgivenMinor)),
        chargebacksMinor: sum(ofType("chargeback").map((event) => event.amountMinor)),
        writtenOffMinor: sum(ofType("write_off", "credit").map((event) => event.forgivenMinor)),
      };
      return [sale.id, facts];
    }),
  );
}

/**
 * Recomputes what a sale has received and owes after one of its events. The only writer of these figures and of the
 * sale's status.
 */
export async function refreshSale({ tx }: Work, saleId: string): Promise<SaleRow> {
  const sale = await tx.db.selectFrom("sales").selectAll().where("id", "=", saleId).executeTakeFirstOrThrow();
  const facts = (await saleFacts(tx, [sale])).get(sale.id);
  if (!facts) throw new Error("A sale without facts.");
  const balance: SaleBalance = saleBalance(facts);
  await tx.db
    .updateTable("sales")
    .set({ ...balance })
    .where("id", "=", sale.id)
    .execute();
  return { ...sale, ...balance };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
