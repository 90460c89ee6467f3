import { newId } from "../ids.ts";
import { type Author, moveSession, type Work } from "../lifecycle/move-session.ts";
import { verifyIfDue } from "../lifecycle/moves/verify.ts";
import type { SaleRow, SessionRow } from "../storage/rows.ts";
import { paidForSession } from "./session-money.ts";

export interface NewSale {
  /** Sessions charged, all of one client, offer and provider. */
  readonly sessions: readonly [SessionRow, ...SessionRow[]];
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly purpose: "delivery" | "penalty";
}

/** Stores a sale with what was paid for its sessions before (objects page 14). */
export async function createSale(work: Work, sale: NewSale): Promise<SaleRow> {
  const [first] = sale.sessions;
  const totalMinor = sale.quantity * sale.unitPriceMinor;
  const prepaid = (await Promise.all(sale.sessions.map((session) => paidForSession(work, session)))).reduce((a, b) => a + b, 0);
  const paidMinor = Math.min(prepaid, totalMinor);
  const id = newId("sal", work.clock);
  await work.tx.db
    .insertInto("sales")
    .values({
      id,
      organizationId: first.organizationId,
      clientId: first.clientId,
      payerId: first.payerId,
      offerId: first.offerId,
      providerId: first.providerId,
      orderId: first.orderId,
      quantity: sale.quantity,
      currency: first.currency,
      unitPriceMinor: sale.unitPriceMinor,
      totalMinor,
      paidMinor,
      status: saleStatus(totalMinor, paidMinor),
      purpose: sale.purpose,
      transactional: first.orderId === null,
      createdAt: work.clock.now(),
      voidedAt: null,
    })
    .execute();
  for (const session of sale.sessions) {
    await work.tx.db.insertInto("sale_sessions").values({ saleId: id, sessionId: session.id, organizationId: session.organizationId }).execute();
    await work.tx.db.updateTable("payments").set({ saleId: id }).where("sessionId", "=", session.id).where("saleId", "is", null).execute();
  }
  return work.tx.db.selectFrom("sales").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

/** Status that follows from what was paid. */
export function saleStatus(totalMinor: number, paidMinor: number): "open" | "partially_paid" | "paid" {
  if (paidMinor >= totalMinor && totalMinor > 0) return "paid";
  return paidMinor > 0 ? "partially_paid" : "open";
}

/**
 * documented → charged, with the sale that charges it; verified at once when its deadline has passed (L-12, SVC-VERI-004).
 * What was paid before stays paid (SVC-BILL-003).
 */
export async function chargeSession(work: Work, session: SessionRow, author: Author): Promise<SessionRow> {
  const charged = await moveSession(work, session, {
    to: "charged",
    author,
    set: { billingStatus: session.billingStatus === "paid" ? "paid" : "charged", chargedAt: work.clock.now() },
  });
  return verifyIfDue(work, charged);
}
