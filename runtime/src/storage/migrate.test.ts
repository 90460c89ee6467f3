import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { migrateDown, migrateUp, migrationStatus } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";
import { plant } from "./stored-rows.example.ts";

const cli = fileURLToPath(new URL("../cli.ts", import.meta.url));
const run = async (...args: string[]) => (await promisify(execFile)(process.execPath, [cli, ...args])).stdout;

let stored: TestDatabase;
beforeEach(async () => {
  stored = await newTestDatabase({ blank: true });
});
afterEach(() => stored.drop());

describe("migrating", () => {
  it("goes up, tells what is applied, and goes down again with all data", async () => {
    const before = await migrationStatus(stored.location);
    expect(before.length).toBeGreaterThan(0);
    expect(before.every(({ appliedAt }) => appliedAt === null)).toBe(true);
    expect(await migrateUp(stored.location)).toEqual(before.map(({ name }) => name));
    expect(await migrateUp(stored.location)).toEqual([]);
    const after = await migrationStatus(stored.location);
    expect(after.every(({ appliedAt }) => appliedAt instanceof Date)).toBe(true);
    const database = await openDatabase({ location: stored.location });
    await database.transaction(plant);
    await database.close();
    expect((await migrateDown(stored.location, true)).toSorted()).toEqual(before.map(({ name }) => name));
    await expect(openDatabase({ location: stored.location, migrate: false })).rejects.toThrow("lacks");
    const anew = await openDatabase({ location: stored.location });
    const left = await anew.read(({ db }) => db.selectFrom("providers").select("id").execute());
    expect(left).toEqual([]);
    await anew.close();
  });

  it("is done once when several processes do it at once", async () => {
    const up = () => run("migrate", "up", "--database", stored.location);
    const told = await Promise.all([up(), up(), up(), up()]);
    const names = (await migrationStatus(stored.location)).map(({ name }) => name);
    expect(told.filter((text) => text.includes("applied"))).toHaveLength(1);
    expect(told.filter((text) => text.includes("up to date"))).toHaveLength(3);
    expect(new Set(names).size).toBe(names.length);
  }, 60_000);

  it("shows pending migrations, with an exit code for scripts", async () => {
    const pending = run("migrate", "status", "--database", stored.location);
    await expect(pending).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining("pending") });
    await migrateUp(stored.location);
    await expect(run("migrate", "status", "--database", stored.location)).resolves.toMatch(/^applied/);
    await expect(run("migrate", "down", "--database", stored.location)).resolves.toMatch(/^taken back/);
  });
});
