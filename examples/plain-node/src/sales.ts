import { randomUUID } from "node:crypto";
import { iso } from "./clock.ts";
import { Fault } from "./fault.ts";
import { type Amount, toMoney } from "./money.ts";
import type { Call } from "./request.ts";
import type { Payment, Sale, Session } from "./store.ts";

/** The debt that a session leaves, and whoever paid before owes nothing. */
export function openSale(
  call: Call,
  { session, unitPrice, others = [] }: { session: Session; unitPrice: Amount; others?: readonly Session[] },
): Sale {
  const sessionIds = [session, ...others].map(({ id }) => id);
  const total = { ...unitPrice, minor: unitPrice.minor * sessionIds.length };
  return call.work.put("sales", {
    id: `sal_${randomUUID()}`,
    organizationId: session.organizationId,
    clientId: session.clientId,
    offerId: session.offerId,
    providerId: session.providerId,
    sessionIds,
    quantity: sessionIds.length,
    unitPrice,
    total,
    paid: session.billing === "paid" ? total.minor : 0,
    voided: false,
    createdAt: call.clock.now(),
  });
}

export function salesOf(call: Call, session: Session): Sale[] {
  return call.work.all("sales", (sale) => !sale.voided && sale.sessionIds.includes(session.id));
}

export function voidSales(call: Call, session: Session): void {
  for (const sale of salesOf(call, session)) call.work.put("sales", { ...sale, voided: true });
}

export function saleDocument(sale: Sale): Record<string, unknown> {
  const { currency, minor } = sale.total;
  return {
    id: sale.id,
    client_id: sale.clientId,
    service_id: sale.offerId,
    provider_id: sale.providerId,
    session_ids: sale.sessionIds,
    quantity: sale.quantity,
    unit_price: toMoney(sale.unitPrice),
    total: toMoney(sale.total),
    status: statusOf(sale),
    paid: toMoney({ minor: sale.paid, currency }),
    due: toMoney({ minor: sale.voided ? 0 : minor - sale.paid, currency }),
    transactional: true,
    created_at: iso(sale.createdAt),
  };
}

export function statusOf({ voided, paid, total }: Sale): string {
  if (voided) return "voided";
  if (paid >= total.minor) return "paid";
  return paid > 0 ? "partially_paid" : "open";
}

export function paymentDocument({ id, saleId, amount, method, reference, recordedAt }: Payment) {
  return {
    id,
    sale_id: saleId,
    amount: toMoney(amount),
    method,
    ...(reference !== null && { reference }),
    recorded_at: iso(recordedAt),
  };
}

/** @throws {Fault} `CONFLICT` while a dispute freezes what a session owes */
export function requireUnfrozen(session: Session): void {
  if (session.state === "disputed") throw new Fault("CONFLICT", { detail: "A dispute is open." });
}
