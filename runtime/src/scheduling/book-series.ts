import { invalid, ProtocolError } from "../errors.ts";
import { newId } from "../ids.ts";
import type { Author, Work } from "../lifecycle/move-session.ts";
import { confirmIfAutomatic } from "../lifecycle/moves/confirm.ts";
import { isPaidFirst } from "../rules/prepayment.ts";
import type { BookingRules, LocationShape, SubmissionShape } from "../storage/json-shapes.ts";
import { lockRows } from "../storage/lock-rows.ts";
import type { ClientRow, OfferRow, OrganizationRow, ProviderRow, SessionRow } from "../storage/rows.ts";
import { holdSlot } from "./hold-slot.ts";
import { openBooking } from "./open-booking.ts";
import { type Occurrence, occurrencesOf } from "./recurrence.ts";

/** A recurring booking: one offer, one provider, one client, many times. */
export interface SeriesRequest {
  readonly organizationId: string;
  readonly offerId: string;
  readonly providerId: string;
  readonly clientId: string;
  /** Null when the offer needs no resource. */
  readonly resourceId: string | null;
  /** Wall-clock start of the first occurrence in the provider's zone, `YYYY-MM-DDTHH:mm`. */
  readonly localStart: string;
  /** RFC 5545 recurrence rule, such as `FREQ=WEEKLY;INTERVAL=2;COUNT=10`. */
  readonly rule: string;
  /** `reject_all`: one occurrence that is not free, and none is booked. `skip`: those that are free are. */
  readonly onConflict: "reject_all" | "skip";
  readonly author: Author;
  readonly submission?: SubmissionShape;
}

/** An occurrence that is not free, and why. */
export interface SkippedOccurrence extends Occurrence {
  readonly code: "CONFLICT" | "RESOURCE_UNAVAILABLE";
  readonly detail: string;
}

export interface BookedSeries {
  readonly seriesId: string;
  /** IANA zone in which the start repeats. */
  readonly zone: string;
  /** One session for each occurrence that was free; each has its own lifecycle, contract and cancellation. */
  readonly booked: readonly SessionRow[];
  readonly skipped: readonly SkippedOccurrence[];
}

/**
 * Books every occurrence of a recurring booking as an independent session, all with one `series_id`, inside the writing
 * transaction given (lifecycle 9.5, SVC-SCHED-016). The local start time in the calendar's zone is what repeats.
 * @throws {ProtocolError} `VALIDATION_ERROR` for a rule or a party that does not fit; `CONFLICT` with every occurrence
 *   that is not free in `meta.conflicts`: under `reject_all` as soon as there is one, under `skip` when none is free
 */
export async function bookSeries(work: Work, request: SeriesRequest): Promise<BookedSeries> {
  const { offer, client, zone } = await partiesOf(work, request);
  const { localStart, rule, onConflict } = request;
  const occurrences = occurrencesOf({ localStart, zone, rule });
  if ((occurrences[0]?.startsAt ?? 0) <= work.clock.now()) {
    throw invalid("/local_start", "The first start must lie in the future.");
  }
  // At once and sorted, before any of them: two series that want each other's calendars must not wait for each other.
  const { organizationId, providerId, clientId, resourceId } = request;
  await lockRows(work.tx, organizationId, [providerId, clientId, ...(resourceId === null ? [] : [resourceId])]);
  const seriesId = newId("ser", work.clock);
  const booked: SessionRow[] = [];
  const skipped: SkippedOccurrence[] = [];
  for (const occurrence of occurrences) {
    const outcome = await bookOne(work, request, { occurrence, offer, client, seriesId });
    if ("code" in outcome) skipped.push(outcome);
    else booked.push(outcome);
  }
  if (booked.length === 0 || (onConflict === "reject_all" && skipped.length > 0)) throw notFree(skipped);
  return { seriesId, zone, booked, skipped };
}

