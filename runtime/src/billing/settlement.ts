import { newId } from "../ids.ts";
import type { Work } from "../lifecycle/author.ts";
import { forgivenByRefund } from "../rules/payment-balance.ts";
import type { NewRow, SaleRow } from "../storage/rows.ts";
import { refreshSale } from "./refresh-sale.ts";

/** Who decided that money moves back, and why. */
export interface Decision {
  /** Id of the party, or `system`. */
  readonly by: string;
  readonly reason: string;
  /** The session whose charge it is about, when it is not about the whole sale. */
  readonly sessionId?: string;
}

type Event = Omit<NewRow<"settlement_events">, "id" | "at" | "details"> &
  Omit<Decision, "sessionId"> & { readonly details?: Record<string, unknown> };

/** Adds a settlement event. It changes no figure by itself: `refreshSale` does that. */
export async function recordSettlement({ tx, clock }: Work, { reason, details, ...event }: Event): Promise<void> {
  await tx.db
    .insertInto("settlement_events")
    .values({ ...event, id: newId("sev", clock), at: clock.now(), details: { reason, ...details } })
    .execute();
}

/**
 * Gives money back: what was received and what is asked for both go down. Deliveries, sessions and their billing status
 * stay as they are (lifecycle 7, SVC-LEDG-008).
 * @param amountMinor minor units; everything received when left out
 * @throws {RangeError} for more than was received, or nothing
 */
export async function refundSale(
  work: Work,
  sale: SaleRow,
  decision: Decision,
  amountMinor: number = sale.paidMinor,
): Promise<SaleRow> {
  requireWithin(amountMinor, sale.paidMinor, "was received");
  const forgivenMinor = forgivenByRefund({ ...sale, voided: sale.voidedAt !== null, amountMinor });
  await recordSettlement(work, { ...eventOn(sale), ...decision, type: "refund", amountMinor, forgivenMinor });
  return refreshSale(work, sale.id);
}

/**
 * Money that the payer's bank took back: received no longer, and owed again (lifecycle 7, SVC-LEDG-009).
 * @throws {RangeError} for more than was received, or nothing
 */
export async function chargeBackSale(
  work: Work,
  sale: SaleRow,
  decision: Decision,
  amountMinor: number = sale.paidMinor,
): Promise<SaleRow> {
  requireWithin(amountMinor, sale.paidMinor, "was received");
  await recordSettlement(work, { ...eventOn(sale), ...decision, type: "chargeback", amountMinor, forgivenMinor: 0 });
  return refreshSale(work, sale.id);
}

/**
 * Gives up a debt: nothing is received, and less is asked for.
 * @throws {RangeError} for more than is due, or nothing
 */
export async function writeOffSale(
  work: Work,
  sale: SaleRow,
  decision: Decision,
  amountMinor: number = sale.dueMinor,
): Promise<SaleRow> {
  requireWithin(amountMinor, sale.dueMinor, "is due");
  await recordSettlement(work, {
    ...eventOn(sale),
    ...decision,
    type: "write_off",
    amountMinor,
    forgivenMinor: amountMinor,
  });
  return refreshSale(work, sale.id);
}

/**
 * Takes the charge of one session back after its client prevailed: the sale is voided and what was received goes back
 * (lifecycle 6.4). Where it charges other sessions, too, only this one's price is credited.
 */
export async function withdrawCharge(
  work: Work,
  sale: SaleRow,
  decision: Decision & { readonly sessionId: string },
): Promise<void> {
  const { sessions } = await work.tx.db
    .selectFrom("sale_sessions")
    .select(({ fn }) => fn.countAll<number>().as("sessions"))
    .where("saleId", "=", sale.id)
    .executeTakeFirstOrThrow();
  if (Number(sessions) > 1) return creditSession(work, sale, decision);
  await work.tx.db.updateTable("sales").set({ voidedAt: work.clock.now() }).where("id", "=", sale.id).execute();
  const voided = await refreshSale(work, sale.id);
  if (voided.paidMinor > 0) await refundSale(work, voided, decision);
}

async function creditSession(work: Work, sale: SaleRow, decision: Decision): Promise<void> {
  const kept = sale.totalMinor - sale.forgivenMinor - sale.unitPriceMinor;
  const refund = Math.min(sale.unitPriceMinor, Math.max(0, sale.paidMinor - kept));
  if (refund > 0) await refundSale(work, sale, decision, refund);
  const credit = sale.unitPriceMinor - refund;
  if (credit === 0) return;
  await recordSettlement(work, {
    ...eventOn(sale),
    ...decision,
    type: "credit",
    amountMinor: credit,
    forgivenMinor: credit,
  });
  await refreshSale(work, sale.id);
}

function eventOn({ organizationId, clientId, orderId, currency, id }: SaleRow) {
  return { organizationId, clientId, orderId, currency, saleId: id, sessionId: null };
}

function requireWithin(amountMinor: number, most: number, what: string): void {
  if (Number.isSafeInteger(amountMinor) && amountMinor > 0 && amountMinor <= most) return;
  throw new RangeError(
    most === 0 ? `Nothing ${what} on this sale.` : `Give an amount above 0 and not above what ${what}.`,
  );
}
