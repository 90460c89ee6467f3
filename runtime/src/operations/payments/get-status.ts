import type { CurrencyAccount, PaymentStatus } from "@servicialo/schema/0.8/types";
import { dueOn, paymentDocument, saleDocuments } from "../../billing/money-documents.ts";
import { notFound, ProtocolError } from "../../errors.ts";
import { toMoney } from "../../money.ts";
import { credentialOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { PaymentRow, SaleRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";
import { findSale } from "./find-sale.ts";

/** What is charged and paid, of one sale or of a client's account (objects page 16). */
export const getStatus: Handler<"payments.get_status"> = async (context, input) => {
  if ((input.sale_id === undefined) === (input.client_id === undefined)) {
    throw new ProtocolError("VALIDATION_ERROR", { parameter: "sale_id", detail: "Give exactly one of sale_id and client_id." });
  }
  return input.sale_id === undefined ? statusOfClient(context, input.client_id ?? "") : statusOfSale(context, input.sale_id);
};

async function statusOfSale(context: OperationContext, saleId: string) {
  const sale = await findSale(context, saleId);
  const payments = await context.tx.db.selectFrom("payments").selectAll().where("saleId", "=", sale.id).execute();
  const voided = sale.status === "voided";
  const attributes: PaymentStatus = {
    total: toMoney(voided ? 0 : sale.totalMinor, sale.currency),
    paid: toMoney(voided ? 0 : sale.paidMinor, sale.currency),
    balance: toMoney(dueOn(sale), sale.currency),
    status: sale.status,
    payments: newestFirst(payments).map(paymentDocument),
  };
  return { id: sale.id, attributes };
}

async function statusOfClient(context: OperationContext, clientId: string) {
  const { organizationId, subjectType, subjectId } = credentialOf(context.caller);
  const { db } = context.tx;
  const client = await db
    .selectFrom("clients")
    .innerJoin("organizations", "organizations.id", "clients.organizationId")
    .select(["clients.id", "organizations.currency"])
    .where("clients.id", "=", clientId)
    .where("clients.organizationId", "=", organizationId)
    .executeTakeFirst();
  if (!client || (subjectType === "client" && client.id !== subjectId)) throw notFound("client", { parameter: "client_id" });
  const sales = await db.selectFrom("sales").selectAll().where("clientId", "=", client.id).orderBy("createdAt", "desc").orderBy("id", "desc").execute();
  const payments = await db.selectFrom("payments").selectAll().where("clientId", "=", client.id).where("saleId", "is not", null).execute();
  const currencies = [...new Set([client.currency, ...sales.map((sale) => sale.currency)])];
  const accounts = currencies.map((currency) => accountIn(currency, sales, payments));
  const [main] = accounts;
  if (!main) throw new Error("A client has at least the account in the organization's currency.");
  const attributes: PaymentStatus = {
    ...main,
    payments: newestFirst(payments).map(paymentDocument),
    sales: await saleDocuments(context.tx, sales),
    ...(accounts.length > 1 && { accounts }),
  };
  return { id: client.id, attributes };
}

function accountIn(currency: string, sales: readonly SaleRow[], payments: readonly PaymentRow[]): CurrencyAccount {
  const counted = sales.filter((sale) => sale.currency === currency && sale.transactional && sale.status !== "voided");
  const total = sum(counted.map((sale) => sale.totalMinor));
  const countedIds = new Set(counted.map((sale) => sale.id));
  const paid = sum(payments.filter((payment) => countedIds.has(payment.saleId ?? "")).map((payment) => payment.amountMinor));
  const status = paid > total ? "in_credit" : paid < total ? "owing" : "settled";
  return {
    total: toMoney(total, currency),
    paid: toMoney(paid, currency),
    balance: toMoney(Math.abs(total - paid), currency),
    status,
  };
}

function newestFirst(payments: readonly PaymentRow[]): PaymentRow[] {
  return payments.toSorted((a, b) => b.recordedAt - a.recordedAt || (a.id < b.id ? 1 : -1));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
