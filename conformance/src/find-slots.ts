import type { Answer } from "./answer.ts";
import { pickList, pickText } from "./json-path.ts";
import type { BookableOffer, Slot } from "./slot-book.ts";
import { Unmet } from "./verdict.ts";

const DAY_MS = 86_400_000;
/** Days asked for in one query; a node may cap the span, at no less than this (operations 4.1). */
const SPAN_DAYS = 27;
/** How many spans are asked for: a whole run consumes many slots of one provider. */
const SPANS = 4;
const MOST_PAGES = 100;
/** The most that a node has to grant (HTTP profile 2.5). */
const PER_PAGE = 100;

/** What finding slots needs to know and to do. */
export interface SlotSearch {
  readonly offer: BookableOffer;
  readonly wanted: { readonly provider?: string; readonly notProvider?: string; readonly earliest: number };
  /** Whether the node says that it serves scheduling.check_availability. */
  readonly declared: boolean;
  ask(query: Readonly<Record<string, string | number | undefined>>): Promise<Answer>;
  follow(target: string): Promise<Answer>;
}

/**
 * Slots that the node offers as free, over several spans of days, by start.
 * @throws Unmet with FAIL when the node declares availability and does not answer it.
 */
export async function findSlots(search: SlotSearch): Promise<readonly Slot[]> {
  if (!search.declared) return guessedSlots(search);
  const found: unknown[] = [];
  for (let span = 0; span < SPANS; span += 1) {
    const from = search.wanted.earliest + span * (SPAN_DAYS + 1) * DAY_MS;
    const answer = await search.ask({
      service_id: search.offer.serviceId,
      provider_id: search.wanted.provider,
      date_from: dateOf(from),
      date_to: dateOf(from + SPAN_DAYS * DAY_MS),
      per_page: PER_PAGE,
    });
    if (answer.status !== 200) {
      // A node may refuse to look further ahead; the first span must work.
      if (span > 0) break;
      throw new Unmet(`scheduling.check_availability is declared and answered ${answer.describe()}`, "FAIL");
    }
    found.push(...(await allPages(answer, search)));
  }
  return readSlots(found, search.wanted);
}

async function allPages(first: Answer, search: SlotSearch): Promise<readonly unknown[]> {
  const items = [...pickList(first.body, "data")];
  let page = first;
  for (let count = 1; count < MOST_PAGES; count += 1) {
    const next = pickText(page.body, "links.next");
    if (next === undefined || next === "") break;
    page = await search.follow(new URL(next, page.exchange.request.url).href);
    if (page.status !== 200) break;
    items.push(...pickList(page.body, "data"));
  }
  return items;
}

/** Full hours of the coming weekdays, for a node that does not say what is free: a booking finds out. */
function guessedSlots({ offer, wanted }: SlotSearch): readonly Slot[] {
  const providerId = wanted.provider ?? offer.providerIds.find((id) => id !== wanted.notProvider);
  if (providerId === undefined) return [];
  const slots: Slot[] = [];
  for (let day = 0; day < SPAN_DAYS; day += 1) {
    const midnight = Math.ceil(wanted.earliest / DAY_MS) * DAY_MS + day * DAY_MS;
    if ([0, 6].includes(new Date(midnight).getUTCDay())) continue;
    for (let hour = 12; hour < 21; hour += 1) {
      const start = midnight + hour * 3_600_000;
      const endsAt = new Date(start + offer.durationMinutes * 60_000).toISOString();
      slots.push({ providerId, startsAt: new Date(start).toISOString(), endsAt, resourceId: undefined });
    }
  }
  return slots;
}

function readSlots(items: readonly unknown[], wanted: SlotSearch["wanted"]): readonly Slot[] {
  const slots: Slot[] = [];
  for (const item of items) {
    const providerId = pickText(item, "attributes.provider_id") ?? wanted.provider;
    const startsAt = pickText(item, "attributes.starts_at");
    const endsAt = pickText(item, "attributes.ends_at");
    if (providerId === undefined || startsAt === undefined || endsAt === undefined) continue;
    if (wanted.provider !== undefined && providerId !== wanted.provider) continue;
    if (providerId === wanted.notProvider || Date.parse(startsAt) < wanted.earliest) continue;
    slots.push({ providerId, startsAt, endsAt, resourceId: pickText(item, "attributes.resource_id") });
  }
  return slots.sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
