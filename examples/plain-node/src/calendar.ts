import { atWall } from "./clock.ts";
import { Fault } from "./fault.ts";
import type { Offer, Provider, Session, Work } from "./store.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;

/** States in which a session takes its provider's and its client's time. */
const OCCUPYING = ["requested", "scheduled", "confirmed", "in_progress", "rescheduling"];

interface Interval {
  readonly start: number;
  readonly end: number;
}

/** The interval that a session takes of a provider or of a client; null when it takes none. */
function takenBy(work: Work, session: Session, calendar: "provider" | "client"): Interval | null {
  const start = session.scheduledFor ?? session.startsAt;
  const offer = work.find("offers", session.offerId);
  const end = start + (offer?.durationMinutes ?? 0) * MINUTE;
  if (OCCUPYING.includes(session.state)) return { start, end };
  if (session.state === "reassigning") return calendar === "client" ? { start, end } : null;
  if (session.state === "cancelled") return null;
  // Delivered or later: until the planned end, or until it really ended.
  return { start, end: Math.min(end, Math.max(start, session.checkout ?? end)) };
}

/** Half-open: one may begin when the other ends. */
function overlap(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a provider receives people during the whole of an interval, by the clock on the organization's wall. */
function isOpen(work: Work, provider: Provider, { start, end }: Interval): boolean {
  const zone = work.find("organizations", provider.organizationId)?.timezone ?? "UTC";
  return [-1, 0, 1].some((shift) => {
    const date = new Date(start + shift * DAY).toISOString().slice(0, 10);
    return atWall(date, provider.opens, zone) <= start && end <= atWall(date, provider.closes, zone);
  });
}

interface Wish {
  readonly offer: Offer;
  readonly providerId: string;
  readonly clientId: string;
  readonly startsAt: number;
  /** A session that moves is not in its own way. */
  readonly except?: string;
}

/** @throws {Fault} `CONFLICT` when the provider or the client has no time then */
export function requireFree(work: Work, wish: Wish): void {
  const { offer, providerId, clientId, startsAt, except } = wish;
  const interval = { start: startsAt, end: startsAt + offer.durationMinutes * MINUTE };
  const provider = work.find("providers", providerId);
  if (!provider || !isOpen(work, provider, interval)) {
    throw new Fault("CONFLICT", { detail: "The provider does not receive people then." });
  }
  if (isTaken(work, { calendar: "provider", id: providerId }, interval, except)) {
    throw new Fault("CONFLICT", { detail: "The provider is taken then." });
  }
  if (isTaken(work, { calendar: "client", id: clientId }, interval, except)) {
    throw new Fault("CONFLICT", { detail: "The client is taken then." });
  }
}

type Whose = { readonly calendar: "provider" | "client"; readonly id: string };

function isTaken(work: Work, { calendar, id }: Whose, interval: Interval, except?: string): boolean {
  const theirs = work.all(
    "sessions",
    (session) => session.id !== except && (calendar === "provider" ? session.providerId : session.clientId) === id,
  );
  return theirs.some((session) => {
    const taken = takenBy(work, session, calendar);
    return taken !== null && overlap(taken, interval);
  });
}

export interface Slot {
  readonly providerId: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Free slots of some providers, one after the other, from a local date to another, both included. */
export function freeSlots(
  work: Work,
  providers: readonly Provider[],
  wanted: {
    readonly from: string;
    readonly to: string;
    readonly minutes: number;
    readonly now: number;
    readonly clientId?: string;
  },
): Slot[] {
  const slots: Slot[] = [];
  for (const provider of providers) {
    const zone = work.find("organizations", provider.organizationId)?.timezone ?? "UTC";
    const taken = [
      ...intervals(work, { calendar: "provider", id: provider.id }),
      ...(wanted.clientId === undefined ? [] : intervals(work, { calendar: "client", id: wanted.clientId })),
    ];
    for (let day = Date.parse(wanted.from); day <= Date.parse(wanted.to); day += DAY) {
      const date = new Date(day).toISOString().slice(0, 10);
      const closes = atWall(date, provider.closes, zone);
      const length = wanted.minutes * MINUTE;
      for (let start = atWall(date, provider.opens, zone); start + length <= closes; start += length) {
        const slot = { start, end: start + length };
        if (start <= wanted.now || taken.some((one) => overlap(one, slot))) continue;
        slots.push({ providerId: provider.id, startsAt: start, endsAt: slot.end });
      }
    }
  }
  return slots.sort((a, b) => a.startsAt - b.startsAt || a.providerId.localeCompare(b.providerId));
}

function intervals(work: Work, { calendar, id }: Whose): Interval[] {
  return work
    .all("sessions", (session) => (calendar === "provider" ? session.providerId : session.clientId) === id)
    .flatMap((session) => takenBy(work, session, calendar) ?? []);
}
