import type { OperationId } from "@servicialo/schema/0.8/operations";
import { type Money, readAmount, toMinorUnits } from "../money.ts";
import { orderPrices, termsOf } from "../orders/order-terms.ts";
import { authorizedMinor } from "../rules/order-prices.ts";
import type { ActionAmount } from "./autonomy.ts";
import type { WatchedMove } from "./watch-moves.ts";

/** What an action was asked to do, and what came of it. */
export interface ActionDone {
  readonly input: object;
  readonly moves: readonly WatchedMove[];
  readonly result: { readonly attributes?: unknown; readonly meta?: Record<string, unknown> };
}

/** How much money each operation that moves some moves (mandates page 3, `require_confirmation_above`). */
const amounts: Partial<Record<OperationId, (done: ActionDone) => ActionAmount | null>> = {
  "scheduling.book": priceOfSession,
  "payments.create_sale": ({ result }) => ofMoney((result.attributes as { total: Money }).total),
  "payments.record_payment": ({ result }) => ofMoney((result.attributes as { amount: Money }).amount),
  "scheduling.cancel": costOfCancelling,
  "lifecycle.transition": ofTransition,
  "service_orders.propose": valueOfOrder,
  "service_orders.activate": valueOfOrder,
  "service_orders.transition": (done) =>
    (done.input as { to_state: string }).to_state === "proposed" ? valueOfOrder(done) : null,
};

/** The amount that an action moves; null: none. */
export function amountOfAction(operationId: OperationId, done: ActionDone): ActionAmount | null {
  return amounts[operationId]?.(done) ?? null;
}

function priceOfSession({ moves }: ActionDone): ActionAmount {
  const session = moves.find((move) => move.session !== null)?.session;
  return session ? { minor: session.priceMinor, currency: session.currency } : "unknown";
}

/** A charge moves its price; the end of a session its penalty or its refund; a dispute's outcome the session's amount. */
function ofTransition(done: ActionDone): ActionAmount | null {
  const { to_state: to, unit_price: price } = done.input as { to_state: string; unit_price?: number | Money };
  const session = done.moves.find((move) => move.session !== null)?.session;
  if (to === "charged" && session) {
    const minor = price === undefined ? session.amountMinor : readAmount(price, session.currency, "/unit_price");
    return { minor, currency: session.currency };
  }
  if (to !== "cancelled") return null;
  if (done.result.meta?.["policy"] !== undefined) return costOfCancelling(done);
  return session?.state === "disputed" ? { minor: session.amountMinor, currency: session.currency } : "unknown";
}

/** Penalty or refund, the larger. */
function costOfCancelling({ result }: ActionDone): ActionAmount {
  const policy = result.meta?.["policy"] as { penalty: Money; refund: Money } | undefined;
  if (!policy) return "unknown";
  return ofMoney(policy.penalty.value >= policy.refund.value ? policy.penalty : policy.refund);
}

function valueOfOrder({ moves }: ActionDone): ActionAmount {
  const order = moves.find((move) => move.order !== null)?.order;
  if (!order) return "unknown";
  const terms = termsOf(order);
  const minor = authorizedMinor(orderPrices(terms));
  return minor === null ? "unknown" : { minor, currency: terms.pricing.currency };
}

function ofMoney({ value, currency }: Money): ActionAmount {
  return { minor: toMinorUnits(value, currency), currency };
}
