import { isDeepStrictEqual } from "node:util";
import { Temporal } from "@js-temporal/polyfill";
import type { Work } from "../lifecycle/author.ts";
import { type InferredFact, trustFacts, waitingFacts } from "../rules/inferred-facts.ts";
import { confidenceCeilings } from "../scheduling/availability.ts";
import { subtract, union } from "../scheduling/intervals.ts";
import { loadCalendars } from "../scheduling/load-calendars.ts";
import { inZone } from "../scheduling/local-time.ts";
import { freeSlots } from "../scheduling/slots.ts";
import type { Tx } from "../storage/open-database.ts";
import type { ProviderAttributeRow, ProviderProfileRow, ProviderRow } from "../storage/rows.ts";
import { isInferredOnly } from "./attribute-catalogue.ts";
import { currentAttributes, retireAttribute, writeVersion } from "./profile-store.ts";
import { readTrackRecord } from "./track-record.ts";

/** How far ahead a free slot is looked for, in days. */
const DAYS_AHEAD = 62;
const DAY = 86_400_000;
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

/**
 * Computes what the node knows of a provider by itself, and stores what has changed as new versions. What is as before
 * is only dated anew; what cannot be told any more ends.
 */
export async function refreshInferred(work: Work, profile: ProviderProfileRow, provider: ProviderRow): Promise<void> {
  const facts = await inferFacts(work, provider);
  const current = new Map((await currentAttributes(work.tx, profile.id)).map((row) => [row.key, row]));
  for (const fact of facts) {
    const former = current.get(fact.key);
    if (former && saysTheSame(former, fact)) await dateAnew(work, former);
    else await writeVersion(work, profile, versionOf(fact));
  }
  const told = new Set(facts.map(({ key }) => key));
  for (const [key, { origin }] of current) {
    if (origin === "inferred" && isInferredOnly(key) && !told.has(key)) await retireAttribute(work, profile.id, key);
  }
}

/** Everything that can be computed of a provider now. */
export async function inferFacts(work: Work, provider: ProviderRow): Promise<InferredFact[]> {
  const { timezone } = await work.tx.db
    .selectFrom("organizations")
    .select("timezone")
    .where("id", "=", provider.organizationId)
    .executeTakeFirstOrThrow();
  const zone = provider.timezone ?? timezone;
  const tenure = monthsBetween(provider.createdAt, work.clock.now(), zone);
  return [
    ...trustFacts(await readTrackRecord(work.tx, provider.id), tenure),
    ...(await inferHours(work.tx, provider.id)),
    ...(await inferWaiting(work, provider, zone)),
  ];
}

/** The usual week: open blocks less blocking ones, `HH:mm` by weekday. */
async function inferHours({ db }: Tx, providerId: string): Promise<InferredFact[]> {
  const blocks = await db
    .selectFrom("provider_availability")
    .selectAll()
    .where("providerId", "=", providerId)
    .execute();
  if (blocks.length === 0) return [];
  const hours = WEEKDAYS.map((weekday, day) => {
    const of = (isAvailable: boolean) =>
      blocks
        .filter((block) => block.dayOfWeek === day && block.isAvailable === isAvailable)
        .map((block) => ({ start: minutes(block.startTime), end: minutes(block.endTime) }));
    const open = subtract(union(of(true)), of(false));
    return [weekday, open.map(({ start, end }) => ({ start: wallClock(start), end: wallClock(end) }))] as const;
  });
  const value = Object.fromEntries(hours.filter(([, open]) => open.length > 0));
  return [{ key: "typical_hours", value, confidence: 1, evidenceCount: blocks.length }];
}

/** When the provider is free for each of the active offers, without looking at resources. */
async function inferWaiting({ tx, clock }: Work, provider: ProviderRow, zone: string): Promise<InferredFact[]> {
  const now = clock.now();
  const offers = await tx.db
    .selectFrom("offers")
    .innerJoin("offer_providers", "offer_providers.offerId", "offers.id")
    .select(["offers.id as id", "offers.durationMinutes as durationMinutes"])
    .where("offer_providers.providerId", "=", provider.id)
    .where("offers.active", "=", true)
    .execute();
  const span = { start: now, end: now + DAYS_AHEAD * DAY };
  const { organizationId } = provider;
  const { providers } = await loadCalendars(tx, {
    organizationId,
    providerIds: [provider.id],
    resourceIds: [],
    clientId: null,
    span,
    now,
  });
  const calendar = providers.get(provider.id) ?? null;
  const firstFree = offers.flatMap(({ id, durationMinutes }) => {
    const [first] = freeSlots({
      span,
      now,
      offerId: id,
      durationMinutes,
      provider: calendar,
      resource: null,
      client: null,
    });
    return first ? [first.start] : [];
  });
  const waiting = waitingFacts(firstFree, { now, confidence: confidenceCeilings.provider_only });
  if (!waiting) return [];
  const { nextAvailable, avgWaitDays, ...rest } = waiting;
  return [
    { key: "next_available", value: inZone(nextAvailable, zone), ...rest },
    { key: "avg_wait_days", value: avgWaitDays, ...rest },
  ];
}

function versionOf({ key, value, confidence, evidenceCount }: InferredFact) {
  return {
    key,
    content: { value },
    origin: "inferred",
    confidence,
    evidenceCount,
    verifiedBy: null,
    verifiedAt: null,
    visibility: "public",
    validFrom: null,
    validUntil: null,
  } as const;
}

function saysTheSame(former: ProviderAttributeRow, { value, confidence, evidenceCount }: InferredFact): boolean {
  return (
    isDeepStrictEqual(former.content.value, value) &&
    former.confidence === confidence &&
    former.evidenceCount === evidenceCount
  );
}

async function dateAnew({ tx, clock }: Work, { attributeId, version }: ProviderAttributeRow): Promise<void> {
  await tx.db
    .updateTable("provider_attributes")
    .set({ updatedAt: clock.now() })
    .where("attributeId", "=", attributeId)
    .where("version", "=", version)
    .execute();
}

/** Whole months between two instants, on the calendar of a zone. */
function monthsBetween(from: number, to: number, zone: string): number {
  const [start, end] = [from, to].map((instant) =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone),
  );
  if (!start || !end) return 0;
  return Math.max(0, start.until(end, { largestUnit: "months" }).months);
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  return hours * 60 + rest;
}

function wallClock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
