import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../storage/open-database.ts";
import { runInProcess } from "../testing/command-in-process.ts";
import { newTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { addOrganization } from "./organization.ts";

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await newTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "servicialo-stock-"));
  const place = ["--country", "cl", "--timezone", "America/Santiago", "--currency", "CLP"];
  await run("create", "taller-sur", "--name", "Taller Sur", "--vertical", "home", ...place, "--administrator", "Rosa");
});

afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function run(...args: readonly string[]): Promise<void> {
  await runInProcess([addOrganization], ["organization", ...args, "-d", database.location]);
}

async function stock(content: unknown): Promise<void> {
  const file = join(folder, "stock.yaml");
  await writeFile(file, JSON.stringify(content));
  await run("stock", file, "-o", "taller-sur");
}

async function count(table: "providers" | "offers"): Promise<number> {
  const opened = await openDatabase({ location: database.location });
  const rows = await opened.read(({ db }) => db.selectFrom(table).select("id").execute());
  await opened.close();
  return rows.length;
}

const WEEK = [{ days: [1, 2], from: "09:00", to: "12:00" }];
const REPAIR = {
  ref: "repair",
  type: "repair",
  name: "Repair",
  duration_minutes: 60,
  price: 20000,
  modality: "home_visit",
};

describe("stocking an organization that is there already", () => {
  it("gives it providers, and later an offer that one of them delivers", async () => {
    await stock({ providers: [{ ref: "hugo", name: "Hugo", availability: WEEK }] });
    expect(await count("providers")).toBe(1);
    const opened = await openDatabase({ location: database.location });
    const hugo = await opened.read(({ db }) => db.selectFrom("providers").select("id").executeTakeFirstOrThrow());
    await opened.close();
    await stock({ offers: [{ ...REPAIR, providers: [hugo.id] }] });
    expect(await count("offers")).toBe(1);
  });

  it("stores nothing of a document that names somebody it does not describe", async () => {
    const before = await count("offers");
    await expect(stock({ offers: [{ ...REPAIR, providers: ["nobody"] }] })).rejects.toThrow(/nobody/);
    expect(await count("offers")).toBe(before);
  });

  it("says where a document is wrong", async () => {
    await expect(stock({ providers: [{ ref: "x", name: "X" }] })).rejects.toThrow(/\/providers\/0/);
  });
});
