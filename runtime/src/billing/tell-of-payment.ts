import type { PaymentReceivedData } from "@servicialo/schema/0.8/types";
import { recordEvents } from "../events/record-events.ts";
import type { Work } from "../lifecycle/author.ts";
import { toMoney } from "../money.ts";
import type { PaymentRow } from "../storage/rows.ts";

/** Tells that money came in for a sale: how much, and not from whom. */
export async function tellOfPayment(work: Work, payment: PaymentRow): Promise<void> {
  const { organizationId, sessionId, saleId, id, amountMinor, currency } = payment;
  // The event names a sale; a prepayment has none yet.
  if (saleId === null) return;
  const data: PaymentReceivedData = { sale_id: saleId, payment: { id, amount: toMoney(amountMinor, currency) } };
  await recordEvents(work, { organizationId, sessionId }, [{ name: "payment.received", data: { ...data } }]);
}
