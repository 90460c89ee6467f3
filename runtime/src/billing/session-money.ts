import type { Work } from "../lifecycle/move-session.ts";
import type { SaleRow, SessionRow } from "../storage/rows.ts";
import { newId } from "../ids.ts";

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

/** The sales that charge a session and still count. */
export async function salesOfSession(work: Work, session: SessionRow): Promise<SaleRow[]> {
  return work.tx.db
    .selectFrom("sales")
    .innerJoin("sale_sessions", "sale_sessions.saleId", "sales.id")
    .selectAll("sales")
    .where("sale_sessions.sessionId", "=", session.id)
    .where("sales.status", "!=", "voided")
    .orderBy("sales.createdAt")
    .execute();
}

/** Records that money went back to the payer of a session. Nothing for nothing. */
export async function recordRefund(work: Work, session: SessionRow, amountMinor: number, by: string, reason: string): Promise<void> {
  if (amountMinor <= 0) return;
  await work.tx.db
    .insertInto("settlement_events")
    .values({
      id: newId("sev", work.clock),
      organizationId: session.organizationId,
      type: "refund",
      saleId: null,
      sessionId: session.id,
      orderId: session.orderId,
      clientId: session.clientId,
      currency: session.currency,
      amountMinor,
      at: work.clock.now(),
      by,
      details: { reason },
    })
    .execute();
}
