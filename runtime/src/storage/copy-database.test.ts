import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { session } from "../scheduling/stored-calendars.example.ts";
import { plantSeed } from "../seed/plant-seed.ts";
import { parseSeedDocument } from "../seed/seed-document.ts";
import { newTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { copyDatabase } from "./copy-database.ts";
import { entities, type Tables } from "./entities/index.ts";
import { openDatabase } from "./open-database.ts";

const CLINIC = new URL("../../../examples/clinic/clinic.yaml", import.meta.url);

/** Every row of every table, by table. */
async function rowsOf(location: string): Promise<Record<string, unknown[]>> {
  const database = await openDatabase({ location, migrate: false });
  try {
    return await database.read(async ({ db }) => {
      const rows: Record<string, unknown[]> = {};
      for (const { meta } of entities) {
        const stored = await db
          .selectFrom(meta.tableName as keyof Tables)
          .selectAll()
          .execute();
        rows[meta.tableName] = stored.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted();
      }
      return rows;
    });
  } finally {
    await database.close();
  }
}

describe("copying a database", () => {
  let stored: TestDatabase;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    stored = await newTestDatabase();
    folder = await mkdtemp(join(tmpdir(), "servicialo-copy-"));
    file = join(folder, "copy.db");
    const document = parseSeedDocument(parse(await readFile(CLINIC, "utf8")));
    const database = await openDatabase({ location: stored.location });
    await database.transaction(async (tx) => {
      await plantSeed(tx, { now: () => 1_800_000_000_000 }, document);
      const parties = await tx.db
        .selectFrom("offers")
        .innerJoin("offer_providers", "offer_providers.offerId", "offers.id")
        .innerJoin("clients", "clients.organizationId", "offers.organizationId")
        .select([
          "offers.organizationId",
          "offers.id as offerId",
          "offer_providers.providerId",
          "clients.id as clientId",
        ])
        .executeTakeFirstOrThrow();
      const many = Array.from({ length: 250 }, (_, n) => session(`ses_${n}`, n * 3_600_000, parties));
      for (const row of many) await tx.db.insertInto("sessions").values(row).execute();
    });
    await database.close();
  });
  afterAll(async () => {
    await stored.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it("brings every row of every table into a file, and from there back into a database of either kind", async () => {
    const copied = await copyDatabase(stored.location, file);
    expect(copied).toMatchObject({ sessions: 250, organizations: 2 });
    const original = await rowsOf(stored.location);
    expect(await rowsOf(file)).toEqual(original);
    const back = await newTestDatabase();
    await copyDatabase(file, back.location);
    expect(await rowsOf(back.location)).toEqual(original);
    await back.drop();
  });

  it("refuses a target that is in use", async () => {
    await expect(copyDatabase(file, stored.location)).rejects.toThrow("The target is in use: organizations holds rows");
  });
});
