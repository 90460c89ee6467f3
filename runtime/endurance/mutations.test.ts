import { afterEach, beforeEach, expect, it } from "vitest";
import { newTestDatabase, type TestDatabase, testDialect } from "../src/testing/test-database.ts";
import { hunt } from "./mutations/hunt.ts";
import { mutants } from "./mutations/mutants.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await newTestDatabase();
});
afterEach(() => database.drop());

it("a node without an overlap check or a lock is caught", async () => {
  const mutant = mutants.find((one) => one.database === testDialect && one.mustSurvive !== true);
  if (!mutant) throw new Error("There is no mutant for this database.");
  const caught = await hunt(mutant, { location: database.location, within: 60, seed: 1 });
  expect(caught?.by).toContain("got it, and not 1");
}, 120_000);
