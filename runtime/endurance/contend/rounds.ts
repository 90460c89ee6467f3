import { isoInstant } from "../../src/clock.ts";
import type { Chance } from "../chance.ts";
import { placesAndMoves, reading, refuse } from "../town/inspect.ts";
import { SESSION_MINUTES, type Town } from "../town/plant.ts";
import type { Ask, Bookers, Outcome } from "./bookers.ts";

const DAY_MS = 86_400_000;
const SLOT_MS = SESSION_MINUTES * 60_000;

/** What came of a crowd. */
export interface Crowd {
  readonly booked: number;
  readonly refused: number;
}

/** What the rounds share. */
export interface Field {
  readonly town: Town;
  readonly bookers: Bookers;
  readonly chance: Chance;
}

/** The start of a slot that no other round uses. */
export function slotOf(round: number): string {
  const from = Math.ceil((Date.now() + 2 * DAY_MS) / DAY_MS) * DAY_MS;
  return isoInstant(from + round * 4 * SLOT_MS);
}

/** Whom a booking is for, by their places in the town. */
export interface Wish {
  readonly client: number;
  readonly provider: number;
  readonly room?: number;
  readonly startsAt: string;
}

/** A booking by the organization. */
export function bookingOf(town: Town, { client, provider, room, startsAt }: Wish): Ask {
  return {
    who: "organization",
    operation: "scheduling.book",
    input: {
      service_id: town.offerId,
      provider_id: town.providerIds[provider],
      client_id: town.clientIds[client],
      ...(room !== undefined && { resource_id: town.roomIds[room] }),
      starts_at: startsAt,
    },
  };
}

/**
 * Counts what a crowd got.
 * @throws {Error} for an answer that is neither a success nor 409 (nor one of the codes named)
 */
export function countOf(outcomes: readonly Outcome[], codes: readonly string[] = []): Crowd {
  const booked = outcomes.filter(({ status }) => status >= 200 && status < 300).length;
  const strange = outcomes.filter(
    ({ status, code = "" }) => !(status >= 200 && status < 300) && status !== 409 && !codes.includes(code),
  );
  const [first] = strange;
  if (first)
    throw new Error(
      `${strange.length} of ${outcomes.length} were answered otherwise, the first ${first.status}: ${first.text.slice(0, 300)}`,
    );
  return { booked, refused: outcomes.length - booked };
}

/** Everybody wants the same provider at the same time: one gets it. @throws {Error} when it is not exactly one */
export async function oneSlot({ town, bookers }: Field, round: number, crowd: number): Promise<Crowd> {
  const wish = (client: number) => ({ client: client % town.clientIds.length, provider: 0, startsAt: slotOf(round) });
  const asks = Array.from({ length: crowd }, (_, client) => bookingOf(town, wish(client)));
  return exactly(1, countOf(await bookers.send(asks)), `round ${round} of one slot`);
}

/** Everybody wants one room at the same time, in groups with their providers: as many get in as it takes. */
export async function oneRoom(
  { town, bookers }: Field,
  round: number,
  { crowd, room, capacity, together }: { crowd: number; room: number; capacity: number; together: boolean },
): Promise<Crowd> {
  const asks = Array.from({ length: crowd }, (_, client) =>
    bookingOf(town, {
      client: client % town.clientIds.length,
      provider: together ? 0 : client % town.providerIds.length,
      room,
      startsAt: slotOf(round),
    }),
  );
  const what = `round ${round} of a room for ${capacity}, ${together ? "one provider" : "a provider each"}`;
  return exactly(capacity, countOf(await bookers.send(asks)), what);
}

/** One client at many providers at once: one of them gets the client. */
export async function oneClient({ town, bookers }: Field, round: number): Promise<Crowd> {
  const asks = town.providerIds.map((_, provider) => bookingOf(town, { client: 0, provider, startsAt: slotOf(round) }));
  return exactly(1, countOf(await bookers.send(asks)), `round ${round} of one client`);
}

/** A few providers, clients and rooms, wanted at starts that overlap, in every mixture: whoever comes in, nothing overlaps. */
export async function everythingAtOnce({ town, bookers, chance }: Field, round: number, crowd: number): Promise<Crowd> {
  const base = Date.parse(slotOf(round));
  const asks = Array.from({ length: crowd }, () =>
    bookingOf(town, {
      client: chance.between(0, Math.min(20, town.clientIds.length)),
      provider: chance.between(0, Math.min(8, town.providerIds.length)),
      ...(chance.next() < 0.7 && { room: chance.between(0, town.roomIds.length) }),
      startsAt: isoInstant(base + chance.between(0, 12) * 5 * 60_000),
    }),
  );
  return countOf(await bookers.send(asks));
}

/** @throws {Error} when another number came in */
export function exactly(wanted: number, crowd: Crowd, what: string): Crowd {
  if (crowd.booked !== wanted) throw new Error(`${what}: ${crowd.booked} got it, and not ${wanted}`);
  return crowd;
}

/** @throws {Error} when what is stored overlaps, or is another number than was acknowledged */
export async function examineBookings(town: Town, acknowledged: number): Promise<void> {
  await reading(town.location, async (tx) => {
    const { sessions, faults } = await placesAndMoves(tx);
    if (sessions !== acknowledged) faults.push(`${acknowledged} bookings were acknowledged, ${sessions} are there`);
    refuse(faults);
  });
}
