import { afterEach, beforeEach, expect, it } from "vitest";
import { newTestDatabase, type TestDatabase } from "../src/testing/test-database.ts";
import { auditTampering } from "./audit-tampering.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await newTestDatabase();
});
afterEach(() => database.drop());

it("a trail that was edited, cut, reordered or added to does not verify", async () => {
  const { entries, found, refused } = await auditTampering({ location: database.location, forgeries: 100, seed: 2 });
  expect(entries).toBeGreaterThan(20);
  expect(Object.values(found).reduce((sum, count) => sum + count, refused)).toBe(100);
  expect(Object.keys(found).length).toBeGreaterThan(10);
}, 120_000);
