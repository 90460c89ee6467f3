import { valueNamed } from "@servicialo/schema/0.8/aliases";
import { paymentDocument } from "../../billing/money-documents.ts";
import { refreshSale } from "../../billing/refresh-sale.ts";
import { tellOfPayment } from "../../billing/tell-of-payment.ts";
import { invalid, ProtocolError } from "../../errors.ts";
import { newId } from "../../ids.ts";
import { changeSession } from "../../lifecycle/move-session.ts";
import { fromMinorUnits, readAmount } from "../../money.ts";
import { actorOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { billingStatusAfter } from "../../rules/billing-status.ts";
import type { JsonObject } from "../../storage/json-shapes.ts";
import type { PaymentRow, SaleRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";
import { findSale, requireMoneyRole } from "./find-sale.ts";

/** Records money received for a sale. It never moves the lifecycle (SVC-BILL-001). */
export const recordPayment: Handler<"payments.record_payment"> = async (context, input) => {
  const sale = await findSale(context, input.sale_id);
  requireMoneyRole(context, sale.providerId);
  const amountMinor = readAmount(input.amount, sale.currency, "/amount");
  await requirePayable(context, sale);
  if (amountMinor > sale.dueMinor) {
    throw invalid("/amount", `More than is due: ${fromMinorUnits(sale.dueMinor, sale.currency)} ${sale.currency}.`);
  }
  const payment: PaymentRow = {
    id: newId("pay", context.clock),
    organizationId: sale.organizationId,
    saleId: sale.id,
    sessionId: null,
    clientId: sale.clientId,
    payerId: sale.payerId,
    currency: sale.currency,
    amountMinor,
    method: valueNamed("PaymentMethod", input.method) ?? input.method,
    reference: input.reference ?? null,
    actor: actorOf(context.caller).claim as unknown as JsonObject,
    recordedAt: context.clock.now(),
  };
  await context.tx.db.insertInto("payments").values(payment).execute();
  await settle(context, sale, payment);
  await tellOfPayment(context, payment);
  return { id: payment.id, attributes: paymentDocument(payment) };
};

/** @throws {ProtocolError} `CONFLICT` for a sale that takes no money: voided, informative (P-17), or frozen by a dispute */
async function requirePayable({ tx }: OperationContext, sale: SaleRow): Promise<void> {
  if (sale.status === "voided") throw new ProtocolError("CONFLICT", { detail: "The sale is voided." });
  if (!sale.transactional)
    throw new ProtocolError("CONFLICT", { detail: "The order of this session is paid, not the session." });
  const frozen = await tx.db
    .selectFrom("sale_sessions")
    .innerJoin("sessions", "sessions.id", "sale_sessions.sessionId")
    .select("sessions.id")
    .where("sale_sessions.saleId", "=", sale.id)
    .where("sessions.state", "=", "disputed")
    .executeTakeFirst();
  if (frozen) throw new ProtocolError("CONFLICT", { detail: "The charge is frozen by a dispute." });
}

/** Brings sale and sessions up to date; a session whose charge is paid is paid, whatever its state (D-10). */
async function settle(context: OperationContext, { id }: SaleRow, payment: PaymentRow): Promise<void> {
  const sale = await refreshSale(context, id);
  if (sale.status !== "paid") return;
  const sessions = await context.tx.db
    .selectFrom("sessions")
    .innerJoin("sale_sessions", "sale_sessions.sessionId", "sessions.id")
    .selectAll("sessions")
    .where("sale_sessions.saleId", "=", id)
    .where("sessions.state", sale.purpose === "penalty" ? "=" : "!=", "cancelled")
    .execute();
  for (const session of sessions) {
    await changeSession(context, session, {
      billingStatus: billingStatusAfter(session.billingStatus, { type: "settled" }),
      paymentId: payment.id,
    });
  }
}
