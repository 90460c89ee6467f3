import { ProtocolError } from "../errors.ts";
import type { Calendars, ProviderCalendar, ResourceCalendar } from "./calendars.ts";
import type { Interval } from "./intervals.ts";
import { type FreeSlot, freeSlots } from "./slots.ts";

export type AvailabilityMode = "provider_only" | "resource_only" | "provider_and_resource";
export type ConflictResolutionType =
  | "none"
  | "provider_available_resource_unavailable"
  | "resource_available_provider_unavailable";

/** The most that a slot's `confidence_score` may be in each mode (SVC-SCHED-011). */
export const confidenceCeilings: Readonly<Record<AvailabilityMode, number>> = {
  provider_only: 0.9,
  resource_only: 0.8,
  provider_and_resource: 1,
};

/** What an availability query names. */
export interface AvailabilityTarget {
  readonly serviceId?: string | undefined;
  readonly providerId?: string | undefined;
  readonly resourceId?: string | undefined;
}

/**
 * Mode A, B or C of a query (lifecycle 9.4). A service alone is mode A, over its providers.
 * @throws {ProtocolError} MISSING_AVAILABILITY_TARGET when it names nothing (P-14)
 */
export function availabilityMode({ serviceId, providerId, resourceId }: AvailabilityTarget): AvailabilityMode {
  if (resourceId !== undefined) return providerId === undefined ? "resource_only" : "provider_and_resource";
  if (providerId !== undefined || serviceId !== undefined) return "provider_only";
  throw new ProtocolError("MISSING_AVAILABILITY_TARGET", { detail: "Name a service, a provider or a resource." });
}

export interface AvailabilityQuestion {
  readonly mode: AvailabilityMode;
  /** Slots start within this span; epoch milliseconds. */
  readonly span: Interval;
  readonly now: number;
  readonly offerId: string | null;
  readonly durationMinutes: number;
  /** The calendars of everything asked for; the client's when it is known. */
  readonly calendars: Calendars;
}

/** An offered slot (objects 11); times in epoch milliseconds. */
export interface OfferedSlot extends FreeSlot {
  readonly providerId: string | null;
  readonly resourceId: string | null;
  readonly confidenceScore: number;
}

export interface AvailabilityAnswer {
  readonly mode: AvailabilityMode;
  /** By start, then provider, then resource. */
  readonly slots: readonly OfferedSlot[];
  readonly conflictResolution: { readonly type: ConflictResolutionType; readonly message?: string };
}

/**
 * The free slots of every provider, of every resource, or of every provider with every resource among the calendars,
 * by the mode (lifecycle 9.4).
 */
export function findAvailability(question: AvailabilityQuestion): AvailabilityAnswer {
  const { mode, calendars } = question;
  const providers = mode === "resource_only" ? [null] : [...calendars.providers.values()];
  const resources = mode === "provider_only" ? [null] : [...calendars.resources.values()];
  const slots = providers.flatMap((provider) => resources.flatMap((resource) => slotsOf(question, provider, resource)));
  return {
    mode,
    slots: slots.toSorted(
      (a, b) => a.start - b.start || compare(a.providerId, b.providerId) || compare(a.resourceId, b.resourceId),
    ),
    conflictResolution: mode === "provider_and_resource" ? conflictResolution(question) : { type: "none" },
  };
}

function slotsOf(
  question: AvailabilityQuestion,
  provider: ProviderCalendar | null,
  resource: ResourceCalendar | null,
): OfferedSlot[] {
  return freeSlots({ ...question, provider, resource, client: question.calendars.client }).map((slot) => ({
    ...slot,
    providerId: provider?.id ?? null,
    resourceId: resource?.id ?? null,
    confidenceScore: confidenceCeilings[question.mode],
  }));
}

/** Which of the two has time that the other lacks; the provider's is named first when both have. */
function conflictResolution(question: AvailabilityQuestion): AvailabilityAnswer["conflictResolution"] {
  const startsIn = (mode: AvailabilityMode) =>
    new Set(findAvailability({ ...question, mode }).slots.map(({ start }) => start));
  const providers = startsIn("provider_only");
  const resources = startsIn("resource_only");
  if (!providers.isSubsetOf(resources)) {
    return {
      type: "provider_available_resource_unavailable",
      message: "The provider is free at times when the resource is not. Another resource may fit.",
    };
  }
  if (!resources.isSubsetOf(providers)) {
    return {
      type: "resource_available_provider_unavailable",
      message: "The resource is free at times when the provider is not. Another provider may fit.",
    };
  }
  return { type: "none" };
}

function compare(a: string | null, b: string | null): number {
  const [left, right] = [a ?? "", b ?? ""];
  return left < right ? -1 : left > right ? 1 : 0;
}
