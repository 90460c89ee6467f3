import { afterEach, beforeEach, expect, it } from "vitest";
import { newTestDatabase, type TestDatabase } from "../src/testing/test-database.ts";
import { histories } from "./histories.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await newTestDatabase();
});
afterEach(() => database.drop());

it("what concurrent callers were answered has an order that explains it", async () => {
  const sizes = { processes: 2, histories: 30, lanes: 4, seed: 1 };
  const figures = await histories({ ...sizes, location: database.location });
  expect(figures.histories).toBe(30);
  expect(figures.calls).toBeGreaterThan(180);
  expect(Object.keys(figures.outcomes)).toEqual(expect.arrayContaining(["done", "illegal"]));
}, 120_000);
