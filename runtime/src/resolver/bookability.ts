import type { GuardedFetch } from "./guarded-fetch.ts";
import { httpDoorAt, mcpDoorAt, type PublicDoor } from "./public-door.ts";

/** What an organization needs before it is registered (operations 4.10, SVC-RSLV-003). */
export type Missing = "active_offer" | "assigned_provider" | "availability_block";

export interface Bookability {
  /** Empty: it can be booked. */
  readonly missing: readonly Missing[];
  /** Why it could not be seen, where it was not the organization's own lack. */
  readonly problem: string | null;
}

/** Whose bookability is asked about, and where. */
export interface Registrant {
  readonly slug: string;
  readonly mcpUrl: string | null;
  readonly restUrl: string | null;
}

/** Every node answers spans of this many days (operations 4.1); three of them are looked at. */
const SPAN_DAYS = 31;
const SPANS = 3;
const DAY_MS = 86_400_000;

/** Offers whose calendars are looked at before the search is given up. */
const MOST_OFFERS = 5;

interface Offer {
  readonly id: string;
  readonly hasProvider: boolean;
}

/**
 * Whether an organization can be booked, by what its registered endpoint answers to anybody (erratum R-05): the HTTP
 * profile where it is named, its MCP server otherwise. Never throws.
 * @param now epoch milliseconds
 */
export async function askBookability(registrant: Registrant, reach: GuardedFetch, now: number): Promise<Bookability> {
  let door: PublicDoor | undefined;
  try {
    const { restUrl, mcpUrl, slug } = registrant;
    door = restUrl === null ? await mcpDoorAt(mcpUrl ?? "", reach) : httpDoorAt(restUrl, reach);
    return { missing: await missingAt(door, slug, now), problem: null };
  } catch (error) {
    return { missing: ["active_offer", "assigned_provider", "availability_block"], problem: reasonOf(error) };
  } finally {
    await door?.close().catch(() => undefined);
  }
}

async function missingAt(door: PublicDoor, slug: string, now: number): Promise<readonly Missing[]> {
  const offers = offersIn(await door.ask("services.list", { org_slug: slug, per_page: "100" }));
  if (offers.length === 0) return ["active_offer", "assigned_provider", "availability_block"];
  const provided = offers.filter((offer) => offer.hasProvider);
  if (provided.length === 0) return ["assigned_provider", "availability_block"];
  for (let span = 0; span < SPANS; span += 1) {
    const from = now + span * SPAN_DAYS * DAY_MS;
    const dates = { date_from: dayOf(from), date_to: dayOf(from + (SPAN_DAYS - 1) * DAY_MS) };
    for (const { id } of provided.slice(0, MOST_OFFERS)) {
      const slots = await door.ask("scheduling.check_availability", { org_slug: slug, service_id: id, ...dates });
      if (dataOf(slots).length > 0) return [];
    }
  }
  return ["availability_block"];
}

/** Active offers. A node that names no providers of an offer shows by its slots that there are some. */
function offersIn(body: unknown): readonly Offer[] {
  return dataOf(body).flatMap((resource) => {
    const { id, attributes = {} } = resource as { id?: unknown; attributes?: Record<string, unknown> };
    const { active, provider_ids: providers } = attributes;
    if (typeof id !== "string" || active === false) return [];
    return [{ id, hasProvider: !Array.isArray(providers) || providers.length > 0 }];
  });
}

function dataOf(body: unknown): readonly unknown[] {
  const data = (body as { data?: unknown } | null)?.data;
  if (!Array.isArray(data)) throw new Error("the answer holds no list");
  return data;
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { message?: string; code?: string } };
  return cause?.message || cause?.code || message || "it cannot be reached";
}
