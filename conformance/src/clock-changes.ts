import type { CaseContext } from "./case-context.ts";
import { nearSlots, startOf } from "./near-slots.ts";
import type { BookableOffer, Slot } from "./slot-book.ts";
import { Unmet } from "./verdict.ts";

const DAY_MS = 86_400_000;
const SPAN_DAYS = 26;
const SPANS = 14;

/** A change of an organization's clocks, as the offsets of its free slots show it. */
export interface ClockChange {
  /** A moment at which the old time surely holds still, and the first start after the change. */
  readonly before: number;
  readonly after: number;
  /** How far the clocks are put forward, milliseconds; negative when they are put back. */
  readonly shiftMs: number;
}

/**
 * Changes of the clocks in the coming year. A node need not show local times: where every slot is written in UTC there
 * is nothing to be seen.
 * @throws Unmet when the slots show no offset
 */
export function changesOfClocks(context: CaseContext, offer: BookableOffer): Promise<readonly ClockChange[]> {
  return context.world.once(`changes of the clocks for ${offer.serviceId}`, async () => {
    const changes: ClockChange[] = [];
    let last: Slot | undefined;
    for (let span = 0; span < SPANS && changes.length === 0; span += 1) {
      const from = context.world.now() + span * SPAN_DAYS * DAY_MS;
      for (const slot of await nearSlots(context, offer, { from, days: SPAN_DAYS })) {
        const shiftMs = last === undefined ? 0 : offsetOf(slot) - offsetOf(last);
        if (last !== undefined && shiftMs !== 0)
          changes.push({ before: earliestChange(last, slot), after: startOf(slot), shiftMs });
        last = slot;
      }
    }
    if (last?.startsAt.endsWith("Z") === true)
      throw new Unmet("the node writes its slots in UTC, so the changes of its clocks cannot be seen");
    return changes;
  });
}

/**
 * The last moment of the old time, as far as all zones agree that change in this way between two slots. Days without
 * slots may lie between them, and the change in the middle of those.
 */
function earliestChange(last: Slot, next: Slot): number {
  const [from, to] = [Date.parse(last.endsAt), startOf(next)];
  const moments = Intl.supportedValuesOf("timeZone")
    .filter((zone) => offsetIn(zone, from) === offsetOf(last) && offsetIn(zone, to) === offsetOf(next))
    .map((zone) => changeIn(zone, from, to));
  return moments.length === 0 ? from : Math.min(...moments);
}

/** The moment in which a zone leaves the offset that it had at `from`, to the minute. */
function changeIn(zone: string, ...[from, to]: readonly [number, number]): number {
  const old = offsetIn(zone, from);
  let [low, high] = [from, to];
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 2);
    if (offsetIn(zone, middle) === old) low = middle;
    else high = middle;
  }
  return low;
}

/** How far the clocks of a zone are ahead of UTC at a moment, milliseconds. */
function offsetIn(zone: string, at: number): number {
  const shown = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" })
    .formatToParts(new Date(at))
    .find((part) => part.type === "timeZoneName")?.value;
  return offsetNamed(shown === "GMT" ? "+00:00" : (shown ?? ""));
}

/** How far a written moment is ahead of UTC, milliseconds. */
function offsetOf({ startsAt }: Slot): number {
  return offsetNamed(startsAt);
}

function offsetNamed(text: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  if (hours === undefined) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
