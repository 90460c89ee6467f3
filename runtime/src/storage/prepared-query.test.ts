import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantCalendars } from "../scheduling/stored-calendars.example.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import type { Database, Tx } from "./open-database.ts";
import { preparedQuery, preparedWrite } from "./prepared-query.ts";
import type { NewRow } from "./rows.ts";
import { provider } from "./stored-rows.example.ts";
import { confine } from "./tenancy.ts";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.transaction(plantCalendars);
});
afterAll(() => database.close());

const as = <Result>(organizationId: string, work: (tx: Tx) => Promise<Result>) =>
  database.transaction((tx) => work(confine(tx, organizationId)));

const row = (id: string, changes: object = {}): NewRow<"providers"> => ({
  ...provider,
  id,
  organizationId: "org_1",
  ...changes,
});

describe("a prepared query", () => {
  it("is built once, and answers each call by its own values", async () => {
    let built = 0;
    const named = preparedQuery((db, { id }: { id: string }) => {
      built += 1;
      return db.selectFrom("providers").select("id").where("id", "=", id);
    });
    for (const id of ["prv_1", "prv_2", "prv_1"])
      expect(await as("org_1", (tx) => named.one(tx, { id }))).toEqual({ id });
    expect(built).toBe(1);
  });

  it("answers each tenant with its own rows, and everybody with all", async () => {
    const named = preparedQuery((db, { id }: { id: string }) =>
      db.selectFrom("providers").select("id").where("id", "=", id),
    );
    const id = "prv_other";
    expect(await as("org_1", (tx) => named.all(tx, { id }))).toEqual([]);
    expect(await as("org_2", (tx) => named.all(tx, { id }))).toEqual([{ id }]);
    expect(await database.read((tx) => named.all(tx, { id }))).toEqual([{ id }]);
    expect(await as("org_1", (tx) => named.first(tx, { id }))).toBeUndefined();
    await expect(as("org_1", (tx) => named.one(tx, { id }))).rejects.toThrow("no row");
  });

  it("tells lists by their lengths, and leaves out what is not given", async () => {
    const among = preparedQuery(
      (db, { ids, but }: { ids: readonly string[]; but?: string | undefined }) =>
        db
          .selectFrom("providers")
          .select("id")
          .where("id", "in", ids)
          .$if(but !== undefined, (query) => query.where("id", "!=", but as string))
          .orderBy("id"),
      "ids",
    );
    const found = async (ids: string[], but?: string) =>
      (await as("org_1", (tx) => among.all(tx, { ids, but }))).map(({ id }) => id);
    expect(await found(["prv_1"])).toEqual(["prv_1"]);
    expect(await found(["prv_1", "prv_2"])).toEqual(["prv_1", "prv_2"]);
    expect(await found(["prv_1", "prv_2"], "prv_1")).toEqual(["prv_2"]);
    expect(await found(["prv_2", "prv_1"], "prv_2")).toEqual(["prv_1"]);
  });
});

describe("a prepared write", () => {
  const insert = preparedWrite((db, values: NewRow<"providers">) => db.insertInto("providers").values(values));
  const rename = preparedWrite((db, { id, name }: { id: string; name: string }) =>
    db.updateTable("providers").set({ name }).where("id", "=", id),
  );
  const stored = (id: string) =>
    as("org_1", ({ db }) => db.selectFrom("providers").selectAll().where("id", "=", id).executeTakeFirstOrThrow());

  it("stores what the entities say, with the same columns in whichever order, and fewer of them", async () => {
    const { name, ...rest } = row("prv_a", { specialties: ["a", "b"], active: false });
    expect(await as("org_1", (tx) => insert.run(tx, { name, ...rest }))).toBe(1);
    expect(await stored("prv_a")).toMatchObject({ name, specialties: ["a", "b"], active: false });
    expect(await as("org_1", (tx) => insert.run(tx, { ...rest, name: "Other", id: "prv_b", specialties: [] }))).toBe(1);
    expect(await stored("prv_b")).toMatchObject({ name: "Other", specialties: [], active: false });
    expect(await as("org_1", (tx) => insert.run(tx, { ...row("prv_c"), timezone: null }))).toBe(1);
    expect(await stored("prv_c")).toMatchObject({ timezone: null });
  });

  it("tells how many rows it wrote", async () => {
    expect(await as("org_1", (tx) => rename.run(tx, { id: "prv_1", name: "New" }))).toBe(1);
    expect(await as("org_1", (tx) => rename.run(tx, { id: "prv_nobody", name: "New" }))).toBe(0);
    expect(await as("org_1", (tx) => rename.run(tx, { id: "prv_other", name: "New" }))).toBe(0);
  });

  it("refuses the row of another tenant, whatever it stored before", async () => {
    await as("org_1", (tx) => insert.run(tx, row("prv_own")));
    const foreign = row("prv_foreign", { organizationId: "org_2" });
    await expect(as("org_1", (tx) => insert.run(tx, foreign))).rejects.toThrow("another organization");
    await as("org_2", (tx) => insert.run(tx, foreign));
  });
});
