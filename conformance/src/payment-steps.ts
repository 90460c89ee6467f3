import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import { need } from "./case-steps.ts";
import type { Check } from "./check.ts";
import type { OwnedSession } from "./journey-steps.ts";
import { pickNumber, pickText } from "./json-path.ts";
import { decimalsOf } from "./minor-units.ts";
import { Unmet } from "./verdict.ts";

/** A sale that a case has made. */
export interface OwnedSale {
  readonly id: string;
  readonly clientId: string;
  readonly session: OwnedSession;
  /** What is to be paid, in the currency's smallest unit. */
  readonly units: number;
  readonly currency: string;
}

/** Charges a documented session of a client that nobody else uses. @throws Unmet when the price leaves nothing to pay in parts */
export async function expectSale(context: CaseContext, check: Check): Promise<OwnedSale> {
  const clientId = await context.world.newClient();
  const session = await context.journeys.walkTo("documented", { clientId });
  const answer = await context.journeys.charge(session);
  check.resource(answer, 201, "sales");
  const { value, currency } = session.offer.price;
  const units = Math.round(value * 10 ** decimalsOf(currency));
  if (units < 8) throw new Unmet("the plainest offer costs too little to be paid in parts");
  return { id: need(pickText(answer.body, "data.id"), "the sale"), clientId, session, units, currency };
}

/** So many of a currency's smallest units, as an amount of it. */
export function amountOf(
  { currency }: Pick<OwnedSale, "currency">,
  units: number,
): { value: number; currency: string } {
  return { value: units / 10 ** decimalsOf(currency), currency };
}

/** Records a payment, whatever the answer is. */
export function pay(
  context: CaseContext,
  sale: Pick<OwnedSale, "id" | "currency">,
  wish: { units: number; method?: string; deliberate?: boolean },
): Promise<Answer> {
  return context.node.call("payments.record_payment", {
    path: { sale_id: sale.id },
    attributes: { amount: amountOf(sale, wish.units), method: wish.method ?? "transferencia" },
    deliberate: wish.deliberate ?? false,
  });
}

/** Expects the account of a sale to be as it should be. */
export async function expectAccount(
  context: CaseContext,
  check: Check,
  { sale, paid, status }: { sale: OwnedSale; paid: number; status: string },
): Promise<Answer> {
  const answer = await context.node.call("payments.get_status", { query: { sale_id: sale.id } });
  if (!check.resource(answer, 200, "payment_status")) return answer;
  const seen = (name: string) => pickNumber(answer.body, `data.attributes.${name}.value`);
  check.equal("status", { expected: status, actual: answer.at("data.attributes.status"), answer });
  check.equal("total", { expected: amountOf(sale, sale.units).value, actual: seen("total"), answer });
  check.equal("paid", { expected: amountOf(sale, paid).value, actual: seen("paid"), answer });
  check.equal("balance", { expected: amountOf(sale, sale.units - paid).value, actual: seen("balance"), answer });
  return answer;
}
