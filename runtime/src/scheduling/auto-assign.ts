import { randomInt } from "node:crypto";
import { invalid, ProtocolError } from "../errors.ts";
import type { Work } from "../lifecycle/author.ts";
import { type AssignmentCandidate, chooseProvider, DEFAULT_ASSIGNMENT } from "../rules/assignment.ts";
import type { BookingRules, LocationShape } from "../storage/json-shapes.ts";
import { lockRows } from "../storage/lock-rows.ts";
import type { ClientRow, OfferRow, OrganizationRow, ProviderRow, ResourceRow } from "../storage/rows.ts";
import type { Calendars, ProviderCalendar } from "./calendars.ts";
import { checkSlot, type WantedSlot } from "./check-slot.ts";
import { type Interval, subtract } from "./intervals.ts";
import { loadCalendars } from "./load-calendars.ts";
import { dayAround, weekAround } from "./local-time.ts";

/** A place in time for which the node is to find who delivers, and with what. */
export interface PlaceWish {
  readonly organization: Pick<OrganizationRow, "id" | "timezone" | "booking">;
  readonly offer: OfferRow;
  readonly client: Pick<ClientRow, "id" | "titularProviderId">;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  /** Provider named; null: the node chooses by the organization's policy. */
  readonly providerId: string | null;
  /** The session itself, when it is moved: it does not stand in its own way. */
  readonly ignoreSessionId?: string;
  /** A number from 0 up to, not including, 1; default a secure random one. */
  readonly random?: () => number;
}

/** Who delivers, and with which resource; null when the offer needs none. */
export interface FoundPlace {
  readonly providerId: string;
  readonly resourceId: string | null;
}

const RANDOM_STEPS = 2 ** 32;
const MINUTE = 60_000;

/**
 * Finds a provider and, where the offer needs one, a resource that are free together with the client, inside the writing
 * transaction that then stores the session: everybody who might be chosen is held from here on, so the choice is part of
 * the atomic commitment (lifecycle 9.2 and 9.5, SVC-SCHED-017).
 * @throws {ProtocolError} `VALIDATION_ERROR` when a provider has to be named, or the one named does not deliver the offer;
 *   `CONFLICT` when no provider or not the client is free, `RESOURCE_UNAVAILABLE` when only a resource is missing
 */
export async function findPlace(work: Work, wish: PlaceWish): Promise<FoundPlace> {
  const { organization, offer, client, startsAt } = wish;
  const resources = await resourcesFor(work, offer);
  const concerned = [...(await providersFor(work, wish)), ...resources, client];
  await lockRows(
    work.tx,
    organization.id,
    concerned.map(({ id }) => id),
  );
  // Read again: whoever was waited for may have been assigned to somebody.
  const providers = await providersFor(work, wish);
  const slot = { start: startsAt, end: startsAt + offer.durationMinutes * MINUTE, offerId: offer.id };
  const week = weekAround(startsAt, organization.timezone);
  const calendars = await loadCalendars(work.tx, {
    organizationId: organization.id,
    providerIds: providers.map(({ id }) => id),
    resourceIds: resources.map(({ id }) => id),
    clientId: client.id,
    span: { start: week.start, end: Math.max(week.end, slot.end) },
    now: work.clock.now(),
    ignoreSessionId: wish.ignoreSessionId,
  });
  const places = providers.map((provider) => ({
    provider,
    ...placeFor(provider, { slot, offer, calendars, resources }),
  }));
  const free = places.filter(({ refusal }) => refusal === null);
  const chosen = wish.providerId ?? choose(wish, { week, slot, calendars, providers: free.map((one) => one.provider) });
  const found = free.find(({ provider }) => provider.id === chosen);
  if (!found) throw nothingFree(places.map(({ refusal }) => refusal));
  if (wish.providerId === null) await rememberAssignment(work, found.provider.id);
  return { providerId: found.provider.id, resourceId: found.resourceId };
}

/** Active providers of the offer, or the one of them who was named. */
async function providersFor({ tx }: Work, { offer, providerId }: PlaceWish): Promise<ProviderRow[]> {
  const assigned = await tx.db
    .selectFrom("providers")
    .innerJoin("offer_providers", "offer_providers.providerId", "providers.id")
    .selectAll("providers")
    .where("offer_providers.offerId", "=", offer.id)
    .where("providers.organizationId", "=", offer.organizationId)
    .where("providers.active", "=", true)
    .$if(providerId !== null, (query) => query.where("providers.id", "=", providerId ?? ""))
    .execute();
  if (providerId !== null && assigned.length === 0) {
    throw invalid("/provider_id", "No such provider delivers this offer.");
  }
  return assigned;
}

