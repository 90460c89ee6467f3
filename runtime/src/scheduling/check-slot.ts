import type { ClientCalendar, ProviderCalendar, ResourceCalendar } from "./calendars.ts";
import { contains, type Interval, mostAtOnce, overlaps } from "./intervals.ts";
import type { Occupation } from "./occupation.ts";

/** The calendars that have to be free; null: not asked for. */
export interface SlotParties {
  readonly provider: ProviderCalendar | null;
  readonly resource: ResourceCalendar | null;
  readonly client: ClientCalendar | null;
}

/** One place in time, for one client more; the end is start plus duration, without buffer. */
export interface WantedSlot extends Interval {
  /** Offer that is to be delivered; null: none in particular, which joins no group. */
  readonly offerId: string | null;
}

export type SlotObstacle =
  | "provider_closed"
  | "provider_busy"
  | "client_busy"
  | "resource_inactive"
  | "resource_closed"
  | "resource_full";

/** What stands in the way of a slot, with its wire code (P-22). */
export interface SlotRefusal {
  readonly code: "CONFLICT" | "RESOURCE_UNAVAILABLE";
  readonly obstacle: SlotObstacle;
}

/**
 * Whether provider, client and resource are all free for a slot (lifecycle 9.1); null: they are. Provider and client are
 * judged before the resource.
 */
export function checkSlot(slot: WantedSlot, { provider, resource, client }: SlotParties): SlotRefusal | null {
  return (
    (provider && providerRefusal(slot, provider, resource)) ??
    (client && clientRefusal(slot, client)) ??
    (resource && resourceRefusal(slot, resource))
  );
}

/** How many more clients a resource takes during a slot and the buffer after it; negative when it is overbooked. */
export function remainingCapacity(slot: Interval, resource: ResourceCalendar): number {
  const taken = resource.occupations.map((occupation) => withBuffer(occupation, resource));
  return resource.capacity - mostAtOnce(taken, withBuffer(slot, resource));
}

/** Whether a session that a provider already has is a group that a slot may join: same offer, start and resource, room for several. */
export function isJoinableGroup(
  occupation: Occupation,
  slot: { readonly start: number; readonly offerId: string | null },
  resource: ResourceCalendar | null,
): boolean {
  return (
    resource !== null &&
    resource.capacity > 1 &&
    occupation.resourceId === resource.id &&
    occupation.start === slot.start &&
    occupation.offerId === slot.offerId
  );
}

function providerRefusal(
  slot: WantedSlot,
  provider: ProviderCalendar,
  resource: ResourceCalendar | null,
): SlotRefusal | null {
  if (!contains(provider.open, slot)) return { code: "CONFLICT", obstacle: "provider_closed" };
  const busy = provider.occupations.some(
    (occupation) => overlaps(occupation, slot) && !isJoinableGroup(occupation, slot, resource),
  );
  return busy ? { code: "CONFLICT", obstacle: "provider_busy" } : null;
}

function clientRefusal(slot: WantedSlot, client: ClientCalendar): SlotRefusal | null {
  const busy = client.occupations.some((occupation) => overlaps(occupation, slot));
  return busy ? { code: "CONFLICT", obstacle: "client_busy" } : null;
}

function resourceRefusal(slot: WantedSlot, resource: ResourceCalendar): SlotRefusal | null {
  const refusal = (obstacle: SlotObstacle): SlotRefusal => ({ code: "RESOURCE_UNAVAILABLE", obstacle });
  if (!resource.isActive) return refusal("resource_inactive");
  // The buffer may reach past the end of the block; the session may not.
  if (!contains(resource.open, slot)) return refusal("resource_closed");
  return remainingCapacity(slot, resource) < 1 ? refusal("resource_full") : null;
}

function withBuffer({ start, end }: Interval, { buffer }: ResourceCalendar): Interval {
  return { start, end: end + buffer };
}
