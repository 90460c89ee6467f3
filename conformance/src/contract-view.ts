import type { CaseContext } from "./case-context.ts";
import { isRecord, pickList, pickNumber, pickText } from "./json-path.ts";
import { type BookableOffer, readOffer } from "./slot-book.ts";
import { Unmet } from "./verdict.ts";

const HOUR_MS = 3_600_000;
/** The page of terms names these where a contract leaves them out (objects 12, P-07). */
const DEFAULT_GRACE_MINUTES = 15;
const DEFAULT_NO_SHOW_PERCENT = 100;
const DEFAULT_DISPUTE_HOURS = 48;

/** One step of a cancellation policy (objects 12). */
export interface Tier {
  readonly hoursBefore: number;
  readonly inclusive: boolean;
  readonly percent: number;
}

/** The default policy: free above 24 h, half from 24 h to 2 h inclusive, all below 2 h (whitepaper 10, P-07). */
export const DEFAULT_TIERS: readonly Tier[] = [
  { hoursBefore: 24, inclusive: false, percent: 0 },
  { hoursBefore: 2, inclusive: true, percent: 50 },
  { hoursBefore: 0, inclusive: true, percent: 100 },
];

/** What binds the bookings of an offer, as far as money and time go. */
export interface ContractView {
  readonly tiers: readonly Tier[];
  /** Hours before the start after which a client cannot cancel any more (P-09). */
  readonly latestHoursBefore: number | undefined;
  readonly graceMinutes: number;
  /** What a client who does not come pays, percent. */
  readonly noShowPercent: number;
  readonly disputeWindowHours: number;
  readonly requiredEvidence: readonly string[];
  /** Hours that people have to decide a dispute, where the contract says so. */
  readonly resolutionHours: number | undefined;
}

/** An offer of the provider under test together with its terms. */
export interface TermedOffer {
  readonly offer: BookableOffer;
  readonly vertical: string;
  readonly contract: ContractView;
}

/** Reads the attributes of a contract. */
export function contractOf(attributes: unknown): ContractView {
  const kinds = pickList(attributes, "required_evidence");
  return {
    tiers: pickList(attributes, "cancellation_policy.tiers").filter(isRecord).map(tierOf),
    latestHoursBefore: pickNumber(attributes, "cancellation_policy.latest_hours_before"),
    graceMinutes: pickNumber(attributes, "no_show_policy.grace_minutes") ?? DEFAULT_GRACE_MINUTES,
    noShowPercent: pickNumber(attributes, "no_show_policy.client.penalty_percent") ?? DEFAULT_NO_SHOW_PERCENT,
    disputeWindowHours: pickNumber(attributes, "dispute_window_hours") ?? DEFAULT_DISPUTE_HOURS,
    requiredEvidence: kinds.filter((kind): kind is string => typeof kind === "string"),
    resolutionHours: pickNumber(attributes, "arbitration_policy.resolution_hours"),
  };
}

function tierOf(tier: Record<string, unknown>): Tier {
  return {
    hoursBefore: pickNumber(tier, "hours_before") ?? 0,
    inclusive: tier.inclusive !== false,
    percent: pickNumber(tier, "penalty_percent") ?? 0,
  };
}

/**
 * Offers that the provider under test delivers without a resource and without prepayment, with their terms, the
 * plainest first. Offers without a readable contract are left out: no arithmetic is possible for them.
 */
export function termedOffers(context: CaseContext): Promise<readonly TermedOffer[]> {
  return context.world.once("offers with terms", async () => {
    const provider = context.node.has("provider") ? context.node.partyId("provider") : undefined;
    const found: TermedOffer[] = [];
    for (const id of await context.world.offerIds()) {
      const one = await readTermed(context, id, provider);
      if (one !== null && !one.offer.needsResource && !one.offer.needsPrepayment) found.push(one);
    }
    return found.sort((a, b) => a.offer.difficulty - b.offer.difficulty);
  });
}

async function readTermed(context: CaseContext, id: string, provider: string | undefined): Promise<TermedOffer | null> {
  const shown = await context.node.call("service.get", { path: { service_id: id } });
  const contract = await readContract(context, id);
  if (shown.status !== 200 || contract === null) return null;
  const attributes = shown.at("data.attributes");
  const offer = readOffer(id, attributes, contract);
  const providerId = provider ?? offer?.providerIds[0];
  if (offer === null || providerId === undefined || !offer.providerIds.includes(providerId)) return null;
  return {
    offer: { ...offer, providerId },
    vertical: (pickText(attributes, "vertical") ?? "").toLowerCase(),
    contract: contractOf(contract),
  };
}

/** Attributes of the contract of an offer or a session; null when it cannot be read. */
export async function readContract(context: CaseContext, id: string): Promise<Record<string, unknown> | null> {
  const query = { org_id: await context.world.organizationSlug() };
  const answer = await context.node.call("contract.get", { path: { service_id: id }, query });
  const attributes = answer.at("data.attributes");
  return answer.status === 200 && isRecord(attributes) ? attributes : null;
}

/** The plainest of the offers that fit. @throws Unmet when the provider under test has none at all */
export async function offerWhere(
  context: CaseContext,
  fits: (one: TermedOffer) => boolean = () => true,
): Promise<TermedOffer | undefined> {
  const offers = await termedOffers(context);
  if (offers.length === 0) throw new Unmet("no public offer of the provider under test has a contract to be read");
  return offers.find(fits);
}

/** Percentage that a client pays who cancels with so much time left (lifecycle 8). */
export function percentAt(tiers: readonly Tier[], remainingMs: number): number {
  const tier = tiers.find(({ hoursBefore, inclusive }) => {
    const limit = hoursBefore * HOUR_MS;
    return remainingMs > limit || (inclusive && remainingMs === limit);
  });
  return (tier ?? tiers.at(-1))?.percent ?? 0;
}

/**
 * Every percentage that may apply when all that is known of the moment is that between `least` and `most` remained:
 * a clock goes on while a command is under way. One value in all cases but those that straddle a boundary.
 */
export function percentsBetween(tiers: readonly Tier[], least: number, most: number): readonly number[] {
  const inside = tiers.map((tier) => tier.hoursBefore * HOUR_MS).filter((limit) => limit > least && limit < most);
  const moments = [least, ...inside.flatMap((limit) => [limit - 1, limit, limit + 1]), most];
  return [...new Set(moments.map((moment) => percentAt(tiers, moment)))];
}
