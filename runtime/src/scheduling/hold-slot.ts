import type { Clock } from "../clock.ts";
import { notFound, ProtocolError } from "../errors.ts";
import { lockRows } from "../storage/lock-rows.ts";
import type { Tx } from "../storage/open-database.ts";
import { checkSlot, type SlotObstacle } from "./check-slot.ts";
import type { Interval } from "./intervals.ts";
import { loadCalendars } from "./load-calendars.ts";

/** A place in time that one session is to take. */
export interface SlotRequest {
  readonly organizationId: string;
  readonly offerId: string;
  readonly providerId: string;
  readonly clientId: string;
  /** Null when the session needs no resource. */
  readonly resourceId: string | null;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly durationMinutes: number;
  /** The session itself, when it is moved or handed to another provider: it does not stand in its own way. */
  readonly ignoreSessionId?: string;
}

const SENTENCES: Readonly<Record<SlotObstacle, string>> = {
  provider_closed: "The provider is not available then.",
  provider_busy: "The provider has another session then.",
  client_busy: "The client has another session then.",
  resource_inactive: "The resource is not in use any more.",
  resource_closed: "The resource is not available then.",
  resource_full: "The resource is taken then, buffer included.",
};

/**
 * Makes sure that provider, client and resource are all free, inside the writing transaction that then stores the
 * session: whoever wants one of these calendars, too, waits from here on, so what is free here stays free until that
 * commit (lifecycle 9.2, SVC-SCHED-005). It stores nothing itself. Used by booking, rescheduling and reassigning.
 * @returns the session's own time: start, and start plus duration, in epoch milliseconds
 * @throws {ProtocolError} CONFLICT when provider or client is not free, RESOURCE_UNAVAILABLE when the resource is not
 *   (P-22), with the reason in `meta.obstacle`; NOT_FOUND when provider or resource is not this tenant's
 */
export async function holdSlot(
  work: { readonly tx: Tx; readonly clock: Clock },
  request: SlotRequest,
): Promise<Interval> {
  const { organizationId, offerId, providerId, clientId, resourceId, startsAt } = request;
  const slot = { start: startsAt, end: startsAt + request.durationMinutes * 60_000 };
  await lockRows(
    work.tx,
    organizationId,
    resourceId === null ? [providerId, clientId] : [providerId, clientId, resourceId],
  );
  const calendars = await loadCalendars(work.tx, {
    organizationId,
    providerIds: [providerId],
    resourceIds: resourceId === null ? [] : [resourceId],
    clientId,
    span: slot,
    now: work.clock.now(),
    ignoreSessionId: request.ignoreSessionId,
  });
  const provider = calendars.providers.get(providerId);
  if (!provider) throw notFound("provider", { pointer: "/provider_id" });
  const resource = resourceId === null ? null : calendars.resources.get(resourceId);
  if (resource === undefined) throw notFound("resource", { pointer: "/resource_id" });
  const refusal = checkSlot({ ...slot, offerId }, { provider, resource, client: calendars.client });
  if (refusal) {
    throw new ProtocolError(refusal.code, {
      detail: SENTENCES[refusal.obstacle],
      meta: { obstacle: refusal.obstacle },
    });
  }
  return slot;
}
