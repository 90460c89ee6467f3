import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseInstant } from "../clock.ts";
import type { Database } from "../storage/open-database.ts";
import type { NewRow } from "../storage/rows.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { holdSlot, type SlotRequest } from "./hold-slot.ts";
import { loadCalendars } from "./load-calendars.ts";
import { freeSlots } from "./slots.ts";
import { plantCalendars, session } from "./stored-calendars.example.ts";

const at = (time: string) => parseInstant(`2026-07-06T${time}:00-04:00`);
const clock = { now: () => at("08:00") };
const CONFLICT = expect.objectContaining({ code: "CONFLICT" });
const RESOURCE_UNAVAILABLE = expect.objectContaining({ code: "RESOURCE_UNAVAILABLE" });
const NOT_FOUND = expect.objectContaining({ code: "NOT_FOUND" });

const statements: string[] = [];
let database: Database;
beforeEach(async () => {
  database = await openTestDatabase({ onStatement: (sql) => void statements.push(sql) });
  await database.transaction(plantCalendars);
});
afterEach(() => database.close());

const request = (time: string, rest: Partial<SlotRequest> = {}): SlotRequest => ({
  organizationId: "org_1",
  offerId: "svc_1",
  providerId: "prv_1",
  clientId: "cli_1",
  resourceId: null,
  startsAt: at(time),
  durationMinutes: 60,
  ...rest,
});
const hold = (wanted: SlotRequest) => database.transaction((tx) => holdSlot({ tx, clock }, wanted));
const store = (...rows: NewRow<"sessions">[]) =>
  database.transaction((tx) => tx.db.insertInto("sessions").values(rows).execute());

describe("holding a slot (lifecycle 9.1, 9.2)", () => {
  it("answers the session's own time when all are free", async () => {
    await expect(hold(request("09:00", { resourceId: "res_1" }))).resolves.toEqual({
      start: at("09:00"),
      end: at("10:00"),
    });
  });

  it("is refused outside the availability of provider or resource (SVC-SCHED-007)", async () => {
    await expect(hold(request("17:30"))).rejects.toEqual(CONFLICT);
    await database.transaction((tx) =>
      tx.db.deleteFrom("resource_availability").where("resourceId", "=", "res_1").execute(),
    );
    await expect(hold(request("09:00", { resourceId: "res_1" }))).rejects.toEqual(RESOURCE_UNAVAILABLE);
  });

  it("is refused when the provider or the client has another session from requested on (SVC-SCHED-002, 003)", async () => {
    await store(session("ses_1", at("10:00")));
    await expect(hold(request("10:30", { clientId: "cli_2" }))).rejects.toEqual(CONFLICT);
    await expect(hold(request("10:30", { providerId: "prv_2" }))).rejects.toEqual(CONFLICT);
    await expect(hold(request("10:30", { providerId: "prv_2", clientId: "cli_2" }))).resolves.toBeDefined();
    await expect(hold(request("11:00"))).resolves.toBeDefined();
    await expect(hold(request("09:00"))).resolves.toBeDefined();
  });

  it("is refused when the resource is taken, buffer included on both sides (SVC-RES-002)", async () => {
    await store(session("ses_1", at("10:00"), { resourceId: "res_1" }));
    const other = { resourceId: "res_1", providerId: "prv_2", clientId: "cli_2" };
    await expect(hold(request("11:00", other))).rejects.toEqual(RESOURCE_UNAVAILABLE);
    await expect(hold(request("11:15", other))).resolves.toBeDefined();
    await expect(hold(request("09:00", other))).rejects.toEqual(RESOURCE_UNAVAILABLE);
    await expect(hold(request("09:00", { ...other, durationMinutes: 45 }))).resolves.toBeDefined();
  });

  it("is refused when the resource is inactive (SVC-RES-005)", async () => {
    await database.transaction((tx) =>
      tx.db.updateTable("resources").set({ isActive: false }).where("id", "=", "res_1").execute(),
    );
    await expect(hold(request("09:00", { resourceId: "res_1" }))).rejects.toEqual(RESOURCE_UNAVAILABLE);
  });

  it("is refused when the provider is inactive", async () => {
    await database.transaction((tx) =>
      tx.db.updateTable("providers").set({ active: false }).where("id", "=", "prv_1").execute(),
    );
    await expect(hold(request("09:00"))).rejects.toEqual(CONFLICT);
  });

  it("lets a group grow up to the capacity of its resource (SVC-RES-003)", async () => {
    const group = { resourceId: "res_group" };
    await store(session("ses_1", at("10:00"), group), session("ses_2", at("10:00"), { ...group, clientId: "cli_2" }));
    await expect(hold(request("10:00", { ...group, clientId: "cli_3" }))).resolves.toBeDefined();
    await expect(hold(request("10:00", { ...group, clientId: "cli_2" }))).rejects.toEqual(CONFLICT);
    await store(session("ses_3", at("10:00"), { ...group, clientId: "cli_3", providerId: "prv_2" }));
    await database.transaction(async (tx) => {
      await expect(holdSlot({ tx, clock }, request("10:00", { ...group, clientId: "cli_9" }))).rejects.toEqual(
        RESOURCE_UNAVAILABLE,
      );
    });
  });

  it("does not stand in its own way when a session is moved", async () => {
    await store(session("ses_1", at("10:00"), { state: "confirmed", resourceId: "res_1" }));
    await expect(hold(request("10:30", { ignoreSessionId: "ses_1", resourceId: "res_1" }))).resolves.toBeDefined();
    await expect(hold(request("10:30", { resourceId: "res_1" }))).rejects.toEqual(CONFLICT);
  });

  it("frees what was cancelled, and a hold that has expired (SVC-CANC-008)", async () => {
    await store(
      session("ses_1", at("10:00"), { state: "cancelled" }),
      session("ses_2", at("10:00"), { state: "pending_confirmation", holdExpiresAt: at("07:59") }),
    );
    await expect(hold(request("10:00"))).resolves.toBeDefined();
    await store(session("ses_3", at("10:00"), { state: "pending_confirmation", holdExpiresAt: at("08:01") }));
    await expect(hold(request("10:00"))).rejects.toEqual(CONFLICT);
  });

  it("knows nothing of other tenants' providers and resources (SVC-SEC-001)", async () => {
    await expect(hold(request("10:00", { providerId: "prv_other" }))).rejects.toEqual(NOT_FOUND);
    await expect(hold(request("10:00", { resourceId: "res_other" }))).rejects.toEqual(NOT_FOUND);
  });

  it("gives one place to exactly one of twenty who ask at once (SVC-SCHED-005)", async () => {
    const book = (n: number) =>
      database.transaction(async (tx) => {
        const { start } = await holdSlot({ tx, clock }, request("10:00", { clientId: n % 2 ? "cli_1" : "cli_2" }));
        await tx.db
          .insertInto("sessions")
          .values(session(`ses_${n}`, start))
          .execute();
      });
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => book(n)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const stored = await database.read((tx) => tx.db.selectFrom("sessions").select("id").execute());
    expect(stored).toHaveLength(1);
  });
});

