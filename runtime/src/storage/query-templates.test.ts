import fc from "fast-check";
import {
  DummyDriver,
  Kysely,
  type RootOperationNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantCalendars, session } from "../scheduling/stored-calendars.example.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import type { Tables } from "./entities/index.ts";
import type { Database, Tx } from "./open-database.ts";
import { fingerprintOf, Slot, slotted } from "./query-slots.ts";
import { provider } from "./stored-rows.example.ts";
import { confine } from "./tenancy.ts";

const sent: { sql: string; parameters: readonly unknown[] }[] = [];
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase({ onStatement: (sql, parameters) => void sent.push({ sql, parameters }) });
  await database.transaction(async (tx) => {
    await plantCalendars(tx);
    await tx.db.insertInto("sessions").values(session("ses_1", 0)).execute();
  });
});
afterAll(() => database.close());

const as = <Result>(organizationId: string, work: (tx: Tx) => Promise<Result>) =>
  database.transaction((tx) => work(confine(tx, organizationId)));

const named = (tx: Tx, id: string) =>
  tx.db.selectFrom("providers").select(["id", "organizationId"]).where("id", "=", id).execute();

describe("a statement that was built before", () => {
  it("is run with the values of each query, and for the tenant of each", async () => {
    expect(await as("org_1", (tx) => named(tx, "prv_1"))).toEqual([{ id: "prv_1", organizationId: "org_1" }]);
    expect(await as("org_1", (tx) => named(tx, "prv_2"))).toEqual([{ id: "prv_2", organizationId: "org_1" }]);
    expect(await as("org_2", (tx) => named(tx, "prv_1"))).toEqual([]);
    expect(await as("org_2", (tx) => named(tx, "prv_other"))).toHaveLength(1);
    expect(await database.read((tx) => named(tx, "prv_other"))).toHaveLength(1);
  });

  it("refuses the row of another tenant also when it stored one of its own before", async () => {
    const store = (id: string, owner: string) => (tx: Tx) =>
      tx.db
        .insertInto("providers")
        .values({ ...provider, id, organizationId: owner })
        .execute();
    await as("org_1", store("prv_own", "org_1"));
    await expect(as("org_1", store("prv_foreign", "org_2"))).rejects.toThrow("another organization");
    await expect(as("org_2", store("prv_foreign", "org_1"))).rejects.toThrow("another organization");
    await as("org_2", store("prv_foreign", "org_2"));
  });

  it("stores and reads what the entities say: parsed JSON, booleans, numbers", async () => {
    for (const [specialties, active] of [
      [["a", "b"], true],
      [[], false],
    ] as const) {
      await as("org_1", ({ db }) =>
        db
          .updateTable("providers")
          .set({ specialties: [...specialties], active })
          .where("id", "=", "prv_1")
          .execute(),
      );
      const row = await as("org_1", ({ db }) =>
        db.selectFrom("providers").selectAll().where("id", "=", "prv_1").executeTakeFirstOrThrow(),
      );
      expect(row).toMatchObject({ id: "prv_1", specialties, active, organizationId: "org_1" });
      expect(row).not.toHaveProperty("organization_id");
    }
  });

  it("tells lists of different lengths apart", async () => {
    const among = (ids: string[]) =>
      as("org_1", ({ db }) =>
        db.selectFrom("providers").select("id").where("id", "in", ids).orderBy("id").execute(),
      ).then((rows) => rows.map(({ id }) => id));
    expect(await among(["prv_1"])).toEqual(["prv_1"]);
    expect(await among(["prv_1", "prv_2"])).toEqual(["prv_1", "prv_2"]);
    expect(await among(["prv_2"])).toEqual(["prv_2"]);
  });

  it("confines a query inside another one once, with the whole", async () => {
    sent.length = 0;
    await as("org_1", async ({ db }) => {
      const one = db.selectFrom("providers").select("id").where("id", "=", "prv_1");
      const rows = await one.unionAll(db.selectFrom("providers").select("id").where("id", "=", "prv_other")).execute();
      expect(rows).toEqual([{ id: "prv_1" }]);
    });
    const union = sent.find(({ sql }) => sql.includes("union all"));
    expect(union?.parameters).toEqual(["prv_1", "org_1", "prv_other", "org_1"]);
  });
});

const builder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** Queries of a few shapes, with any values. */
const query = fc
  .record({
    column: fc.constantFrom("id", "name", "organizationId"),
    other: fc.constantFrom("id", "name"),
    values: fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
    value: fc.string(),
    limit: fc.option(fc.integer({ min: 1, max: 9 })),
  })
  .map(({ column, other, values, value, limit }) => {
    const base = builder
      .selectFrom("providers")
      .select(other as "id")
      .where(column as "id", "in", values)
      .where("name", "=", value);
    return limit === null ? base : base.limit(limit);
  });

describe("the form of a query", () => {
  it("is the same for two queries exactly when their statements are", () => {
    fc.assert(
      fc.property(query, query, (one, other) => {
        const [form, otherForm] = [one, other].map((each) => fingerprintOf(each.toOperationNode()).form);
        expect(form === otherForm).toBe(one.compile().sql === other.compile().sql);
      }),
    );
  });

  it("leaves out the values, in the order in which their places are counted", () => {
    fc.assert(
      fc.property(query, (one) => {
        const node: RootOperationNode = one.toOperationNode();
        const { values } = fingerprintOf(node);
        const { node: empty, tables } = slotted(node, () => undefined);
        const places = new SqliteQueryCompiler().compileQuery(empty, { queryId: "" }).parameters as Slot[];
        expect(places.every((place) => place instanceof Slot)).toBe(true);
        expect(places.map((place) => place.valueIn(values))).toEqual(one.compile().parameters);
        expect([...tables]).toEqual([["providers", "providers"]]);
      }),
    );
  });
});
