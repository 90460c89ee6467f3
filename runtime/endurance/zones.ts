import { inZone, spanOfDates } from "../src/scheduling/local-time.ts";
import { freeSlots } from "../src/scheduling/slots.ts";
import { openIntervals } from "../src/scheduling/weekly-blocks.ts";
import { Chance } from "./chance.ts";
import { enduranceScript, type RunOptions, runEndurance, wholeNumber } from "./script.ts";
import { bookEverythingOffered } from "./zones/booking.ts";
import { ALL_ZONES, caseByChance, type ZoneCase } from "./zones/cases.ts";
import { clocksOf, DAY, dayOf, type MinuteSpan, OpenMinutes } from "./zones/oracle.ts";

export interface ZonesOptions {
  /** How many cases are generated. */
  readonly cases: number;
  readonly seed: number;
  /** Zones that they are about; all of them unless told. */
  readonly zones?: readonly string[];
  readonly onProgress?: (cases: number) => void;
}

export interface ZonesFigures {
  readonly cases: number;
  readonly zones: number;
  /** Days among them on which a clock was changed. */
  readonly withChange: number;
  readonly slots: number;
}

/** Cases of one zone that follow one another, so that its dates stay remembered. */
const RUN_LENGTH = 50;

/** Every so many cases the oracle's memory is held against Intl. */
const CHECK_ORACLE_EVERY = 20;

/**
 * Asks the node's arithmetic and the oracle the same questions about opening hours and slots.
 * @throws {Error} naming the first case in which they differ
 */
export function compareZones({ cases, seed, zones = ALL_ZONES, onProgress }: ZonesOptions): ZonesFigures {
  const chance = new Chance(seed);
  let withChange = 0;
  let slots = 0;
  for (let n = 0; n < cases; n += 1) {
    const zone = zones[Math.floor(n / RUN_LENGTH) % zones.length] ?? "UTC";
    const one = caseByChance(chance, zone);
    slots += compareCase(one, chance);
    if (n % CHECK_ORACLE_EVERY === 0) checkOracle(one, chance);
    const { start, end } = dayOf(zone, one.day);
    if (end - start !== DAY) withChange += 1;
    if ((n + 1) % 100_000 === 0) onProgress?.(n + 1);
  }
  return { cases, zones: Math.min(zones.length, Math.ceil(cases / RUN_LENGTH)), withChange, slots };
}

/** Answers how many slots there were. */
function compareCase(one: ZoneCase, chance: Chance): number {
  const { zone, day, blocks, durationMinutes } = one;
  const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
  const span = spanOfDates({ from: date, to: date, zone, mostDays: 31 });
  const minutes = dayOf(zone, day);
  expectSame(one, "the day", [inMinutes(span)], [minutes]);
  const expected = new OpenMinutes(blocks, zone, day);
  const open = openIntervals(blocks, zone, span);
  expectSame(one, "opening hours", open.map(inMinutes), expected.spansIn(minutes));
  const provider = { id: "prv_1", open, occupations: [] };
  const search = { provider, resource: null, client: null, span, now: span.start - 1, offerId: null, durationMinutes };
  const starts = freeSlots(search).map(({ start }) => start / 60_000);
  expectSame(one, "slots", starts, expected.startsIn(minutes, durationMinutes));
  const shown = starts.length === 0 ? undefined : chance.of(starts);
  if (shown !== undefined) expectShown(one, shown);
  return starts.length;
}

/** The time of a slot as it is shown: the wall clock of its zone, and the offset that makes it this instant. */
function expectShown(one: ZoneCase, minute: number): void {
  const text = inZone(minute * 60_000, one.zone);
  const wall = Date.parse(`${text.slice(0, 16)}Z`) / 60_000;
  expectSame(one, "a slot's time", [wall, Date.parse(text) / 60_000], [clocksOf(one.zone).wall(minute), minute]);
}

function checkOracle({ zone, day }: ZoneCase, chance: Chance): void {
  const minute = day * DAY + chance.between(-DAY, DAY);
  const clocks = clocksOf(zone);
  if (clocks.wall(minute) !== clocks.read(minute)) throw new Error(`The oracle is wrong about ${zone} at ${minute}.`);
}

function inMinutes({ start, end }: MinuteSpan): MinuteSpan {
  return { start: start / 60_000, end: end / 60_000 };
}

function expectSame(one: ZoneCase, what: string, node: readonly unknown[], oracle: readonly unknown[]): void {
  const [left, right] = [JSON.stringify(node), JSON.stringify(oracle)];
  if (left === right) return;
  throw new Error(`${what} differ: the node says ${left}, the oracle ${right}, about ${JSON.stringify(one)}`);
}

async function main({ cases, book, seed }: RunOptions & { cases: number; book: number }): Promise<void> {
  const began = performance.now();
  const onProgress = (done: number) => console.error(`${done} of ${cases} cases`);
  const figures = compareZones({ cases, seed, onProgress });
  const booked = await bookEverythingOffered({ days: book, seed });
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    [
      `${figures.cases} cases over ${figures.zones} zones, 2020 to 2040, ${figures.withChange} on days of a change: 0 differences in ${figures.slots} slots`,
      `${booked.slots} slots offered over HTTP on ${booked.days} days of a change, all of them booked`,
      `${seconds} s, seed ${seed}`,
    ].join("; "),
  );
}

if (import.meta.main) {
  await runEndurance(
    enduranceScript(
      "zones",
      "Holds opening hours and slots against an oracle, over all zones and changes of the clocks.",
    )
      .option("--cases <number>", "how many", wholeNumber, 1_000_000)
      .option("--book <number>", "days of a change whose slots are all booked, on SQLite", wholeNumber, 60)
      .action(main),
  );
}
