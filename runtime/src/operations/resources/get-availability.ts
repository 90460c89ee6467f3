import { ProtocolError } from "../../errors.ts";
import { findAvailability } from "../../scheduling/availability.ts";
import { loadCalendars } from "../../scheduling/load-calendars.ts";
import { inZone, isTimeZone, spanOfDates } from "../../scheduling/local-time.ts";
import type { Handler } from "../handler.ts";
import { pageOf } from "../paging.ts";
import { findResource } from "./find-resource.ts";

/** Longest span of one question, in days. */
const MOST_DAYS = 62;

/** Length of a slot, in minutes: no service says how long it takes. */
const USUAL_MINUTES = 30;

/**
 * Free capacity of a resource, whatever the service (SVC-RES-008). The dates are days of the resource's zone; another
 * zone changes how the same instants are written.
 */
export const getResourceAvailability: Handler<"resource.get_availability"> = async (context, input) => {
  const resource = await findResource(context, input.resource_id);
  const { timezone } = await context.tx.db
    .selectFrom("organizations")
    .select("timezone")
    .where("id", "=", resource.organizationId)
    .executeTakeFirstOrThrow();
  const ownZone = resource.timezone ?? timezone;
  const zone = input.timezone ?? ownZone;
  if (!isTimeZone(zone)) {
    throw new ProtocolError("VALIDATION_ERROR", {
      parameter: "timezone",
      detail: `"${zone}" is no zone of the IANA database.`,
    });
  }
  const span = spanOfDates({ from: input.date_from, to: input.date_to, zone: ownZone, mostDays: MOST_DAYS });
  const now = context.clock.now();
  const calendars = await loadCalendars(context.tx, {
    organizationId: resource.organizationId,
    providerIds: [],
    resourceIds: [resource.id],
    clientId: null,
    span,
    now,
  });
  const { slots } = findAvailability({
    mode: "resource_only",
    span,
    now,
    offerId: null,
    durationMinutes: USUAL_MINUTES,
    calendars,
  });
  const { limit, offset } = pageOf(input);
  const items = slots.slice(offset, offset + limit).map((slot) => ({
    id: `.${resource.id}.${slot.start}`,
    attributes: {
      starts_at: inZone(slot.start, zone),
      ends_at: inZone(slot.end, zone),
      resource_id: resource.id,
      remaining_capacity: slot.remainingCapacity ?? resource.capacity,
      confidence_score: slot.confidenceScore,
    },
  }));
  return { total: slots.length, meta: { mode: "resource_only", conflict_resolution: { type: "none" } }, items };
};