interface OneOfSeries {
  readonly occurrence: Occurrence;
  readonly offer: OfferRow;
  readonly client: ClientRow;
  readonly seriesId: string;
}

async function bookOne(
  work: Work,
  request: SeriesRequest,
  { occurrence, offer, client, seriesId }: OneOfSeries,
): Promise<SessionRow | SkippedOccurrence> {
  const { organizationId, providerId, resourceId, author, submission } = request;
  const { startsAt } = occurrence;
  const { durationMinutes, id: offerId } = offer;
  const clientId = client.id;
  try {
    await holdSlot(work, { organizationId, offerId, providerId, clientId, resourceId, startsAt, durationMinutes });
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    const { code, message: detail } = error;
    if (code !== "CONFLICT" && code !== "RESOURCE_UNAVAILABLE") throw error;
    return { ...occurrence, code, detail };
  }
  const session = await openBooking(work, {
    offer,
    clientId,
    providerId,
    resourceId,
    startsAt,
    payerId: client.defaultPayerId,
    author,
    seriesId,
    ...(submission && { submission }),
  });
  return confirmIfAutomatic(work, session);
}

function notFree(skipped: readonly SkippedOccurrence[]): ProtocolError {
  return new ProtocolError("CONFLICT", {
    detail: `${skipped.length} of the occurrences are not free: ${skipped.map((one) => one.localStart).join(", ")}.`,
    meta: { conflicts: skipped.map(({ localStart, code, detail }) => ({ local_start: localStart, code, detail })) },
  });
}

interface Parties {
  readonly organization: OrganizationRow;
  readonly offer: OfferRow;
  readonly provider: ProviderRow;
  readonly client: ClientRow;
}

/** Everybody a series is about, and the zone of the provider's calendar. */
async function partiesOf(work: Work, request: SeriesRequest): Promise<Parties & { readonly zone: string }> {
  const parties = await readParties(work, request);
  const { organization, offer, provider } = parties;
  if (isPaidFirst(offer, organization.booking as BookingRules)) {
    throw invalid(
      "/service_id",
      "This offer is paid before it is booked, each time anew; it cannot be booked as a series.",
    );
  }
  const { resource_id: fixed } = (offer.location ?? {}) as LocationShape;
  if (request.resourceId === null && (offer.requiresResource || fixed !== undefined)) {
    throw invalid("/resource_id", "This offer is delivered with a resource. Name one.");
  }
  return { ...parties, zone: provider.timezone ?? organization.timezone };
}

async function readParties({ tx }: Work, request: SeriesRequest): Promise<Parties> {
  const { organizationId, offerId, providerId, clientId, resourceId } = request;
  const own = <Table extends "offers" | "clients" | "resources">(table: Table, id: string) =>
    tx.db
      .selectFrom(table as "clients")
      .selectAll()
      .where("id", "=", id)
      .where("organizationId", "=", organizationId);
  const organization = await tx.db
    .selectFrom("organizations")
    .selectAll()
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  const offer = (await own("offers", offerId).executeTakeFirst()) as OfferRow | undefined;
  if (!offer?.active) throw invalid("/service_id", "There is no such offer to book.");
  const provider = await tx.db
    .selectFrom("providers")
    .innerJoin("offer_providers", "offer_providers.providerId", "providers.id")
    .selectAll("providers")
    .where("providers.id", "=", providerId)
    .where("providers.active", "=", true)
    .where("offer_providers.offerId", "=", offer.id)
    .executeTakeFirst();
  if (!provider) throw invalid("/provider_id", "No such provider delivers this offer.");
  const client = (await own("clients", clientId).executeTakeFirst()) as ClientRow | undefined;
  if (!client) throw invalid("/client_id", "There is no such client.");
  if (resourceId !== null && !(await own("resources", resourceId).executeTakeFirst())) {
    throw invalid("/resource_id", "There is no such resource.");
  }
  return { organization, offer, provider, client };
}
