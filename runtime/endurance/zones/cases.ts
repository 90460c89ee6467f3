import type { WeeklyBlock } from "../../src/scheduling/weekly-blocks.ts";
import type { Chance } from "../chance.ts";
import { clocksOf, DAY } from "./oracle.ts";

/** One question about time: which hours of a local day are open, and where does a session fit? */
export interface ZoneCase {
  readonly zone: string;
  /** Days since the epoch. */
  readonly day: number;
  readonly blocks: readonly WeeklyBlock[];
  readonly durationMinutes: number;
}

const FIRST_DAY = Date.UTC(2020, 0, 1) / 86_400_000;
const LAST_DAY = Date.UTC(2040, 11, 31) / 86_400_000;

/** Every zone of the IANA database that this Node knows. */
export const ALL_ZONES: readonly string[] = Intl.supportedValuesOf("timeZone");

/** Of the cases in zones whose clocks change, so many are about a day around a change. */
const AROUND_CHANGE = 0.7;
const IN_ANOTHER_ZONE = 0.1;
const IS_BLOCKING = 0.2;

/** A case by chance; mostly where clocks change, and mostly with bounds near the change. */
export function caseByChance(chance: Chance, zone: string): ZoneCase {
  const clocks = clocksOf(zone);
  const changes = clocks.changes.filter((minute) => isWithin(Math.floor(minute / DAY)));
  const change = changes.length > 0 && chance.next() < AROUND_CHANGE ? chance.of(changes) : null;
  const day =
    change === null
      ? chance.between(FIRST_DAY, LAST_DAY + 1)
      : Math.floor(clocks.wall(change) / DAY) + chance.of([-1, 0, 0, 0, 1]);
  const near = change === null ? null : chance.of([clocks.wall(change), clocks.wall(change - 1) + 1]) % DAY;
  const blocks = Array.from({ length: chance.between(1, 4) }, () => blockByChance(chance, day, near));
  return { zone, day, blocks, durationMinutes: chance.of([15, 30, 45, 50, 60, 90]) };
}

function isWithin(day: number): boolean {
  return day > FIRST_DAY && day < LAST_DAY;
}

function blockByChance(chance: Chance, day: number, near: number | null): WeeklyBlock {
  const [one, other] = [timeByChance(chance, near), timeByChance(chance, near)];
  const [start, end] = one < other ? [one, other] : [other, one];
  const date = day + chance.of([-1, 0, 0, 0, 1]);
  return {
    dayOfWeek: (((date + 4) % 7) + 7) % 7,
    startTime: timeText(start === DAY ? DAY - 60 : start),
    endTime: timeText(start === end || end === 0 ? Math.min(DAY, start + 60) : end),
    isAvailable: chance.next() >= IS_BLOCKING,
    timezone: chance.next() < IN_ANOTHER_ZONE ? chance.of(ALL_ZONES) : null,
  };
}

/** Minutes since midnight, up to and with 24:00. */
function timeByChance(chance: Chance, near: number | null): number {
  const kind = chance.next();
  if (kind < 0.1) return 0;
  if (kind < 0.2) return DAY;
  if (near !== null && kind < 0.7) return Math.min(DAY, Math.max(0, near + chance.between(-8, 9) * 15));
  if (kind < 0.9) return chance.between(0, 96) * 15;
  return chance.between(0, DAY);
}

function timeText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
