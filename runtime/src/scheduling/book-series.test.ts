import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ProtocolError } from "../errors.ts";
import { Clinic, succeeded } from "../testing/clinic.ts";
import { storedDigest } from "../testing/stored-rows.ts";
import { type BookedSeries, bookSeries, type SeriesRequest } from "./book-series.ts";
import { inZone } from "./local-time.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const SANTIAGO = "America/Santiago";

/** Books María with Camila on Tuesdays at ten unless told otherwise. */
function series(changes: Partial<SeriesRequest> = {}): Promise<BookedSeries> {
  const { database } = clinic.demo.node.services;
  const organizationId = clinic.demo.as("organization").id;
  return database.transaction((tx) =>
    bookSeries(
      { tx, clock: clinic.demo.clock },
      {
        organizationId,
        offerId: clinic.id("Physiotherapy session"),
        providerId: clinic.id("Camila Rojas"),
        clientId: clinic.id("María"),
        resourceId: null,
        localStart: "2026-03-10T10:00",
        rule: "FREQ=WEEKLY;COUNT=3",
        onConflict: "reject_all",
        author: { by: organizationId, method: "manual" },
        ...changes,
      },
    ),
  );
}

async function refusal(changes: Partial<SeriesRequest>): Promise<ProtocolError> {
  const before = await storedDigest(clinic.demo);
  const error = await series(changes).then(
    () => new Error("The series should have been refused."),
    (problem: unknown) => problem,
  );
  expect(await storedDigest(clinic.demo)).toEqual(before);
  if (error instanceof ProtocolError) return error;
  throw error;
}

