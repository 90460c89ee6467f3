import { afterEach, beforeEach, expect, it } from "vitest";
import { newTestDatabase, type TestDatabase } from "../src/testing/test-database.ts";
import { idempotentTwins } from "./idempotent-twins.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await newTestDatabase();
});
afterEach(() => database.drop());

it("one request under one key has one effect and one answer, however many send it at once", async () => {
  const sizes = { processes: 2, twins: 40, rounds: 1, seed: 1 };
  await expect(idempotentTwins({ ...sizes, location: database.location })).resolves.toEqual({ answers: 80 });
}, 120_000);
