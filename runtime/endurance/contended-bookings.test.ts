import { afterEach, beforeEach, expect, it } from "vitest";
import { newTestDatabase, type TestDatabase } from "../src/testing/test-database.ts";
import { contendedBookings } from "./contended-bookings.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await newTestDatabase();
});
afterEach(() => database.drop());

it("each place is given exactly once, to whichever of a crowd on two nodes", async () => {
  const sizes = {
    processes: 2,
    clientProcesses: 2,
    crowd: 24,
    rounds: 1,
    roomRounds: 1,
    mixedRounds: 1,
    otherRounds: 1,
  };
  const figures = await contendedBookings({ ...sizes, location: database.location, seed: 1 });
  expect(figures.oneSlot).toEqual({ booked: 1, refused: 23 });
  expect(figures.rooms.booked).toBe(1 + 2 + 2 + 7 + 7);
  expect(figures.mixed.booked).toBeGreaterThan(1);
  expect(figures.others.booked).toBe(3 + 4 + 1);
}, 120_000);
