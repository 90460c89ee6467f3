import type { Money } from "@servicialo/schema/0.8/types";
import { type Html, html } from "./html.ts";

/** How moments read where the organization is. */
export interface Zoned {
  /** `14:30` */
  time(instant: string): Html;
  /** `Mon, 2 Mar 2026, 14:30` */
  minute(instant: string): Html;
  /** `Mon, 2 Mar 2026, 14:30:05` */
  moment(instant: string): Html;
}

/** Shows moments in an IANA zone, each with its exact value for machines. */
export function zoned(timeZone: string): Zoned {
  const times = new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "short" });
  const toTheMinute = {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  } as const;
  const minutes = new Intl.DateTimeFormat("en-GB", toTheMinute);
  const moments = new Intl.DateTimeFormat("en-GB", { ...toTheMinute, second: "2-digit" });
  const stamped = (format: Intl.DateTimeFormat) => (instant: string) =>
    html`<time datetime="${instant}">${format.format(new Date(instant))}</time>`;
  return { time: stamped(times), minute: stamped(minutes), moment: stamped(moments) };
}

/** `Monday, 2 March 2026` */
export function dayInWords(date: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}

/** `in_progress` as people say it. */
export function words(name: string): string {
  return name.replaceAll("_", " ");
}

/** A state, told by its word; the colour only repeats it. */
export function stateMark(state: string): Html {
  return html`<span class="state state-${state}">${words(state)}</span>`;
}

/** An amount with its currency, as the currency is written. */
export function money({ value, currency }: Money): string {
  return new Intl.NumberFormat("en-GB", { style: "currency", currency, currencyDisplay: "code" }).format(value);
}
