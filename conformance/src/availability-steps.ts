import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import type { Check } from "./check.ts";
import { pick, pickList, pickNumber, pickText } from "./json-path.ts";
import type { BookableOffer, Slot, SlotBook } from "./slot-book.ts";

const MOST_PAGES = 100;
const MOST_TRIES = 8;
const DAY_MS = 86_400_000;

/** A slot as an answer showed it. */
export interface ShownSlot {
  readonly start: number;
  readonly end: number;
  /** The start as it was written, offset included. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly providerId: string | undefined;
  readonly resourceId: string | undefined;
  readonly confidence: number | undefined;
}

/** Everything that a question about free times was answered, over all pages. */
export interface ShownSlots {
  readonly first: Answer;
  readonly slots: readonly ShownSlot[];
  /** Bodies of all pages, as they came. */
  readonly texts: readonly string[];
  readonly conflictType: string | undefined;
}

type Query = Readonly<Record<string, string | number | undefined>>;

/** Free times of the organization, asked for without a credential: nothing of a client's own calendar (lifecycle 9.4). */
export async function askAvailability(context: CaseContext, check: Check, query: Query): Promise<ShownSlots> {
  const org_slug = await context.world.organizationSlug();
  const ask = (page: number) =>
    context.node.call("scheduling.check_availability", {
      query: { org_slug, per_page: 100, page, ...query },
      as: null,
    });
  return readPages(check, ask);
}

/** Free times of a resource, whatever the service (operations 4.9). */
export async function askResource(context: CaseContext, check: Check, id: string, query: Query): Promise<ShownSlots> {
  const ask = (page: number) =>
    context.node.call("resource.get_availability", {
      path: { resource_id: id },
      query: { per_page: 100, page, ...query },
    });
  return readPages(check, ask);
}

/**
 * Slots of one provider at the given minutes after a first one, all of them free at this moment, and nobody else's in this
 * run. What somebody else took since the node offered it is passed over.
 * @throws Unmet when the node offers no such run
 */
export async function freeRun(
  context: CaseContext,
  { offer, slots }: { offer: BookableOffer; slots: SlotBook },
  wanted: { offsets: readonly number[]; accepts?: ((first: Slot) => boolean) | undefined } = { offsets: [0] },
): Promise<readonly Slot[]> {
  const canAsk = await context.world.declares("scheduling.check_availability");
  for (let tries = 1; ; tries += 1) {
    const run = slots.takeRun(wanted.offsets, offer.durationMinutes, wanted.accepts);
    const first = run[0];
    if (first === undefined || !canAsk || tries === MOST_TRIES) return run;
    const target = { service_id: offer.serviceId, provider_id: first.providerId };
    const free = await freeStarts(context, Date.parse(first.startsAt), target);
    if (run.every((slot) => free.has(Date.parse(slot.startsAt)))) return run;
  }
}

/** Starts that are free for the organization's own people at this moment, around a time. */
async function freeStarts(context: CaseContext, at: number, query: Query): Promise<ReadonlySet<number>> {
  const starts = new Set<number>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await context.world.availability({ ...datesAround(at), per_page: 100, page, ...query });
    if (answer.status !== 200) break;
    for (const item of pickList(answer.body, "data")) starts.add(shown(item).start);
    if (typeof answer.at("links.next") !== "string") break;
  }
  return starts;
}

async function readPages(check: Check, ask: (page: number) => Promise<Answer>): Promise<ShownSlots> {
  const first = await ask(1);
  const slots: ShownSlot[] = [];
  const texts: string[] = [];
  if (check.collection(first, "availability_slots")) {
    let answer = first;
    for (let page = 2; ; page += 1) {
      slots.push(...pickList(answer.body, "data").map(shown));
      texts.push(answer.text);
      if (page > MOST_PAGES || typeof answer.at("links.next") !== "string") break;
      answer = await ask(page);
      if (!check.collection(answer, "availability_slots")) break;
    }
  }
  return { first, slots, texts, conflictType: pickText(first.body, "meta.conflict_resolution.type") };
}

function shown(item: unknown): ShownSlot {
  const attributes = pick(item, "attributes");
  const startsAt = pickText(attributes, "starts_at") ?? "";
  const endsAt = pickText(attributes, "ends_at") ?? "";
  return {
    start: Date.parse(startsAt),
    end: Date.parse(endsAt),
    startsAt,
    endsAt,
    providerId: pickText(attributes, "provider_id"),
    resourceId: pickText(attributes, "resource_id"),
    confidence: pickNumber(attributes, "confidence_score"),
  };
}

/** Different starts in milliseconds, ascending. */
export function startsOf(slots: readonly ShownSlot[]): readonly number[] {
  return [...new Set(slots.map((slot) => slot.start))].sort((a, b) => a - b);
}

/** The date before and the date after a moment, so that every zone's day of it lies between them. */
export function datesAround(at: number): { date_from: string; date_to: string } {
  return { date_from: dateOf(at - DAY_MS), date_to: dateOf(at + DAY_MS) };
}

/** The UTC date of a moment, `YYYY-MM-DD`. */
export function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Moments as texts, for reports. */
export function instants(starts: readonly number[]): readonly string[] {
  return starts.map((start) => new Date(start).toISOString());
}
