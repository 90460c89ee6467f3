import { Temporal } from "@js-temporal/polyfill";
import { RRuleTemporal } from "rrule-temporal";
import { invalid } from "../errors.ts";
import { instantOf } from "./local-time.ts";

/** When a recurring booking takes place. */
export interface Recurrence {
  /** Wall-clock start of the first occurrence, `YYYY-MM-DDTHH:mm`. */
  readonly localStart: string;
  /** IANA zone of the calendar. */
  readonly zone: string;
  /** RFC 5545 recurrence rule without its name, such as `FREQ=WEEKLY;INTERVAL=2;COUNT=10`. */
  readonly rule: string;
}

/** One start of a recurring booking. */
export interface Occurrence {
  /** Wall-clock start as the rule has it; on a day that skips that time, the session starts after the gap. */
  readonly localStart: string;
  /** Epoch milliseconds. */
  readonly startsAt: number;
}

const FEWEST_OCCURRENCES = 2;
export const MOST_OCCURRENCES = 52;

const FREQUENCIES = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

/** Parts of a rule that choose days. What chooses hours would change the local start time, which is what repeats. */
const PARTS = [
  ...["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYSETPOS"],
  ...["BYDAY", "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"],
];

/** Steps after which a rule that matches no day, such as 30 February, is given up. */
const MOST_STEPS = 2000;

/**
 * Every start of a recurring booking, in order. What repeats is the local start time: 10:00 stays 10:00 when the clocks
 * change; a time that a day skips becomes the first instant after the gap, of one that it has twice the first is taken
 * (lifecycle 9.5, P-19).
 * @throws {ProtocolError} `VALIDATION_ERROR` for a rule that cannot be read, that has fewer than 2 or more than 52
 *   occurrences, or whose first occurrence is not `localStart` (SVC-SCHED-016)
 */
export function occurrencesOf({ localStart, zone, rule }: Recurrence): Occurrence[] {
  const first = readLocalStart(localStart);
  const days = daysOf(first, readRule(rule, zone));
  if (days.length < FEWEST_OCCURRENCES) {
    throw refused(`The rule gives ${days.length} occurrences; a series has at least ${FEWEST_OCCURRENCES}.`);
  }
  if (days.length > MOST_OCCURRENCES) throw refused(`A series has at most ${MOST_OCCURRENCES} occurrences.`);
  if (days[0] !== first.toPlainDate().toString()) {
    throw refused(`The rule begins on ${days[0]}, and not on the day of the first start.`);
  }
  const time = first.toPlainTime().toString({ smallestUnit: "minute" });
  return days.map((date) => ({
    localStart: `${date}T${time}`,
    startsAt: instantOf({ date, time, zone }, "start"),
  }));
}

function readLocalStart(text: string): Temporal.PlainDateTime {
  try {
    if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) {
      return Temporal.PlainDateTime.from(text, { overflow: "reject" });
    }
  } catch {
    // Falls through: the shape is right, but there is no such day or time.
  }
  throw invalid("/local_start", `"${text}" is no local start, such as 2026-03-16T10:00.`);
}

/** The parts of a rule, judged as far as the library does not. */
function readRule(rule: string, zone: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const part of rule
    .replace(/^RRULE:/i, "")
    .toUpperCase()
    .split(";")) {
    const [name = "", value = ""] = part.split("=");
    if (!PARTS.includes(name)) throw refused(`A series takes no "${name}" in its rule.`);
    if (parts.has(name) || value === "") throw refused(`The rule must say ${name} once, with a value.`);
    parts.set(name, value);
  }
  if (!FREQUENCIES.includes(parts.get("FREQ") ?? "")) {
    throw refused(`The rule must repeat by days or more: FREQ is one of ${FREQUENCIES.join(", ")}.`);
  }
  if (parts.has("COUNT") === parts.has("UNTIL")) throw refused("The rule must end: by COUNT or by UNTIL, not by both.");
  const until = parts.get("UNTIL");
  return until === undefined ? parts : parts.set("UNTIL", localUntil(until, zone));
}

/** The last local moment that counts: an end given in UTC is put on the calendar's clock, a bare date counts whole. */
function localUntil(until: string, zone: string): string {
  try {
    if (/^\d{8}$/.test(until)) return `${until}T235959Z`;
    const instant = until.endsWith("Z")
      ? Temporal.Instant.from(until)
      : Temporal.PlainDateTime.from(until).toZonedDateTime(zone).toInstant();
    const local = instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "second" });
    return `${local.replaceAll(/[-:]/g, "")}Z`;
  } catch {
    throw refused(`"${until}" is no UNTIL, such as 20260630T235959Z.`);
  }
}

/** The local dates of a rule; one more than allowed at most. Read as if in UTC, where no day is cut or doubled. */
function daysOf(first: Temporal.PlainDateTime, rule: ReadonlyMap<string, string>): string[] {
  const start = first.toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "");
  const text = [...rule].map(([name, value]) => `${name}=${value}`).join(";");
  try {
    const recurrence = new RRuleTemporal({
      rruleString: `DTSTART;TZID=UTC:${start}\nRRULE:${text}`,
      temporal: Temporal,
      maxIterations: MOST_STEPS,
    });
    const starts = recurrence.all((_start, index) => index <= MOST_OCCURRENCES);
    return starts.map((one) => one.toPlainDate().toString());
  } catch (error) {
    throw refused(`The rule cannot be followed: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function refused(detail: string) {
  return invalid("/rule", detail);
}
