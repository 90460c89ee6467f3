import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newTestDatabase, type TestDatabase, testDialect } from "../../testing/test-database.ts";
import { type Database, openDatabase } from "../open-database.ts";
import { increment, plant, priority } from "../stored-rows.example.ts";

const BUSY = expect.objectContaining({ code: "SQLITE_BUSY" });

describe.runIf(testDialect === "sqlite")("a transaction on a file", () => {
  let stored: TestDatabase;
  const opened: Database[] = [];

  beforeEach(async () => {
    stored = await newTestDatabase();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.close()));
    await stored.drop();
  });

  it("takes the write lock when it begins, so that a second writer is refused at once and not halfway", async () => {
    const first = await openDatabase({ location: stored.location });
    const second = await openDatabase({ location: stored.location, busyTimeout: 0 });
    opened.push(first, second);
    await first.transaction(plant);
    const begun = Promise.withResolvers<void>();
    const judged = Promise.withResolvers<void>();
    const holding = first.transaction(async () => {
      begun.resolve();
      await judged.promise;
    });
    await begun.promise;
    let secondReached = false;
    const refused = second.transaction(async () => {
      secondReached = true;
    });
    await expect(refused).rejects.toEqual(BUSY);
    judged.resolve();
    await holding;
    expect(secondReached).toBe(false);
    await second.transaction(increment);
    await expect(first.read(priority)).resolves.toBe(1);
  });
});
