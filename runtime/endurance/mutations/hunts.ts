import {
  dailyLimit,
  manyTrails,
  oneMove,
  orderPlaces,
  payments,
  revocation,
  sameKey,
} from "../contend/other-rounds.ts";
import { everythingAtOnce, type Field, oneClient, oneRoom, oneSlot } from "../contend/rounds.ts";
import { placesAndMoves, reading, refuse } from "../town/inspect.ts";

/** Rounds that a town of hunts is for. */
export const HUNTING_GROUND = {
  providers: 12,
  clients: 40,
  rooms: [1, 2, 7].flatMap((capacity) => [0, 10].map((bufferMinutes) => ({ capacity, bufferMinutes }))),
  agents: 2,
};

/** Nothing that is stored stands in the way of anything else, and every move is the machine's. */
async function nothingOverlaps({ town }: Field): Promise<void> {
  refuse((await reading(town.location, placesAndMoves)).faults);
}

/** What notices a missing protection; each throws when a promise is broken. */
export const hunts = {
  slot: (field: Field, round: number) => oneSlot(field, round, 40),
  client: (field: Field, round: number) => oneClient(field, round),
  room: (field: Field, round: number) => oneRoom(field, round, { crowd: 12, room: 2, capacity: 2, together: false }),
  async everything(field: Field, round: number) {
    await everythingAtOnce(field, round, 60);
    await nothingOverlaps(field);
  },
  order: (field: Field, round: number) => orderPlaces(field, round, 2),
  payment: (field: Field, round: number) => payments(field, round),
  async move(field: Field, round: number) {
    await oneMove(field, round);
    await nothingOverlaps(field);
  },
  limit: (field: Field, round: number) => dailyLimit(field, round, { limit: 5, calls: 40 }),
  revocation: (field: Field, round: number) => revocation(field, round, 20),
  trail: (field: Field, round: number) => manyTrails(field, round),
  key: (field: Field, round: number) => sameKey(field, round, 40),
} satisfies Record<string, (field: Field, round: number) => Promise<unknown>>;

export type HuntName = keyof typeof hunts;
