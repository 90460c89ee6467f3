import { Chance } from "./chance.ts";
import { Bookers } from "./contend/bookers.ts";
import { oneMove, orderPlaces, payments } from "./contend/other-rounds.ts";
import {
  type Crowd,
  everythingAtOnce,
  examineBookings,
  type Field,
  oneClient,
  oneRoom,
  oneSlot,
} from "./contend/rounds.ts";
import { runAtPlace } from "./place.ts";
import { type DatabaseOptions, enduranceOnDatabase, runEndurance, wholeNumber } from "./script.ts";
import { inArena } from "./town/arena.ts";

/** Sizes of a run. */
export interface ContendedOptions {
  /** An empty database: a path, or a `postgres://` URL. */
  readonly location: string;
  /** Node processes on it. */
  readonly processes: number;
  /** Client processes. */
  readonly clientProcesses: number;
  /** Bookers at the same moment. */
  readonly crowd: number;
  /** Rounds on one slot. */
  readonly rounds: number;
  /** Rounds for each capacity and way to share a room. */
  readonly roomRounds: number;
  /** Rounds on everything at once. */
  readonly mixedRounds: number;
  /** Rounds on the last places of an order, on what is due of a sale, on one move of a session. */
  readonly otherRounds: number;
  readonly seed: number;
  readonly onRound?: (told: string) => void;
}

/** What came of a run. */
export interface ContendedFigures {
  readonly oneSlot: Crowd;
  readonly rooms: Crowd;
  readonly mixed: Crowd;
  readonly others: Crowd;
  readonly bookings: number;
}

const CAPACITIES = [1, 2, 7];

const NOBODY: Crowd = { booked: 0, refused: 0 };

/**
 * Lets a crowd contend for one slot, for rooms of several capacities, and for providers, clients and rooms together.
 * @throws {Error} when anybody got what another one has, nobody got what was free, or an answer was no 201 and no 409
 */
export async function contendedBookings(options: ContendedOptions): Promise<ContendedFigures> {
  const size = {
    providers: 12,
    clients: Math.max(options.crowd, 20),
    rooms: [
      ...CAPACITIES.map((capacity) => ({ capacity, bufferMinutes: 0 })),
      ...CAPACITIES.map((capacity) => ({ capacity, bufferMinutes: 10 })),
    ],
  };
  return inArena({ ...options, size }, async (arena) => {
    const bookers = await Bookers.start(arena, options.clientProcesses);
    try {
      return await contend({ town: arena.town, bookers, chance: new Chance(options.seed) }, options);
    } finally {
      await bookers.stop();
    }
  });
}

async function contend(field: Field, options: ContendedOptions): Promise<ContendedFigures> {
  const { crowd, rounds, roomRounds, mixedRounds, otherRounds, onRound } = options;
  const told = (what: string, round: number, of: number) => onRound?.(`${what}: ${round + 1} of ${of} rounds`);
  let [slots, rooms, mixed, others] = [NOBODY, NOBODY, NOBODY, NOBODY];
  let next = 0;
  const turn = () => {
    next += 1;
    return next - 1;
  };
  for (let round = 0; round < rounds; round += 1) {
    slots = both(slots, await oneSlot(field, turn(), crowd));
    told("one slot", round, rounds);
  }
  for (let round = 0; round < roomRounds; round += 1) {
    for (const [room, capacity] of CAPACITIES.entries()) {
      // In a room for one there is no group: who shares it has providers of their own.
      for (const together of capacity === 1 ? [false] : [true, false]) {
        rooms = both(rooms, await oneRoom(field, turn(), { crowd, room, capacity, together }));
      }
    }
    told("rooms", round, roomRounds);
  }
  for (let round = 0; round < mixedRounds; round += 1) {
    mixed = both(mixed, await everythingAtOnce(field, turn(), crowd));
    mixed = both(mixed, await oneClient(field, turn()));
    told("everything", round, mixedRounds);
  }
  let placed = slots.booked + rooms.booked + mixed.booked;
  for (let round = 0; round < otherRounds; round += 1) {
    // Apart, since a session each half an hour takes six hours.
    const order = await orderPlaces(field, next, 3);
    next += 6;
    for (const crowded of [order, await payments(field, turn()), await oneMove(field, turn())])
      others = both(others, crowded);
    // Beside the places of the order, one session that is paid and one that is called off.
    placed += order.booked + 2;
    told("orders, payments, moves", round, otherRounds);
  }
  const bookings = [slots, rooms, mixed].reduce((sum, one) => sum + one.booked + one.refused, 0);
  await examineBookings(field.town, placed);
  return { oneSlot: slots, rooms, mixed, others, bookings };
}

function both(one: Crowd, other: Crowd): Crowd {
  return { booked: one.booked + other.booked, refused: one.refused + other.refused };
}

type Sizes = DatabaseOptions &
  Pick<ContendedOptions, "processes" | "crowd" | "rounds" | "roomRounds" | "mixedRounds" | "otherRounds"> & {
    clients: number;
  };

async function main(options: Sizes): Promise<void> {
  const { clients, ...sizes } = options;
  await runAtPlace(options, async ({ location, elapsed }) => {
    const onRound = (told: string) => console.error(`${elapsed()} s: ${told}`);
    const run = { ...sizes, location, clientProcesses: clients, onRound };
    const { oneSlot: slots, rooms, mixed, others, bookings } = await contendedBookings(run);
    return [
      `${sizes.crowd} bookers x ${sizes.rounds} rounds on one slot from ${clients} processes to ${sizes.processes} nodes: ${slots.booked} x 201, ${slots.refused} x 409`,
      `rooms for 1, 2 and 7: exactly as many (${rooms.booked} x 201, ${rooms.refused} x 409)`,
      `providers, clients and rooms with buffers together: ${mixed.booked} x 201, ${mixed.refused} x 409`,
      `last places of orders, payments and moves: exactly as many (${others.booked} taken, ${others.refused} refused)`,
      `${bookings} contended bookings, 0 x 5xx, 0 overlaps`,
    ];
  });
}

if (import.meta.main) {
  await runEndurance(
    enduranceOnDatabase(
      "contended-bookings",
      "Lets a crowd contend for the same calendars; each place is given exactly once.",
    )
      .option("--processes <number>", "node processes on the database", wholeNumber, 2)
      .option("--clients <number>", "client processes", wholeNumber, 4)
      .option("--crowd <number>", "bookers at the same moment", wholeNumber, 500)
      .option("--rounds <number>", "rounds on one slot", wholeNumber, 100)
      .option("--room-rounds <number>", "rounds for each capacity of a room", wholeNumber, 8)
      .option("--mixed-rounds <number>", "rounds on everything at once", wholeNumber, 60)
      .option("--other-rounds <number>", "rounds on orders, payments and single moves", wholeNumber, 20)
      .action(main),
  );
}
