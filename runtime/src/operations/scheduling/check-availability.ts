import { notFound, ProtocolError } from "../../errors.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { availabilityMode, findAvailability, type OfferedSlot } from "../../scheduling/availability.ts";
import { loadCalendars } from "../../scheduling/load-calendars.ts";
import { inZone, isTimeZone, spanOfDates } from "../../scheduling/local-time.ts";
import type { OfferRow, OrganizationRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";
import { pageOf } from "../paging.ts";
import { discoverableOrganization } from "../registry/organization-profile.ts";

type Input = Parameters<Handler<"scheduling.check_availability">>[1];

/** Longest span of one question, in days. */
const MOST_DAYS = 62;

/** Length of a slot when neither the question nor an offer gives one, in minutes. */
const USUAL_MINUTES = 30;

/** Free slots by start; an authenticated client's own calendar is looked at, too (operations 4.1, lifecycle 9.4). */
export const checkAvailability: Handler<"scheduling.check_availability"> = async (context, input) => {
  const organization = await discoverableOrganization(context.tx, input.org_slug);
  const mode = availabilityMode({
    serviceId: input.service_id,
    providerId: input.provider_id,
    resourceId: input.resource_id,
  });
  const zone = input.timezone ?? organization.timezone;
  if (!isTimeZone(zone)) {
    throw new ProtocolError("VALIDATION_ERROR", {
      parameter: "timezone",
      detail: `"${zone}" is no zone of the IANA database.`,
    });
  }
  const span = spanOfDates({
    from: input.date_from,
    to: input.date_to,
    zone: organization.timezone,
    mostDays: MOST_DAYS,
  });
  const offer = input.service_id === undefined ? null : await publicOffer(context, organization, input.service_id);
  const now = context.clock.now();
  const calendars = await loadCalendars(context.tx, {
    organizationId: organization.id,
    providerIds: await providersAsked(context, input, organization, offer),
    resourceIds: input.resource_id === undefined ? [] : [input.resource_id],
    clientId: clientOf(context, organization),
    span,
    now,
  });
  if (input.provider_id !== undefined && !calendars.providers.has(input.provider_id)) throw unknown("provider_id");
  if (input.resource_id !== undefined && !calendars.resources.has(input.resource_id)) throw unknown("resource_id");
  const durationMinutes = input.duration_minutes ?? offer?.durationMinutes ?? USUAL_MINUTES;
  const answer = findAvailability({ mode, span, now, offerId: offer?.id ?? null, durationMinutes, calendars });
  const { limit, offset } = pageOf(input);
  return {
    total: answer.slots.length,
    meta: { mode: answer.mode, conflict_resolution: answer.conflictResolution },
    items: answer.slots.slice(offset, offset + limit).map((slot) => slotDocument(slot, zone, offer)),
  };
};

/** @throws {ProtocolError} `NOT_FOUND` for an offer that the public cannot read */
async function publicOffer({ tx }: OperationContext, organization: OrganizationRow, id: string): Promise<OfferRow> {
  const offer = await tx.db
    .selectFrom("offers")
    .selectAll()
    .where("id", "=", id)
    .where("organizationId", "=", organization.id)
    .where("active", "=", true)
    .where("visibility", "!=", "private")
    .executeTakeFirst();
  if (!offer) throw unknown("service_id");
  return offer;
}

/** The provider named, else all who deliver the offer; none for a question about a resource alone. */
async function providersAsked(
  { tx }: OperationContext,
  input: Input,
  organization: OrganizationRow,
  offer: OfferRow | null,
): Promise<string[]> {
  const assigned =
    offer === null
      ? []
      : await tx.db
          .selectFrom("offer_providers")
          .innerJoin("providers", "providers.id", "offer_providers.providerId")
          .select("providers.id")
          .where("offer_providers.offerId", "=", offer.id)
          .where("providers.organizationId", "=", organization.id)
          .where("providers.active", "=", true)
          .execute();
  const ids = assigned.map((provider) => provider.id);
  if (input.provider_id === undefined) return input.resource_id === undefined ? ids : [];
  if (offer !== null && !ids.includes(input.provider_id)) throw unknown("provider_id");
  return [input.provider_id];
}

/** The client who asks, when a client's credential of this organization does. */
function clientOf({ caller }: OperationContext, organization: OrganizationRow): string | null {
  const { credential } = caller;
  const own = credential?.subjectType === "client" && credential.organizationId === organization.id;
  return own ? credential.subjectId : null;
}

function slotDocument(slot: OfferedSlot, zone: string, offer: OfferRow | null) {
  const attributes = {
    ...(slot.providerId !== null && { provider_id: slot.providerId }),
    starts_at: inZone(slot.start, zone),
    ends_at: inZone(slot.end, zone),
    ...(slot.resourceId !== null && { resource_id: slot.resourceId }),
    ...(offer !== null && { service_id: offer.id }),
    ...(slot.remainingCapacity !== null && { remaining_capacity: slot.remainingCapacity }),
    confidence_score: slot.confidenceScore,
  };
  return { id: `${slot.providerId ?? ""}.${slot.resourceId ?? ""}.${slot.start}`, attributes };
}

function unknown(parameter: "service_id" | "provider_id" | "resource_id") {
  return notFound(parameter.replace("_id", ""), { parameter });
}