describe("loading calendars", () => {
  const query = {
    organizationId: "org_1",
    providerIds: ["prv_1", "prv_2"],
    resourceIds: ["res_1"],
    clientId: "cli_1",
    span: { start: at("00:00"), end: at("23:59") },
    now: at("08:00"),
  };

  it("gives each calendar its own time", async () => {
    await store(
      session("ses_1", at("10:00"), { clientId: "cli_2", resourceId: "res_1" }),
      session("ses_2", at("12:00"), { providerId: "prv_2" }),
      session("ses_3", at("10:00") + 7 * 86_400_000),
    );
    const { providers, resources, client } = await database.read((tx) => loadCalendars(tx, query));
    const ids = (calendar: { occupations: readonly { sessionId: string }[] } | null | undefined) =>
      calendar?.occupations.map(({ sessionId }) => sessionId);
    expect(ids(providers.get("prv_1"))).toEqual(["ses_1"]);
    expect(ids(providers.get("prv_2"))).toEqual(["ses_2"]);
    expect(ids(resources.get("res_1"))).toEqual(["ses_1"]);
    expect(ids(client)).toEqual(["ses_2"]);
    expect(providers.get("prv_1")?.open).toEqual([{ start: at("09:00"), end: at("18:00") }]);
    expect(resources.get("res_1")).toMatchObject({ isActive: true, capacity: 1, buffer: 900_000 });
  });

  it("asks the database at most three times, however many calendars there are", async () => {
    const providerIds = ["prv_1", "prv_2", "prv_other", "prv_unknown"];
    await database.read(async (tx) => {
      statements.length = 0;
      await loadCalendars(tx, { ...query, providerIds, resourceIds: ["res_1", "res_group"] });
    });
    expect(statements.filter((sql) => sql.startsWith("select"))).toHaveLength(3);
  });

  it("offers only slots that can then be booked (SVC-SCHED-013)", async () => {
    await store(session("ses_1", at("10:00"), { resourceId: "res_1" }));
    const calendars = await database.read((tx) => loadCalendars(tx, query));
    const slots = freeSlots({
      provider: calendars.providers.get("prv_1") ?? null,
      resource: calendars.resources.get("res_1") ?? null,
      client: calendars.client,
      span: query.span,
      now: query.now,
      offerId: "svc_1",
      durationMinutes: 45,
    });
    expect(slots.length).toBeGreaterThan(10);
    for (const { start } of slots) {
      const wanted = { ...request("00:00"), startsAt: start, durationMinutes: 45, resourceId: "res_1" };
      await expect(hold(wanted)).resolves.toBeDefined();
    }
  });
});
