import type { Actor, Payment, Sale } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../clock.ts";
import { toMoney } from "../money.ts";
import type { JsonObject } from "../storage/json-shapes.ts";
import type { Tx } from "../storage/open-database.ts";
import type { PaymentRow, SaleRow, SettlementEventRow } from "../storage/rows.ts";

/** Charges as the protocol shows them (objects page 14). */
export async function saleDocuments(tx: Tx, sales: readonly SaleRow[]): Promise<Sale[]> {
  if (sales.length === 0) return [];
  const ids = sales.map((sale) => sale.id);
  const charged = await tx.db
    .selectFrom("sale_sessions")
    .select(["saleId", "sessionId"])
    .where("saleId", "in", ids)
    .orderBy("sessionId")
    .execute();
  return sales.map((sale) => {
    const sessionIds = charged.filter((row) => row.saleId === sale.id).map((row) => row.sessionId);
    return saleDocument(sale, sessionIds);
  });
}

function saleDocument(sale: SaleRow, sessionIds: string[]): Sale {
  const money = (minor: number) => toMoney(minor, sale.currency);
  return {
    id: sale.id,
    client_id: sale.clientId,
    // An order that issues a sale without a delivery has neither: it stands in, and so does its organization.
    service_id: sale.offerId ?? sale.orderId ?? sale.organizationId,
    provider_id: sale.providerId ?? sale.organizationId,
    session_ids: sessionIds,
    quantity: sale.quantity,
    unit_price: money(sale.unitPriceMinor),
    total: money(sale.totalMinor),
    status: sale.status,
    paid: money(sale.paidMinor),
    due: money(sale.dueMinor),
    ...(sale.orderId !== null && { service_order_id: sale.orderId }),
    transactional: sale.transactional,
    created_at: isoInstant(sale.createdAt),
  };
}

/** Money received as the protocol shows it (objects page 15). */
export function paymentDocument(payment: PaymentRow): Payment {
  return {
    id: payment.id,
    sale_id: payment.saleId ?? "",
    amount: toMoney(payment.amountMinor, payment.currency),
    method: payment.method as Payment["method"],
    ...(payment.reference !== null && { reference: payment.reference }),
    recorded_at: isoInstant(payment.recordedAt),
    ...(payment.actor !== null && { actor: payment.actor as unknown as Actor }),
  };
}

/** Money that moved back, or a debt that was given up. The protocol has no object for it: it is told in the answer's meta. */
export function settlementDocument(event: SettlementEventRow) {
  const { reason } = event.details as JsonObject;
  return {
    id: event.id,
    type: event.type,
    amount: toMoney(event.amountMinor, event.currency),
    at: isoInstant(event.at),
    ...(event.saleId !== null && { sale_id: event.saleId }),
    ...(event.sessionId !== null && { session_id: event.sessionId }),
    ...(typeof reason === "string" && { reason }),
  };
}