/** The resources that the offer can be delivered with, the smallest first; none when it needs none. */
async function resourcesFor({ tx }: Work, offer: OfferRow): Promise<ResourceRow[]> {
  if (!needsResource(offer)) return [];
  const fixed = fixedResource(offer);
  return tx.db
    .selectFrom("resources")
    .selectAll()
    .where("organizationId", "=", offer.organizationId)
    .where("isActive", "=", true)
    .$if(fixed !== undefined, (query) => query.where("id", "=", fixed ?? ""))
    .orderBy("capacity")
    .orderBy("id")
    .execute();
}

function needsResource(offer: OfferRow): boolean {
  return offer.requiresResource || fixedResource(offer) !== undefined;
}

/** The one resource that an offer is always delivered with. */
function fixedResource(offer: OfferRow): string | undefined {
  return ((offer.location ?? {}) as LocationShape).resource_id;
}

type Obstacle = "taken" | "resource_missing";

interface Search {
  readonly slot: WantedSlot;
  readonly offer: OfferRow;
  readonly calendars: Calendars;
  readonly resources: readonly ResourceRow[];
}

/** Whether a provider can take the slot, and with which of the resources. */
function placeFor(provider: ProviderRow, { slot, offer, calendars, resources }: Search) {
  const calendar = calendars.providers.get(provider.id);
  if (!calendar) return place(null, "taken");
  const { client } = calendars;
  if (!needsResource(offer)) {
    return place(null, checkSlot(slot, { provider: calendar, client, resource: null }) && "taken");
  }
  let obstacle: Obstacle = resources.length === 0 ? "resource_missing" : "taken";
  for (const { id } of resources) {
    const resource = calendars.resources.get(id);
    if (!resource) continue;
    const refusal = checkSlot(slot, { provider: calendar, client, resource });
    if (refusal === null) return place(id, null);
    if (refusal.code === "RESOURCE_UNAVAILABLE") obstacle = "resource_missing";
  }
  return place(null, obstacle);
}

function place(resourceId: string | null, refusal: Obstacle | null) {
  return { resourceId, refusal };
}

interface Standing {
  readonly week: Interval;
  readonly slot: Interval;
  readonly calendars: Calendars;
  /** Those who are free. */
  readonly providers: readonly ProviderRow[];
}

/** @throws {ProtocolError} `VALIDATION_ERROR` where the organization leaves the choice to the caller */
function choose({ organization, client, random = secureRandom }: PlaceWish, standing: Standing): string | null {
  const { week, slot, calendars, providers } = standing;
  const day = dayAround(slot.start, organization.timezone);
  const candidates = providers.map((provider): AssignmentCandidate => {
    const calendar = calendars.providers.get(provider.id);
    return {
      id: provider.id,
      lastAssignedAt: provider.lastAssignedAt,
      bookedThatWeek: calendar?.occupations.filter(({ start }) => start >= week.start && start < week.end).length ?? 0,
      freeMinutesThatDay: calendar ? freeMinutes(calendar, day) : 0,
      priority: provider.priority,
    };
  });
  const policy = (organization.booking as BookingRules).auto_assignment ?? DEFAULT_ASSIGNMENT;
  const assignment = chooseProvider({ candidates, policy, titularId: client.titularProviderId, random });
  if ("chosen" in assignment) return assignment.chosen;
  if (assignment.missing === "choice") throw invalid("/provider_id", "Name the provider; none is chosen for you here.");
  return null;
}

function freeMinutes(calendar: ProviderCalendar, day: Interval): number {
  return subtract(calendar.open, calendar.occupations)
    .map(({ start, end }) => Math.max(0, Math.min(end, day.end) - Math.max(start, day.start)) / MINUTE)
    .reduce((sum, minutes) => sum + minutes, 0);
}

/** Says nothing of whose calendar stands in the way: who asks may be anybody. */
function nothingFree(refusals: readonly (Obstacle | null)[]): ProtocolError {
  return refusals.includes("resource_missing")
    ? new ProtocolError("RESOURCE_UNAVAILABLE", { detail: "No resource for this offer is free then." })
    : new ProtocolError("CONFLICT", { detail: "This time is not free." });
}

async function rememberAssignment({ tx, clock }: Work, providerId: string): Promise<void> {
  await tx.db.updateTable("providers").set({ lastAssignedAt: clock.now() }).where("id", "=", providerId).execute();
}

function secureRandom(): number {
  return randomInt(RANDOM_STEPS) / RANDOM_STEPS;
}
