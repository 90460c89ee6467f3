import { newId } from "../ids.ts";
import type { Work } from "../lifecycle/author.ts";
import { timesMinor } from "../money.ts";
import type { NewRow, SaleRow, SessionRow } from "../storage/rows.ts";
import { refreshSale } from "./refresh-sale.ts";

export interface NewSale {
  /** Sessions charged, all of one client, offer and provider. */
  readonly sessions: readonly [SessionRow, ...SessionRow[]];
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly purpose: "delivery" | "penalty";
}

/**
 * Stores the sale that charges sessions, and puts to it what was paid for them before (objects page 14). In an order it
 * only informs: the order's own sales are what is paid (P-17, SVC-ORD-009).
 * @throws {ProtocolError} `VALIDATION_ERROR` when quantity times price is more than the node can hold
 */
export async function createSale(
  work: Work,
  { sessions, quantity, unitPriceMinor, purpose }: NewSale,
): Promise<SaleRow> {
  const [first] = sessions;
  return insertSale(
    work,
    {
      organizationId: first.organizationId,
      clientId: first.clientId,
      payerId: first.payerId,
      offerId: first.offerId,
      providerId: first.providerId,
      orderId: first.orderId,
      scheduleKey: null,
      quantity,
      currency: first.currency,
      unitPriceMinor,
      purpose,
      transactional: first.orderId === null,
      dueAt: null,
    },
    sessions.map((session) => session.id),
  );
}

type Computed = "id" | "totalMinor" | "paidMinor" | "forgivenMinor" | "dueMinor" | "status" | "createdAt" | "voidedAt";

/** Stores a sale, for the sessions given, with the prepayments of these and what of them was returned. */
export async function insertSale(
  work: Work,
  sale: Omit<NewRow<"sales">, Computed>,
  sessionIds: readonly string[],
): Promise<SaleRow> {
  const { db } = work.tx;
  const id = newId("sal", work.clock);
  const totalMinor = timesMinor(sale.unitPriceMinor, sale.quantity, "/quantity");
  await db
    .insertInto("sales")
    .values({
      ...sale,
      id,
      totalMinor,
      paidMinor: 0,
      forgivenMinor: 0,
      dueMinor: 0,
      status: "open",
      createdAt: work.clock.now(),
      voidedAt: null,
    })
    .execute();
  for (const sessionId of sessionIds) {
    await db
      .insertInto("sale_sessions")
      .values({ saleId: id, sessionId, organizationId: sale.organizationId })
      .execute();
    await db
      .updateTable("payments")
      .set({ saleId: id })
      .where("sessionId", "=", sessionId)
      .where("saleId", "is", null)
      .execute();
    await db
      .updateTable("settlement_events")
      .set({ saleId: id })
      .where("sessionId", "=", sessionId)
      .where("saleId", "is", null)
      .execute();
  }
  return refreshSale(work, id);
}
