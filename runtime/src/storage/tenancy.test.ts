import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantCalendars, session } from "../scheduling/stored-calendars.example.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { entities, type Tables } from "./entities/index.ts";
import type { Database, Tx } from "./open-database.ts";
import { organization, provider } from "./stored-rows.example.ts";
import { acrossTenants, confine, tenantTables } from "./tenancy.ts";

/** Tables that are no tenant's, and why. */
const SHARED: Partial<Record<keyof Tables, string>> = {
  organizations: "the tenants themselves: their profiles are public, and only their own may be changed",
  registrations: "the resolver's public directory; its holder is asked for by whoever changes a row",
  registration_events: "what happened to them, read by the operator only",
  idempotency_records: "found by credential subject, before any operation",
  deadlines: "the node's own queue, also for work that concerns no organization",
};

/** Files outside of this folder that may work with the rows of everybody. */
const MAY_LEAVE_TENANCY = ["deadlines/run-due-deadlines.ts"];

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.transaction(async (tx) => {
    await plantCalendars(tx);
    await tx.db.insertInto("sessions").values(session("ses_1", 0)).execute();
  });
});
afterAll(() => database.close());

const as = <Result>(organizationId: string, work: (tx: Tx) => Promise<Result>) =>
  database.transaction((tx) => work(confine(tx, organizationId)));

describe("every table", () => {
  it("belongs to tenants, or is shared for a reason", () => {
    const tables = entities.map(({ meta }) => meta.tableName);
    expect(tables.filter((table) => tenantTables.has(table) === table in SHARED)).toEqual([]);
  });

  it.each([...tenantTables] as (keyof Tables)[])(
    "%s is narrowed to the tenant in selects, joins, updates and deletes",
    async (table) => {
      await as("org_mine", async ({ db, dialect }) => {
        const compiled = [
          db.selectFrom(table).selectAll().compile(),
          db.selectFrom(`${table} as t`).selectAll().compile(),
          db
            .selectFrom("organizations")
            .innerJoin(table, `${table}.organizationId` as never, "organizations.id" as never)
            .selectAll()
            .compile(),
          db
            .selectFrom("organizations")
            .selectAll()
            .where("id", "in", (query) => query.selectFrom(table).select("organizationId" as never))
            .compile(),
          db.deleteFrom(table).compile(),
        ];
        const column =
          dialect === "sqlite" ? /\+"(t|\w+)"\."organization_id" = \?/ : /"(t|\w+)"\."organization_id" = \$\d/;
        for (const { sql, parameters } of compiled) {
          expect(sql.replaceAll("`", '"')).toMatch(column);
          expect(parameters).toContain("org_mine");
        }
      });
    },
  );
});

describe("a confined transaction", () => {
  const providers = (tx: Tx) => tx.db.selectFrom("providers").select("id").orderBy("id").execute();

  it("sees the tenant's rows and nobody else's, also when it asks for everything", async () => {
    expect(await as("org_1", providers)).toEqual([{ id: "prv_1" }, { id: "prv_2" }]);
    expect(await as("org_2", providers)).toEqual([{ id: "prv_other" }]);
    expect(
      await as("org_2", ({ db }) => db.selectFrom("providers").select("id").where("id", "=", "prv_1").execute()),
    ).toEqual([]);
  });

  it("keeps outer joins, and joins nothing of others", async () => {
    const rows = await as("org_2", ({ db }) =>
      db
        .selectFrom("organizations")
        .leftJoin("providers", "providers.organizationId", "organizations.id")
        .select(["organizations.id", "providers.id as providerId"])
        .orderBy("organizations.id")
        .execute(),
    );
    expect(rows).toEqual([
      { id: "org_1", providerId: null },
      { id: "org_2", providerId: "prv_other" },
    ]);
  });

  it("changes and deletes only the tenant's rows", async () => {
    const changed = await as("org_2", ({ db }) => db.updateTable("providers").set({ priority: 9 }).executeTakeFirst());
    expect(changed.numUpdatedRows).toBe(1n);
    const deleted = await as("org_2", ({ db }) =>
      db.deleteFrom("sessions").where("id", "=", "ses_1").executeTakeFirst(),
    );
    expect(deleted.numDeletedRows).toBe(0n);
    const renamed = await as("org_2", ({ db }) =>
      db.updateTable("organizations").set({ name: "Mine" }).executeTakeFirst(),
    );
    expect(renamed.numUpdatedRows).toBe(1n);
    const names = await database.read(({ db }) =>
      db.selectFrom("organizations").select("name").orderBy("id").execute(),
    );
    expect(names).toEqual([{ name: "org_1" }, { name: "Mine" }]);
  });

  it("refuses to store a row for another tenant, or to hand one over", async () => {
    const foreign = { ...provider, id: "prv_3", organizationId: "org_1" };
    await expect(as("org_2", ({ db }) => db.insertInto("providers").values(foreign).execute())).rejects.toThrow(
      "another organization",
    );
    const mixed = [
      { ...foreign, organizationId: "org_2" },
      { ...foreign, id: "prv_4" },
    ];
    await expect(as("org_2", ({ db }) => db.insertInto("providers").values(mixed).execute())).rejects.toThrow(
      "another organization",
    );
    const handing = as("org_2", ({ db }) => db.updateTable("providers").set({ organizationId: "org_1" }).execute());
    await expect(handing).rejects.toThrow("handed to another organization");
    await as("org_2", async ({ db }) => {
      await db
        .insertInto("providers")
        .values({ ...foreign, organizationId: "org_2" })
        .execute();
      await db.deleteFrom("providers").where("id", "=", "prv_3").execute();
    });
    expect(organization.id).toBe("org_1");
  });

  it("cannot be confined to somebody else, and is left in the open only", async () => {
    await expect(as("org_1", async (tx) => confine(tx, "org_2"))).rejects.toThrow(
      "confined to an organization already",
    );
    const all = await as("org_1", async (tx) => providers(acrossTenants(tx)));
    expect(all).toHaveLength(3);
  });
});

describe("the source", () => {
  it("leaves tenancy only where it is known to", async () => {
    const root = join(import.meta.dirname, "..");
    const files = (await readdir(root, { recursive: true })).filter(
      (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
    );
    const leaving: string[] = [];
    for (const file of files) {
      if (file.startsWith("storage/")) continue;
      if ((await readFile(join(root, file), "utf8")).includes("acrossTenants(")) leaving.push(file);
    }
    expect(leaving.toSorted()).toEqual(MAY_LEAVE_TENANCY);
  });
});
