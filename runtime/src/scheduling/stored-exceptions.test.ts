import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseInstant } from "../clock.ts";
import type { Database } from "../storage/open-database.ts";
import type { NewRow } from "../storage/rows.ts";
import { confine } from "../storage/tenancy.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { loadCalendars } from "./load-calendars.ts";
import { plantCalendars } from "./stored-calendars.example.ts";

const at = (time: string) => parseInstant(`2026-07-06T${time}:00-04:00`);
const statements: string[] = [];
let database: Database;
beforeEach(async () => {
  database = await openTestDatabase({ onStatement: (sql) => void statements.push(sql) });
  await database.transaction(plantCalendars);
});
afterEach(() => database.close());

const exception = (
  calendar: "provider" | "resource" | "organization",
  subjectId: string,
  rest: Partial<NewRow<"calendar_exceptions">> = {},
) =>
  database.transaction((tx) =>
    tx.db
      .insertInto("calendar_exceptions")
      .values({
        id: `cex_${subjectId}_${rest.dateFrom ?? ""}`,
        organizationId: "org_1",
        calendar,
        subjectId,
        dateFrom: "2026-07-06",
        dateTo: "2026-07-06",
        startTime: null,
        endTime: null,
        isAvailable: false,
        reason: "holiday",
        createdAt: 0,
        ...rest,
      })
      .execute(),
  );

const load = () =>
  database.read((tx) =>
    loadCalendars(confine(tx, "org_1"), {
      organizationId: "org_1",
      providerIds: ["prv_1", "prv_2"],
      resourceIds: ["res_1", "res_group"],
      clientId: "cli_1",
      span: { start: at("00:00"), end: at("23:59") },
      now: at("08:00"),
    }),
  );
const openOf = async () => {
  const { providers, resources } = await load();
  return Object.fromEntries([...providers, ...resources].map(([id, { open }]) => [id, open]));
};
const WHOLE_DAY = [{ start: at("09:00"), end: at("18:00") }];

describe("stored exceptions", () => {
  it("close the one provider or resource that they are about", async () => {
    await exception("provider", "prv_1", { startTime: "12:00", endTime: "24:00" });
    await exception("resource", "res_group");
    await expect(openOf()).resolves.toEqual({
      prv_1: [{ start: at("09:00"), end: at("12:00") }],
      prv_2: WHOLE_DAY,
      res_1: WHOLE_DAY,
      res_group: [],
    });
  });

  it("of the organization close all of its calendars, save where one says otherwise itself", async () => {
    await exception("organization", "org_1");
    await exception("provider", "prv_2", { isAvailable: true, startTime: "10:00", endTime: "11:00" });
    await expect(openOf()).resolves.toEqual({
      prv_1: [],
      prv_2: [{ start: at("10:00"), end: at("11:00") }],
      res_1: [],
      res_group: [],
    });
  });

  it("of other days and of other organizations change nothing", async () => {
    await exception("organization", "org_1", { dateFrom: "2026-06-01", dateTo: "2026-07-05" });
    await exception("provider", "prv_1", { dateFrom: "2026-07-07", dateTo: "2026-07-31" });
    await exception("organization", "org_2", { organizationId: "org_2" });
    await expect(openOf()).resolves.toEqual({
      prv_1: WHOLE_DAY,
      prv_2: WHOLE_DAY,
      res_1: WHOLE_DAY,
      res_group: WHOLE_DAY,
    });
  });

  it("do not open a provider who is inactive", async () => {
    await database.transaction((tx) =>
      tx.db.updateTable("providers").set({ active: false }).where("id", "=", "prv_1").execute(),
    );
    await exception("provider", "prv_1", { isAvailable: true });
    await expect(openOf()).resolves.toMatchObject({ prv_1: [] });
  });

  it("cost no further query", async () => {
    for (const id of ["prv_1", "prv_2"]) await exception("provider", id);
    statements.length = 0;
    await load();
    expect(statements.filter((sql) => /^\(?select/.test(sql))).toHaveLength(3);
  });
});
