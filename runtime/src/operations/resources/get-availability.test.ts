import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import { expectRefusal } from "../../testing/refusal.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

describe("resource.get_availability", () => {
  const days = { date_from: "2026-03-25", date_to: "2026-03-25" };

  it("answers free capacity without a service, the same instants in every zone (SVC-RES-008)", async () => {
    const ask = async (query: Record<string, unknown> = {}) =>
      succeeded(
        await clinic.call("client", "resource.get_availability", {
          resource_id: clinic.id("Rehabilitation gym"),
          ...days,
          per_page: 100,
          ...query,
        }),
      ).body;
    const own = await ask();
    const tokyo = await ask({ timezone: "Asia/Tokyo" });
    const starts = (body: { data: { attributes: { starts_at: string } }[] }) =>
      body.data.map(({ attributes }) => attributes.starts_at);
    expect(own.data[0]).toMatchObject({
      type: "availability_slots",
      attributes: {
        starts_at: "2026-03-25T07:00:00-03:00",
        ends_at: "2026-03-25T07:30:00-03:00",
        remaining_capacity: 4,
        confidence_score: 0.8,
      },
    });
    expect(starts(tokyo)[0]).toBe("2026-03-25T19:00:00+09:00");
    expect(starts(tokyo).map((start) => Date.parse(start))).toEqual(starts(own).map((start) => Date.parse(start)));
    expect(own.meta).toMatchObject({ mode: "resource_only", conflict_resolution: { type: "none" } });
    expect(own.data[0].attributes).not.toHaveProperty("provider_id");
  });

  it("shows what is left of the capacity, buffer included, and nothing once it is out of use", async () => {
    const created = await clinic.call("organization", "resource.create", {
      organization_id: "clinica-andes",
      name: "Pool",
      capacity: 2,
      buffer_minutes: 15,
      availability: [{ day_of_week: 3, start_time: "09:00", end_time: "11:00" }],
    });
    const gym = succeeded(created).body.data.attributes;
    const parties = {
      service_id: clinic.id("Physiotherapy session"),
      provider_id: clinic.id("Camila Rojas"),
      client_id: clinic.id("María"),
    };
    succeeded(
      await clinic.call("organization", "scheduling.book", {
        ...parties,
        starts_at: "2026-03-25T09:00:00-03:00",
        resource_id: gym.id,
      }),
    );
    const ask = async () =>
      succeeded(await clinic.call("provider", "resource.get_availability", { resource_id: gym.id, ...days })).body.data;
    const left = Object.fromEntries(
      (await ask()).map(({ attributes }: { attributes: { starts_at: string; remaining_capacity: number } }) => [
        attributes.starts_at.slice(11, 16),
        attributes.remaining_capacity,
      ]),
    );
    expect(left).toEqual({ "09:00": 1, "09:15": 1, "09:30": 1, "09:45": 1, "10:00": 2, "10:15": 2, "10:30": 2 });
    succeeded(await clinic.call("organization", "resource.delete", { resource_id: gym.id }));
    expect(await ask()).toEqual([]);
  });

  it("needs both dates, and a zone that exists", async () => {
    const resource_id = clinic.id("Box 1");
    expectRefusal(await clinic.call("client", "resource.get_availability", { resource_id, date_from: "2026-03-25" }), {
      code: "VALIDATION_ERROR",
      parameter: "date_to",
    });
    expectRefusal(
      await clinic.call("client", "resource.get_availability", { resource_id, ...days, timezone: "Mars/Base" }),
      {
        code: "VALIDATION_ERROR",
        parameter: "timezone",
      },
    );
  });
});
