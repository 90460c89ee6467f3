import type { OrderPricing, PaymentSchedule } from "@servicialo/schema/0.8/types";
import { insertSale } from "../billing/create-sale.ts";
import type { Work } from "../lifecycle/author.ts";
import { authorizedMinor } from "../rules/order-prices.ts";
import { type InstallmentMoment, installmentAmounts, installmentMoment } from "../rules/payment-schedule.ts";
import type { OrderRow, SaleRow, SessionRow } from "../storage/rows.ts";
import { installmentShares, orderPrices, termsOf } from "./order-terms.ts";

const DAY_MS = 86_400_000;

/** What the payment schedule makes due. */
export interface DueSale {
  /** What in the schedule it is; an order issues each once. */
  readonly key: string;
  readonly amountMinor: number;
  /** Days until it is to be paid. */
  readonly dueDays?: number;
  /** The delivery it charges, on delivery. */
  readonly session?: SessionRow;
}

/** Issues a sale of an order, once for each key; nothing for nothing (P-17). Answers null when there was none to issue. */
export async function issueSale(work: Work, order: OrderRow, due: DueSale): Promise<SaleRow | null> {
  const { key, amountMinor, dueDays, session } = due;
  if (amountMinor <= 0 || (await wasIssued(work, order, key))) return null;
  return insertSale(
    work,
    {
      organizationId: order.organizationId,
      clientId: order.clientId,
      payerId: order.payerId,
      offerId: session?.offerId ?? null,
      providerId: session?.providerId ?? null,
      orderId: order.id,
      scheduleKey: key,
      quantity: 1,
      currency: (order.pricing as OrderPricing).currency,
      unitPriceMinor: amountMinor,
      purpose: "order",
      transactional: true,
      dueAt: dueDays === undefined ? null : work.clock.now() + dueDays * DAY_MS,
    },
    session ? [session.id] : [],
  );
}

async function wasIssued({ tx }: Work, order: OrderRow, key: string): Promise<boolean> {
  const sale = await tx.db
    .selectFrom("sales")
    .select("id")
    .where("orderId", "=", order.id)
    .where("scheduleKey", "=", key)
    .executeTakeFirst();
  return sale !== undefined;
}

/** The whole price, when it is paid upfront. */
export async function issueUpfront(work: Work, order: OrderRow): Promise<void> {
  if ((order.paymentSchedule as PaymentSchedule).type !== "upfront") return;
  await issueSale(work, order, { key: "upfront", amountMinor: authorizedMinor(orderPrices(termsOf(order))) ?? 0 });
}

/** Issues the installments whose moment has come. Answers how many. */
export async function issueInstallments(
  work: Work,
  order: OrderRow,
  isDue: (moment: InstallmentMoment) => boolean,
): Promise<number> {
  const { installments = [], type } = order.paymentSchedule as PaymentSchedule;
  if (type !== "milestone" && type !== "custom") return 0;
  const terms = termsOf(order);
  const amounts = installmentAmounts(installmentShares(terms), authorizedMinor(orderPrices(terms)));
  let issued = 0;
  for (const [index, installment] of installments.entries()) {
    if (!isDue(installmentMoment(installment.trigger))) continue;
    const { due_days: dueDays } = installment;
    const sale = await issueSale(work, order, {
      key: `installment:${index}`,
      amountMinor: amounts[index] ?? 0,
      ...(dueDays !== undefined && { dueDays }),
    });
    if (sale) issued += 1;
  }
  return issued;
}

/** Issues what a milestone makes due, by the name that the order gives it. Answers how many sales. */
export async function reachMilestone(work: Work, order: OrderRow, name: string): Promise<number> {
  const wanted = name.trim().toLowerCase();
  return issueInstallments(work, order, (moment) => moment.on === "milestone" && moment.name === wanted);
}
