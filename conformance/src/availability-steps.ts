import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import type { Check } from "./check.ts";
import { pick, pickList, pickNumber, pickText } from "./json-path.ts";

const MOST_PAGES = 100;
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
