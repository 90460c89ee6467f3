import type { Work } from "../lifecycle/author.ts";
import type { SaleRow, SessionRow } from "../storage/rows.ts";
import { recordSettlement } from "./settlement.ts";

/** What was received for a session before any sale charged it, less what went back; minor units. */
export async function paidForSession(work: Work, session: SessionRow): Promise<number> {
  const { received } = await work.tx.db
    .selectFrom("payments")
    .select(({ fn }) => fn.sum<number>("amountMinor").as("received"))
    .where("sessionId", "=", session.id)
    .executeTakeFirstOrThrow();
  const { returned } = await work.tx.db
    .selectFrom("settlement_events")
    .select(({ fn }) => fn.sum<number>("amountMinor").as("returned"))
    .where("sessionId", "=", session.id)
    .where("type", "in", ["refund", "chargeback"])
    .executeTakeFirstOrThrow();
  return Number(received ?? 0) - Number(returned ?? 0);
}

/**
 * Takes the prepayment of a session off it, so that another one can have it; answers its payment. Null, and nothing is
 * changed, when it has none or another amount than the one that will be needed.
 */
export async function detachPrepayment(work: Work, session: SessionRow, neededMinor: number): Promise<string | null> {
  const { paymentId } = session;
  if (paymentId === null || (await paidForSession(work, session)) !== neededMinor) return null;
  await work.tx.db.updateTable("payments").set({ sessionId: null }).where("id", "=", paymentId).execute();
  return paymentId;
}

/** Puts a prepayment to the session that takes the place of the one it was made for. */
export async function attachPrepayment({ tx }: Work, session: SessionRow, paymentId: string): Promise<void> {
  await tx.db.updateTable("payments").set({ sessionId: session.id }).where("id", "=", paymentId).execute();
  await tx.db
    .updateTable("payment_intents")
    .set({ sessionId: session.id })
    .where("paymentId", "=", paymentId)
    .execute();
}

/** The sales that charge a session and still count. */
export async function salesOfSession(work: Work, session: SessionRow): Promise<SaleRow[]> {
  return work.tx.db
    .selectFrom("sales")
    .innerJoin("sale_sessions", "sale_sessions.saleId", "sales.id")
    .selectAll("sales")
    .where("sale_sessions.sessionId", "=", session.id)
    .where("sales.status", "!=", "voided")
    .orderBy("sales.createdAt")
    .orderBy("sales.id")
    .execute();
}

/** Records that a prepayment that no sale has taken up went back to the payer of a session. Nothing for nothing. */
export async function returnPrepayment(
  work: Work,
  session: SessionRow,
  amountMinor: number,
  by: string,
  reason: string,
): Promise<void> {
  if (amountMinor <= 0) return;
  const { organizationId, clientId, orderId, currency } = session;
  await recordSettlement(work, {
    type: "refund",
    organizationId,
    clientId,
    orderId,
    currency,
    sessionId: session.id,
    saleId: null,
    amountMinor,
    forgivenMinor: 0,
    by,
    reason,
  });
}
