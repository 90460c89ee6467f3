import { afterEach, beforeEach, expect, it } from "vitest";
import { newTestDatabase, type TestDatabase } from "../src/testing/test-database.ts";
import { mandateRaces } from "./mandate-races.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await newTestDatabase();
});
afterEach(() => database.drop());

it("nothing is let in after a revocation, and never more than a day allows", async () => {
  const sizes = { processes: 2, revocations: 3, calls: 8, limits: 1, crowd: 40, seed: 1 };
  const figures = await mandateRaces({ ...sizes, location: database.location });
  expect(figures.allowed + figures.refused).toBe(24);
  expect(figures.counted).toBe(10);
}, 120_000);