describe("a recurring booking", () => {
  it("makes independent sessions with one series id, at the same local time across the change of the clocks", async () => {
    const { seriesId, zone, booked, skipped } = await series({ rule: "FREQ=WEEKLY;COUNT=5" });
    expect([zone, skipped]).toEqual([SANTIAGO, []]);
    expect(booked.map(({ startsAt }) => inZone(startsAt, SANTIAGO))).toEqual([
      "2026-03-10T10:00:00-03:00",
      "2026-03-17T10:00:00-03:00",
      "2026-03-24T10:00:00-03:00",
      "2026-03-31T10:00:00-03:00",
      "2026-04-07T10:00:00-04:00",
    ]);
    const [first, second] = await Promise.all(booked.map(({ id }) => clinic.session(id)));
    expect(first).toMatchObject({ series_id: seriesId, lifecycle: { current_state: "requested" } });
    expect(first.lifecycle.transitions).toHaveLength(1);
    succeeded(await clinic.call("client", "scheduling.cancel", { session_id: first.id }));
    succeeded(await clinic.call("client", "scheduling.confirm", { session_id: second.id }));
    const states = await Promise.all(booked.map(async ({ id }) => (await clinic.lifecycle(id)).current_state));
    expect(states).toEqual(["cancelled", "confirmed", "requested", "requested", "requested"]);
  });

  it("books none when one is not free, and tells each that is not", async () => {
    const { code, details } = await refusal({ localStart: "2026-03-17T10:15", rule: "FREQ=WEEKLY;COUNT=6" });
    expect(code).toBe("CONFLICT");
    expect(details.meta?.["conflicts"]).toEqual(
      ["2026-03-17", "2026-03-24", "2026-03-31", "2026-04-07"].map((date) => ({
        local_start: `${date}T10:15`,
        code: "CONFLICT",
        detail: "The provider has another session then.",
      })),
    );
  });

  it("skips what is not free when told to, and tells it; refused when nothing is free", async () => {
    const clientId = clinic.id("Sofía");
    const { booked, skipped } = await series({
      clientId,
      localStart: "2026-03-09T10:00",
      rule: "FREQ=DAILY;COUNT=7",
      onConflict: "skip",
    });
    // From Monday to Sunday: Tuesday's was cancelled above, and nobody works on Saturday and Sunday.
    expect(booked).toHaveLength(5);
    expect(skipped.map(({ localStart, code }) => [localStart, code])).toEqual([
      ["2026-03-14T10:00", "CONFLICT"],
      ["2026-03-15T10:00", "CONFLICT"],
    ]);
    const none = { clientId, localStart: "2026-03-14T10:00", rule: "FREQ=WEEKLY;COUNT=2", onConflict: "skip" } as const;
    expect((await refusal(none)).code).toBe("CONFLICT");
  });

  it("counts its own sessions among those in the way", async () => {
    const { database } = clinic.demo.node.services;
    const setDuration = (durationMinutes: number) =>
      database.transaction(({ db }) =>
        db.updateTable("offers").set({ durationMinutes }).where("name", "=", "Online psychotherapy").execute(),
      );
    const providerId = clinic.id("Valentina Soto");
    await database.transaction(({ db }) =>
      db
        .updateTable("provider_availability")
        .set({ startTime: "00:00", endTime: "24:00" })
        .where("providerId", "=", providerId)
        .execute(),
    );
    // Longer than a day: of two days in a row, only the first is free.
    await setDuration(25 * 60);
    const daily = { offerId: clinic.id("Online psychotherapy"), providerId, localStart: "2026-05-05T10:00" };
    const { booked, skipped } = await series({ ...daily, rule: "FREQ=DAILY;COUNT=3", onConflict: "skip" });
    expect(booked.map(({ startsAt }) => inZone(startsAt, SANTIAGO).slice(0, 10))).toEqual(["2026-05-05", "2026-05-07"]);
    expect(skipped.map(({ localStart }) => localStart)).toEqual(["2026-05-06T10:00"]);
    await setDuration(50);
  });

  it("holds a resource each time, buffer included", async () => {
    const wish = {
      offerId: clinic.id("Rehabilitation with equipment"),
      resourceId: clinic.id("Box 1"),
      localStart: "2026-06-01T09:00",
    };
    const { booked } = await series(wish);
    expect(booked.map(({ resourceId }) => resourceId)).toEqual(Array.from({ length: 3 }, () => clinic.id("Box 1")));
    const next = { ...wish, providerId: clinic.id("Diego Fuentes"), clientId: clinic.id("Sofía") };
    const { details } = await refusal({ ...next, localStart: "2026-06-01T10:14" });
    expect(details.meta?.["conflicts"]).toMatchObject([
      { code: "RESOURCE_UNAVAILABLE" },
      { code: "RESOURCE_UNAVAILABLE" },
      { code: "RESOURCE_UNAVAILABLE" },
    ]);
    expect((await series({ ...next, localStart: "2026-06-01T10:15" })).booked).toHaveLength(3);
  });

  it.each<[string, () => Partial<SeriesRequest>, string]>([
    ["an unknown offer", () => ({ offerId: "svc_unknown" }), "/service_id"],
    ["another organization's offer", () => ({ offerId: clinic.id("Mathematics tutoring") }), "/service_id"],
    ["a provider who does not deliver it", () => ({ providerId: clinic.id("Valentina Soto") }), "/provider_id"],
    ["an unknown client", () => ({ clientId: "cli_unknown" }), "/client_id"],
    ["an unknown resource", () => ({ resourceId: "res_unknown" }), "/resource_id"],
    [
      "no resource for an offer that needs one",
      () => ({ offerId: clinic.id("Rehabilitation with equipment") }),
      "/resource_id",
    ],
    ["a first start gone by", () => ({ localStart: "2026-03-01T10:00" }), "/local_start"],
    ["53 occurrences (SVC-SCHED-016)", () => ({ rule: "FREQ=WEEKLY;COUNT=53" }), "/rule"],
  ])("is refused with %s", async (_what, changes, pointer) => {
    const { code, details } = await refusal(changes());
    expect({ code, pointer: details.pointer }).toEqual({ code: "VALIDATION_ERROR", pointer });
  });
});
