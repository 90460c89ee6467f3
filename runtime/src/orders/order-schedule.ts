import type { OrderTerm, PaymentSchedule } from "@servicialo/schema/0.8/types";
import { scheduleDeadline } from "../deadlines/schedule-deadline.ts";
import { theSystem, type Work } from "../lifecycle/author.ts";
import { consumption, sum } from "../rules/order-prices.ts";
import {
  addUnits,
  dueAfterPeriods,
  installmentMoment,
  type PeriodPlan,
  periodCount,
  periodEnd,
} from "../rules/payment-schedule.ts";
import { instantOf } from "../scheduling/local-time.ts";
import type { OrderRow } from "../storage/rows.ts";
import { completeOrder } from "./complete-order.ts";
import { issueInstallments, issueSale } from "./issue-sale.ts";
import { changeOrder } from "./move-order.ts";
import { orderSessions, verifiedSessions } from "./order-facts.ts";
import { orderPrices, termsOf } from "./order-terms.ts";

/** At a moment of an order: bills what is due, renews or ends its term, and plans the next moment. */
export async function onOrderDue(work: Work, orderId: string): Promise<void> {
  const order = await work.tx.db.selectFrom("service_orders").selectAll().where("id", "=", orderId).executeTakeFirst();
  if (!order || !isRunning(order)) return;
  const after = await followSchedule(work, order);
  if (isRunning(after)) await planNextMoment(work, after);
}

/** Bills every dated installment and period until now; at the end of the term renews it or completes the order. */
async function followSchedule(work: Work, order: OrderRow): Promise<OrderRow> {
  const zone = await zoneOf(work, order);
  const now = work.clock.now();
  await issueInstallments(work, order, (moment) => moment.on === "day" && dayStart(moment.date, zone) <= now);
  const billed = await billPeriods(work, order, zone);
  if (billed.endsAt === null || billed.endsAt > now) return billed;
  if (!renews(billed)) return completeOrder(work, billed, { author: theSystem, reason: "term_over" });
  return followSchedule(work, await changeOrder(work, billed, { endsAt: renewedEnd(billed, zone) }));
}

/** Issues the sale of each period that is over. Periods that end while the order rests are not billed. */
export async function billPeriods(work: Work, order: OrderRow, zone: string): Promise<OrderRow> {
  if (!isPeriodic(order)) return order;
  const plan = periodPlan(order, zone);
  const count = periodCount(plan);
  let present = order;
  for (;;) {
    const number = present.periodsPassed + 1;
    if ((count !== null && number > count) || periodEnd(plan, number) > work.clock.now()) return present;
    const rests = present.state === "paused";
    const periodsBilled = present.periodsBilled + (rests ? 0 : 1);
    if (!rests)
      await issueSale(work, present, {
        key: `period:${number}`,
        amountMinor: await periodAmount(work, present, periodsBilled, count),
      });
    present = await changeOrder(work, present, { periodsPassed: number, periodsBilled });
  }
}

/** What has become due until this period, less what earlier periods billed. */
async function periodAmount(work: Work, order: OrderRow, number: number, count: number | null): Promise<number> {
  const prices = orderPrices(termsOf(order));
  const countsFixed = prices.model === "fixed" || prices.model === "mixed";
  const fixed = countsFixed ? dueAfterPeriods(prices.fixedMinor ?? 0, number, count) : 0;
  const verified = verifiedSessions((await orderSessions(work.tx, [order.id])).get(order.id) ?? []);
  const rated = prices.model === "fixed" ? 0 : sum(consumption({ ...prices, fixedMinor: null }, verified));
  const earlier = await work.tx.db
    .selectFrom("sales")
    .select("totalMinor")
    .where("orderId", "=", order.id)
    .where("purpose", "=", "order")
    .where("voidedAt", "is", null)
    .execute();
  return Math.max(0, fixed + rated - sum(earlier.map((sale) => sale.totalMinor)));
}

/** Puts the next moment at which an order needs attention on the node's calendar. */
export async function planNextMoment(work: Work, order: OrderRow): Promise<void> {
  const zone = await zoneOf(work, order);
  const moments = [
    ...(order.endsAt === null ? [] : [order.endsAt]),
    ...nextPeriod(order, zone),
    ...datedInstallments(order, zone, work.clock.now()),
  ];
  if (moments.length === 0) return;
  await scheduleDeadline(work, {
    kind: "order",
    organizationId: order.organizationId,
    subjectId: order.id,
    dueAt: Math.min(...moments),
  });
}

function nextPeriod(order: OrderRow, zone: string): number[] {
  if (!isPeriodic(order)) return [];
  const plan = periodPlan(order, zone);
  const count = periodCount(plan);
  const number = order.periodsPassed + 1;
  return count !== null && number > count ? [] : [periodEnd(plan, number)];
}

function datedInstallments(order: OrderRow, zone: string, now: number): number[] {
  const { installments = [] } = order.paymentSchedule as PaymentSchedule;
  return installments
    .map(({ trigger }) => installmentMoment(trigger))
    .flatMap((moment) => (moment.on === "day" ? [dayStart(moment.date, zone)] : []))
    .filter((instant) => instant > now);
}

/** Periods count from the beginning of the term, or from the acceptance when that came later. */
function periodPlan(order: OrderRow, zone: string): PeriodPlan {
  const start = Math.max(order.startsAt, order.activatedAt ?? order.startsAt);
  return { start, end: renews(order) ? null : order.endsAt, unit: unitOf(order), zone };
}

/** The end of the term once renewed: a year or a month later, else by its own length. */
function renewedEnd(order: OrderRow, zone: string): number {
  const end = order.endsAt ?? order.startsAt;
  const { type } = order.term as OrderTerm;
  if (type === "annual" || type === "monthly") return addUnits({ start: end, unit: unitOf(order), zone }, 1);
  return end + Math.max(1, Date.parse((order.term as OrderTerm).ends_at ?? "") - order.startsAt);
}

function unitOf(order: OrderRow): "month" | "year" {
  return (order.term as OrderTerm).type === "annual" ? "year" : "month";
}

function isPeriodic(order: OrderRow): boolean {
  return (order.paymentSchedule as PaymentSchedule).type === "periodic";
}

function isRunning(order: OrderRow): boolean {
  return order.state === "active" || order.state === "paused";
}

function renews(order: OrderRow): boolean {
  return (order.term as OrderTerm).auto_renews === true;
}

function dayStart(date: string, zone: string): number {
  return instantOf({ date, time: "00:00", zone }, "start");
}

/** The zone of the organization, in which days, months and years are counted. */
export async function zoneOf({ tx }: Work, order: OrderRow): Promise<string> {
  const organization = await tx.db
    .selectFrom("organizations")
    .select("timezone")
    .where("id", "=", order.organizationId)
    .executeTakeFirstOrThrow();
  return organization.timezone;
}
