import { Temporal } from "@js-temporal/polyfill";
import { percentOf } from "../money.ts";

/** What makes an installment due (objects 13). */
export type InstallmentMoment =
  | { readonly on: "activation" }
  | { readonly on: "completion" }
  /** The beginning of a local day, `YYYY-MM-DD`. */
  | { readonly on: "day"; readonly date: string }
  /** Somebody says that it was reached. */
  | { readonly on: "milestone"; readonly name: string };

const ACTIVATION = new Set([
  "contract_signed",
  "signed",
  "signature",
  "acceptance",
  "accepted",
  "activation",
  "activated",
  "active",
  "upfront",
]);
const COMPLETION = new Set(["completion", "completed", "closing"]);

/** Reads the trigger of an installment: an event of the order, a day, or else a milestone by its name. */
export function installmentMoment(trigger: string): InstallmentMoment {
  const word = trigger.trim().toLowerCase();
  if (ACTIVATION.has(word)) return { on: "activation" };
  if (COMPLETION.has(word)) return { on: "completion" };
  if (/^\d{4}-\d{2}-\d{2}$/.test(word) && isDate(word)) return { on: "day", date: word };
  return { on: "milestone", name: word };
}

function isDate(text: string): boolean {
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

/** One part of the price as agreed: an amount in minor units, or a percentage of the total. */
export interface InstallmentShare {
  readonly amountMinor: number | null;
  readonly percentage: number | null;
}

/**
 * The amounts of installments in minor units. Percentages round half up; where they make 100 % together, the last one
 * takes the rounding rest.
 * @param totalMinor what the order is worth; percentages need it
 */
export function installmentAmounts(shares: readonly InstallmentShare[], totalMinor: number | null): number[] {
  const total = totalMinor ?? 0;
  const amounts = shares.map(({ amountMinor, percentage }) => amountMinor ?? percentOf(total, percentage ?? 0));
  const allPercent = shares.every(({ percentage }) => percentage !== null);
  const whole = shares.reduce((sum, { percentage }) => sum + (percentage ?? 0), 0) === 100;
  if (!allPercent || !whole) return amounts;
  const before = amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0);
  return [...amounts.slice(0, -1), Math.max(0, total - before)];
}

/** The billing periods of an order, counted in calendar months or years of the organization's zone. */
export interface PeriodPlan {
  /** When the first one begins, epoch milliseconds. */
  readonly start: number;
  /** When the order ends; null when it is open. The last period is cut off there. */
  readonly end: number | null;
  readonly unit: "month" | "year";
  readonly zone: string;
}

/** When period `number`, from 1, ends, in epoch milliseconds. */
export function periodEnd(plan: PeriodPlan, number: number): number {
  const { end } = plan;
  const regular = addUnits(plan, number);
  return end === null ? regular : Math.min(regular, end);
}

/** How many periods there are; null when the order is open. */
export function periodCount(plan: PeriodPlan): number | null {
  if (plan.end === null) return null;
  const { unit } = plan;
  const start = zoned(plan.start, plan.zone);
  const whole = Math.max(
    0,
    start.until(zoned(plan.end, plan.zone), { largestUnit: unit })[unit === "month" ? "months" : "years"],
  );
  return addUnits(plan, whole) < plan.end || whole === 0 ? whole + 1 : whole;
}

/**
 * The part of a fixed amount that periods up to this one have made due: equal parts of the whole, the last with the
 * rounding rest; of an open order the whole amount for each period.
 */
export function dueAfterPeriods(fixedMinor: number, passed: number, count: number | null): number {
  if (count === null) return fixedMinor * passed;
  return passed >= count ? fixedMinor : Math.floor(fixedMinor / count) * passed;
}

/** The same moment so many months or years later. */
export function addUnits(plan: Pick<PeriodPlan, "start" | "unit" | "zone">, number: number): number {
  const step = plan.unit === "month" ? { months: number } : { years: number };
  return zoned(plan.start, plan.zone).add(step).epochMilliseconds;
}

function zoned(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}
