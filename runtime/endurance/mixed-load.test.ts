import { afterEach, beforeEach, expect, it } from "vitest";
import { newTestDatabase, type TestDatabase } from "../src/testing/test-database.ts";
import { mixedLoad } from "./mixed-load.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await newTestDatabase();
});
afterEach(() => database.drop());

it("two nodes on one database stay right under the mixed load of a clinic", async () => {
  const lines: string[] = [];
  const sizes = { processes: 2, seconds: 5, rate: 8, seed: 1, reportEvery: 60 };
  const figures = await mixedLoad({ ...sizes, location: database.location, print: (line) => lines.push(line) });
  expect(lines.filter((line) => line.startsWith("ready:"))).toHaveLength(2);
  expect(figures.requests).toBeGreaterThan(20);
  expect(figures.delivered).toBeGreaterThan(0);
}, 120_000);
