import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import { isRecord, pick, pickList, pickText } from "./json-path.ts";
import { amountAt, fromMinor } from "./money-amounts.ts";
import { Unmet } from "./verdict.ts";

/** A charge as a client's account shows it; amounts in smallest units (objects 14). */
export interface SaleView {
  readonly id: string;
  readonly sessionIds: readonly string[];
  readonly orderId: string | undefined;
  readonly status: string | undefined;
  readonly total: number;
  readonly paid: number;
  readonly due: number;
  readonly currency: string;
  /** False: the informative charge of a session inside an order, which takes no payment (P-17). */
  readonly transactional: boolean;
}

/** How a client stands (objects 16). */
export interface AccountView {
  readonly answer: Answer;
  readonly status: string | undefined;
  /** Charged less received, in smallest units. */
  readonly balance: number | undefined;
  readonly sales: readonly SaleView[];
}

/**
 * The account of a client, as the organization reads it.
 * @throws Unmet when the node does not declare payments.get_status: then nothing outside shows what is owed
 */
export async function accountOf(context: CaseContext, clientId: string): Promise<AccountView> {
  if (!(await context.world.declares("payments.get_status")))
    throw new Unmet("payments.get_status is not declared, so what a client owes cannot be seen");
  const answer = await context.node.call("payments.get_status", { query: { client_id: clientId } });
  if (answer.status !== 200) throw new Unmet(`payments.get_status answered ${answer.describe()}`);
  return {
    answer,
    status: pickText(answer.body, "data.attributes.status"),
    balance: amountAt(answer.body, "data.attributes.balance")?.minor,
    sales: pickList(answer.body, "data.attributes.sales").filter(isRecord).map(saleOf),
  };
}

/** Reads a sale, of an account or of the answer to its creation. */
export function saleOf(sale: Readonly<Record<string, unknown>>): SaleView {
  const total = amountAt(sale, "total");
  return {
    id: pickText(sale, "id") ?? "",
    sessionIds: pickList(sale, "session_ids").filter((id): id is string => typeof id === "string"),
    orderId: pickText(sale, "service_order_id"),
    status: pickText(sale, "status"),
    total: total?.minor ?? Number.NaN,
    paid: amountAt(sale, "paid")?.minor ?? 0,
    due: amountAt(sale, "due")?.minor ?? 0,
    currency: total?.currency ?? "",
    transactional: pick(sale, "transactional") !== false,
  };
}

/** Sales that charge a session and stand. */
export function standing(account: AccountView, sessionId: string): readonly SaleView[] {
  return account.sales.filter((sale) => sale.sessionIds.includes(sessionId) && sale.status !== "voided");
}

/** Pays so many smallest units of a sale. */
export async function pay(
  context: CaseContext,
  sale: Pick<SaleView, "id" | "currency">,
  minor: number,
): Promise<Answer> {
  return context.node.call("payments.record_payment", {
    path: { sale_id: sale.id },
    attributes: { amount: fromMinor(minor, sale.currency), method: "transferencia" },
  });
}
