import type { OrderPricing, OrderScope, OrderTerm, PaymentSchedule } from "@servicialo/schema/0.8/types";
import { parseInstant } from "../clock.ts";
import { invalid } from "../errors.ts";
import { minorDigits, toMinorUnits } from "../money.ts";
import { authorizedMinor, type OrderPrices, sum } from "../rules/order-prices.ts";
import { type InstallmentShare, installmentAmounts } from "../rules/payment-schedule.ts";
import type { OrderRow } from "../storage/rows.ts";

/** The terms of an order, as on the wire. They may change in `draft` and `negotiating` only (lifecycle 11, rule 1). */
export interface OrderTerms {
  readonly scope: OrderScope;
  readonly term: OrderTerm;
  readonly pricing: OrderPricing;
  readonly payment_schedule: PaymentSchedule;
}

/** The terms of a stored order. */
export function termsOf(order: Pick<OrderRow, "scope" | "term" | "pricing" | "paymentSchedule">): OrderTerms {
  return {
    scope: order.scope as OrderScope,
    term: order.term as OrderTerm,
    pricing: order.pricing as OrderPricing,
    payment_schedule: order.paymentSchedule as PaymentSchedule,
  };
}

/** The columns that hold terms. */
export function termColumns(terms: OrderTerms) {
  const endsAt = terms.term.ends_at ?? null;
  return {
    scope: terms.scope,
    term: terms.term,
    pricing: terms.pricing,
    paymentSchedule: terms.payment_schedule,
    startsAt: parseInstant(terms.term.starts_at, "/term/starts_at"),
    endsAt: endsAt === null ? null : parseInstant(endsAt, "/term/ends_at"),
  };
}

/**
 * Checks what the schema cannot say of terms: currency and decimals, the direction of time, and what each model and
 * schedule needs (lifecycle 11, rule 2, SVC-ORD-003).
 * @throws {ProtocolError} `VALIDATION_ERROR`
 */
export function requireSoundTerms(terms: OrderTerms): void {
  requireSoundTerm(terms.term);
  requireSoundPricing(terms.pricing);
  requireSoundSchedule(terms);
}

/**
 * Checks what terms need before they are offered: an amount for whatever is due before it can be counted.
 * @throws {ProtocolError} `VALIDATION_ERROR`
 */
export function requireCompleteTerms(terms: OrderTerms): void {
  requireSoundTerms(terms);
  const upfront = terms.payment_schedule.type === "upfront";
  if (upfront && authorizedMinor(orderPrices(terms)) === null) {
    throw invalid(
      "/pricing/fixed_amount",
      "What is paid upfront needs an amount: a fixed one, or a limit of hours at a rate.",
    );
  }
}

/** The prices of an order in minor units. */
export function orderPrices({ scope, pricing }: Pick<OrderTerms, "scope" | "pricing">): OrderPrices {
  const minor = (amount: number, pointer: string) => toMinorUnits(amount, pricing.currency, pointer);
  const hours = scope.hours_limit ?? null;
  const rates = pricing.model === "fixed" ? [] : (pricing.rate_card ?? []);
  return {
    model: pricing.model,
    fixedMinor: pricing.fixed_amount === undefined ? null : minor(pricing.fixed_amount, "/pricing/fixed_amount"),
    rates: rates.map(({ level, billable_rate: rate }, index) => ({
      level,
      rateMinor: minor(rate, `/pricing/rate_card/${index}/billable_rate`),
    })),
    quantityLimit: scope.quantity_limit ?? null,
    minutesLimit: hours === null ? null : Math.round(hours * 60),
  };
}

/** The shares of a schedule's installments, in the order's currency. */
export function installmentShares({
  pricing,
  payment_schedule: schedule,
}: Pick<OrderTerms, "pricing" | "payment_schedule">): InstallmentShare[] {
  return (schedule.installments ?? []).map(({ amount, percentage }, index) => ({
    amountMinor:
      amount === undefined
        ? null
        : toMinorUnits(amount, pricing.currency, `/payment_schedule/installments/${index}/amount`),
    percentage: percentage ?? null,
  }));
}

function requireSoundTerm(term: OrderTerm): void {
  const startsAt = parseInstant(term.starts_at, "/term/starts_at");
  const endsAt = term.ends_at ?? null;
  if (endsAt !== null && parseInstant(endsAt, "/term/ends_at") <= startsAt) {
    throw invalid("/term/ends_at", "The term must end after it starts.");
  }
}

function requireSoundPricing(pricing: OrderPricing): void {
  const { model, currency } = pricing;
  minorDigits(currency, "/pricing/currency");
  const rates = pricing.rate_card ?? [];
  if (model === "fixed" && pricing.fixed_amount === undefined)
    throw invalid("/pricing/fixed_amount", "A fixed price needs its amount.");
  if ((model === "t&m" || model === "rate_card") && rates.length === 0)
    throw invalid("/pricing/rate_card", "Work by the hour needs a rate.");
  if (model === "mixed" && rates.length === 0 && pricing.fixed_amount === undefined) {
    throw invalid("/pricing/fixed_amount", "A mixed price needs a fixed amount, rates, or both.");
  }
  if (pricing.fixed_amount !== undefined) toMinorUnits(pricing.fixed_amount, currency, "/pricing/fixed_amount");
  for (const [index, rate] of rates.entries()) {
    toMinorUnits(rate.billable_rate, currency, `/pricing/rate_card/${index}/billable_rate`);
    if (rate.cost_rate !== undefined) toMinorUnits(rate.cost_rate, currency, `/pricing/rate_card/${index}/cost_rate`);
  }
}

function requireSoundSchedule(terms: OrderTerms): void {
  const { type, installments = [] } = terms.payment_schedule;
  const pointer = "/payment_schedule/installments";
  if (type !== "milestone" && type !== "custom") return;
  if (installments.length === 0) throw invalid(pointer, `A ${type} schedule needs installments.`);
  const total = authorizedMinor(orderPrices(terms));
  const shares = installmentShares(terms);
  if (total === null) {
    if (shares.some((share) => share.percentage !== null))
      throw invalid(pointer, "A percentage needs a total that it is part of.");
    return;
  }
  if (sum(shares.map((share) => share.percentage ?? 0)) > 100)
    throw invalid(pointer, "The percentages make more than the whole.");
  if (
    sum(shares.map((share) => share.amountMinor ?? 0)) > total ||
    sum(installmentAmounts(shares, total)) > total + shares.length
  ) {
    throw invalid(pointer, "The installments make more than the order is worth.");
  }
}
