import type { CurrencyAccount, PaymentStatus } from "@servicialo/schema/0.8/types";
import { type ClientAccount, clientAccounts } from "../../billing/client-account.ts";
import { paymentDocument, saleDocuments, settlementDocument } from "../../billing/money-documents.ts";
import { notFound, ProtocolError } from "../../errors.ts";
import { toMoney } from "../../money.ts";
import { credentialOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { PaymentRow, SettlementEventRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";
import { findSale } from "./find-sale.ts";

/** What is charged and paid, of one sale or of a client's account, after refunds and chargebacks (objects page 16). */
export const getStatus: Handler<"payments.get_status"> = async (context, input) => {
  if ((input.sale_id === undefined) === (input.client_id === undefined)) {
    throw new ProtocolError("VALIDATION_ERROR", {
      parameter: "sale_id",
      detail: "Give exactly one of sale_id and client_id.",
    });
  }
  return input.sale_id === undefined
    ? statusOfClient(context, input.client_id ?? "")
    : statusOfSale(context, input.sale_id);
};

async function statusOfSale(context: OperationContext, saleId: string) {
  const sale = await findSale(context, saleId);
  const { db } = context.tx;
  const payments = await db.selectFrom("payments").selectAll().where("saleId", "=", sale.id).execute();
  const events = await db.selectFrom("settlement_events").selectAll().where("saleId", "=", sale.id).execute();
  const attributes: PaymentStatus = {
    total: toMoney(sale.status === "voided" ? 0 : sale.totalMinor - sale.forgivenMinor, sale.currency),
    paid: toMoney(sale.paidMinor, sale.currency),
    balance: toMoney(sale.dueMinor, sale.currency),
    status: sale.status,
    payments: newestFirst(payments).map(paymentDocument),
  };
  return { id: sale.id, attributes, ...settlements(events) };
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
  if (!client || (subjectType === "client" && client.id !== subjectId))
    throw notFound("client", { parameter: "client_id" });
  const sales = await db
    .selectFrom("sales")
    .selectAll()
    .where("clientId", "=", client.id)
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .execute();
  const payments = await db
    .selectFrom("payments")
    .selectAll()
    .where("clientId", "=", client.id)
    .where("saleId", "is not", null)
    .execute();
  const events = await db.selectFrom("settlement_events").selectAll().where("clientId", "=", client.id).execute();
  const known = await clientAccounts(context.tx, client.id);
  const empty: ClientAccount = { currency: client.currency, chargedMinor: 0, paidMinor: 0, status: "settled" };
  const own = known.find(({ currency }) => currency === client.currency) ?? empty;
  const accounts = [own, ...known.filter((account) => account !== own)].map(accountDocument);
  const attributes: PaymentStatus = {
    ...accountDocument(own),
    payments: newestFirst(payments).map(paymentDocument),
    sales: await saleDocuments(context.tx, sales),
    ...(accounts.length > 1 && { accounts }),
  };
  return { id: client.id, attributes, ...settlements(events) };
}

function accountDocument({ currency, chargedMinor, paidMinor, status }: ClientAccount): CurrencyAccount {
  return {
    total: toMoney(chargedMinor, currency),
    paid: toMoney(paidMinor, currency),
    balance: toMoney(Math.abs(chargedMinor - paidMinor), currency),
    status,
  };
}

/** What moved money back, or gave up a debt: it has no place in the list of payments, so it stands beside the account. */
function settlements(events: readonly SettlementEventRow[]) {
  if (events.length === 0) return {};
  const newest = events.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  return { meta: { settlements: newest.map(settlementDocument) } };
}

function newestFirst(payments: readonly PaymentRow[]): PaymentRow[] {
  return payments.toSorted((a, b) => b.recordedAt - a.recordedAt || (a.id < b.id ? 1 : -1));
}
