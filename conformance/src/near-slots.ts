import { coreStates } from "./artefacts.ts";
import type { CaseContext } from "./case-context.ts";
import type { OwnedSession } from "./journey-steps.ts";
import { pickList, pickText } from "./json-path.ts";
import { sessionOf } from "./session-view.ts";
import type { BookableOffer, Slot } from "./slot-book.ts";
import { Unmet } from "./verdict.ts";

const DAY_MS = 86_400_000;
const MOST_PAGES = 40;
const DEFAULT_DAYS = 9;
/** Between the moment a slot is looked for and the moment it is booked. */
const HEADROOM_MS = 10 * 60_000;

/** Which slots are wanted; moments in milliseconds since the epoch. */
export interface NearWish {
  /** Earliest start. Default: in ten minutes. */
  readonly from?: number;
  readonly days?: number;
  /** Default: the provider of the offer; null asks for every provider. */
  readonly providerId?: string | null;
}

/**
 * Free slots of an offer from now on, as the node offers them at this moment. Cases that move the clock use these: the
 * slots that a run found at its beginning may lie behind it.
 */
export async function nearSlots(
  context: CaseContext,
  offer: BookableOffer,
  wish: NearWish = {},
): Promise<readonly Slot[]> {
  const from = wish.from ?? context.world.now() + HEADROOM_MS;
  const providerId = wish.providerId === undefined ? offer.providerId : wish.providerId;
  const slots: Slot[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await context.world.availability({
      service_id: offer.serviceId,
      ...(providerId === null ? {} : { provider_id: providerId }),
      date_from: dateOf(from - DAY_MS),
      date_to: dateOf(from + (wish.days ?? DEFAULT_DAYS) * DAY_MS),
      per_page: 100,
      page,
    });
    if (answer.status !== 200) throw new Unmet(`scheduling.check_availability answered ${answer.describe()}`);
    slots.push(...pickList(answer.body, "data").flatMap((item) => slotIn(item, providerId)));
    if (typeof answer.at("links.next") !== "string") break;
  }
  return slots
    .filter((slot) => Date.parse(slot.startsAt) >= from)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

function slotIn(item: unknown, asked: string | null): readonly Slot[] {
  const providerId = pickText(item, "attributes.provider_id") ?? asked;
  const startsAt = pickText(item, "attributes.starts_at");
  const endsAt = pickText(item, "attributes.ends_at");
  if (providerId === null || startsAt === undefined || endsAt === undefined) return [];
  return [{ providerId, startsAt, endsAt, resourceId: pickText(item, "attributes.resource_id") }];
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Start of a slot or a session in milliseconds since the epoch. */
export function startOf(one: Slot | { readonly slot: Slot }): number {
  return Date.parse("slot" in one ? one.slot.startsAt : one.startsAt);
}

/** What is booked: the rest of the booking has a lawful default. */
export interface BookingAt {
  readonly offer: BookableOffer;
  readonly slot: Slot;
  /** Default: a client that nobody else uses. */
  readonly clientId?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** Books a certain slot; null when the node refuses. */
export async function tryBookAt(context: CaseContext, wish: BookingAt): Promise<OwnedSession | null> {
  const { offer, slot } = wish;
  // No other case is handed out what is booked here.
  (await context.world.bookable()).slots.reserve(slot);
  const clientId = wish.clientId ?? (await context.world.newClient());
  const attributes = {
    service_id: offer.serviceId,
    provider_id: slot.providerId,
    client_id: clientId,
    starts_at: slot.startsAt,
    ...(slot.resourceId === undefined ? {} : { resource_id: slot.resourceId }),
    actor: await context.world.actorOf("organization"),
    ...wish.attributes,
  };
  const booked = await context.node.call("scheduling.book", { attributes });
  const id = pickText(booked.body, "data.id");
  if (booked.status !== 201 || id === undefined) return null;
  context.journeys.adopt(booked);
  return { id, offer: { ...offer, providerId: slot.providerId }, slot, booked, clientId };
}

/** How many sessions are wanted, one after the other, and from when on. */
export interface RowWish extends NearWish {
  readonly count: number;
  /** State to walk each of them to. Default `confirmed`. */
  readonly state?: string;
  readonly clientId?: string;
}

/**
 * Sessions of one offer whose intervals do not overlap, by start, each of a client of its own.
 * @throws Unmet when there are too few free slots
 */
export async function bookRow(
  context: CaseContext,
  offer: BookableOffer,
  wish: RowWish,
): Promise<readonly OwnedSession[]> {
  await context.world.meetClock();
  const { clientId } = wish;
  const sessions: OwnedSession[] = [];
  let end = 0;
  for (const slot of await unclaimedFirst(context, await nearSlots(context, offer, wish), wish.count)) {
    if (sessions.length === wish.count) break;
    if (startOf(slot) < end) continue;
    const session = await tryBookAt(context, { offer, slot, ...(clientId === undefined ? {} : { clientId }) });
    // Somebody else was faster: the next one.
    if (session === null) continue;
    sessions.push(session);
    end = Date.parse(slot.endsAt);
  }
  if (sessions.length < wish.count)
    throw new Unmet(`only ${sessions.length} of ${wish.count} sessions could be booked one after the other`);
  for (const session of sessions) await walkOn(context, session, wish.state ?? "confirmed");
  return sessions;
}

/**
 * Of slots that the node offers, those that no case has been handed out; where they are too few for a row, all: what was
 * handed out early in a run is free again by now, or the node would not offer it.
 */
async function unclaimedFirst(context: CaseContext, slots: readonly Slot[], count: number): Promise<readonly Slot[]> {
  const { slots: book } = await context.world.bookable();
  const unclaimed = slots.filter((slot) => !book.isClaimed(slot));
  let [fitting, end] = [0, 0];
  for (const slot of unclaimed) {
    if (startOf(slot) < end) continue;
    fitting += 1;
    end = Date.parse(slot.endsAt);
  }
  return fitting < count ? slots : unclaimed;
}

/** Walks a session on from where it is, state by state. @throws Unmet when a step is refused */
export async function walkOn(context: CaseContext, session: OwnedSession, to: string): Promise<void> {
  const path = coreStates();
  const { session: read } = await context.journeys.read(session.id);
  const from = read.state === "partial" ? path.indexOf("documented") - 1 : path.indexOf(read.state);
  for (const state of path.slice(from + 1, path.indexOf(to) + 1)) {
    if (state !== "charged") {
      await context.journeys.advance(session, state);
      continue;
    }
    const amount = (await context.journeys.read(session.id)).answer.at("data.attributes.billing.amount.value");
    const answer = await context.journeys.charge(session, typeof amount === "number" ? { unit_price: amount } : {});
    if (!answer.ok) throw new Unmet(`the way to charged is blocked: ${answer.describe()}`);
  }
}

/** A session of the plainest offer with a client of its own, walked to a state; its slot is one of the run's. */
export async function ownSession(context: CaseContext, state: string): Promise<OwnedSession> {
  const session = await context.journeys.book({ clientId: await context.world.newClient() });
  if (sessionOf(session.booked)?.state !== state) await walkOn(context, session, state);
  return session;
}
