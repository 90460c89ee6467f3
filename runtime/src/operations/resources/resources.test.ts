import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import { expectRefusal } from "../../testing/refusal.ts";
import { storedDigest } from "../../testing/stored-rows.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const REHABILITATION = { offer: "Rehabilitation with equipment" };
const monday = (from: string, to: string, rest: Record<string, unknown> = {}) => ({
  day_of_week: 1,
  start_time: from,
  end_time: to,
  ...rest,
});
const create = async (attributes: Record<string, unknown> = {}) =>
  succeeded(
    await clinic.call("organization", "resource.create", {
      organization_id: "clinica-andes",
      name: "Box 9",
      ...attributes,
    }),
  ).body.data.attributes;

describe("resource.create", () => {
  it("needs a name only: the rest has defaults, and the resource is in use at once (SVC-RES-001)", async () => {
    const { status, body } = await clinic.call("organization", "resource.create", {
      organization_id: clinic.demo.as("organization").id,
      name: "Sauna",
    });
    expect(status).toBe(201);
    expect(body.data.type).toBe("resources");
    expect(body.data.attributes).toEqual({
      id: body.data.id,
      organization_id: clinic.demo.as("organization").id,
      name: "Sauna",
      type: "room",
      capacity: 1,
      buffer_minutes: 0,
      equipment: [],
      is_active: true,
      availability: [],
    });
    const nameless = await clinic.call("organization", "resource.create", { organization_id: "clinica-andes" });
    expectRefusal(nameless, { code: "VALIDATION_ERROR", pointer: "/data/attributes/name" });
  });

  it("keeps everything that it is told", async () => {
    const attributes = {
      name: "Ultrasound",
      type: "equipment",
      capacity: 2,
      buffer_minutes: 5,
      equipment: ["probe"],
      location: "Store room",
      rules: { deposit: true },
      timezone: "America/Punta_Arenas",
    };
    const week = [
      monday("09:00", "13:00"),
      monday("12:00", "12:30", { block_order: 1, is_available: false, timezone: "UTC" }),
    ];
    const created = await create({ ...attributes, availability: week });
    expect(created).toMatchObject(attributes);
    const read = await clinic.call("client", "resource.get", { resource_id: created.id });
    expect(read.body.data.attributes).toEqual(created);
    expect(created.availability).toEqual([
      {
        resource_id: created.id,
        day_of_week: 1,
        start_time: "09:00",
        end_time: "13:00",
        is_available: true,
        block_order: 0,
      },
      {
        resource_id: created.id,
        day_of_week: 1,
        start_time: "12:00",
        end_time: "12:30",
        is_available: false,
        timezone: "UTC",
        block_order: 1,
      },
    ]);
  });

  it("refuses two blocks with the same day and order, and takes another order (SVC-RES-007)", async () => {
    const twice = [monday("09:00", "10:00"), monday("11:00", "12:00")];
    const before = await storedDigest(clinic.demo);
    const request = { organization_id: "clinica-andes", name: "Twice", availability: twice };
    expectRefusal(await clinic.call("organization", "resource.create", request), {
      code: "CONFLICT",
      pointer: "/data/attributes/availability/1/block_order",
    });
    await expect(storedDigest(clinic.demo)).resolves.toEqual(before);
    await create({ availability: [twice[0], { ...twice[1], block_order: 1 }, { ...twice[0], day_of_week: 2 }] });
  });

  it.each([
    ["a block that ends before it starts", { availability: [monday("10:00", "09:00")] }, "availability/0/end_time"],
    ["a zone that is none", { timezone: "America/Atlantis" }, "timezone"],
    [
      "a block in a zone that is none",
      { availability: [monday("09:00", "10:00", { timezone: "Mars/Base" })] },
      "availability/0/timezone",
    ],
    ["another organization", { organization_id: "tutores-plaza" }, "organization_id"],
  ])("refuses %s", async (_what, attributes, place) => {
    const answer = await clinic.call("organization", "resource.create", {
      organization_id: "clinica-andes",
      name: "X",
      ...attributes,
    });
    expectRefusal(answer, { code: "VALIDATION_ERROR", pointer: `/data/attributes/${place}` });
  });
});

describe("who may", () => {
  it("read: everybody of the organization; write: the organization alone", async () => {
    const resource_id = clinic.id("Box 2");
    for (const party of ["organization", "provider", "client"] as const) {
      expect((await clinic.call(party, "resource.get", { resource_id })).status).toBe(200);
      const listed = succeeded(await clinic.call(party, "resource.list", { organization_id: "clinica-andes" }));
      expect(listed.body.data.map(({ id }: { id: string }) => id)).toContain(resource_id);
    }
    for (const party of ["provider", "client"] as const) {
      const request = { organization_id: "clinica-andes", name: "Mine" };
      expectRefusal(await clinic.call(party, "resource.create", request), "FORBIDDEN");
      expectRefusal(await clinic.call(party, "resource.update", { resource_id, capacity: 9 }), "FORBIDDEN");
      expectRefusal(await clinic.call(party, "resource.delete", { resource_id }), "FORBIDDEN");
    }
    expectRefusal(await clinic.demo.stranger.call("resource.get", { resource_id }), "UNAUTHORIZED");
  });

  it("reach: nobody another organization's (SVC-SEC-001)", async () => {
    const resource_id = clinic.id("Box 2");
    const days = { date_from: "2026-03-09", date_to: "2026-03-09" };
    const { demo } = clinic;
    const before = await storedDigest(demo);
    expectRefusal(await clinic.call("foreign_organization", "resource.get", { resource_id }), "NOT_FOUND");
    expectRefusal(
      await clinic.call("foreign_organization", "resource.update", { resource_id, name: "Ours" }),
      "NOT_FOUND",
    );
    expectRefusal(await clinic.call("foreign_organization", "resource.delete", { resource_id }), "NOT_FOUND");
    expectRefusal(
      await clinic.call("foreign_client", "resource.get_availability", { resource_id, ...days }),
      "NOT_FOUND",
    );
    const listed = succeeded(
      await clinic.call("foreign_organization", "resource.list", { organization_id: "clinica-andes" }),
    );
    expect(listed.body).toMatchObject({ data: [], meta: { total: 0 } });
    await expect(storedDigest(demo)).resolves.toEqual(before);
  });
});

describe("resource.list", () => {
  it("is by name, in pages, of a kind, in use or not", async () => {
    const { id } = await create({ name: "Aardvark chair", type: "chair" });
    const list = async (query: Record<string, unknown> = {}) =>
      succeeded(await clinic.call("organization", "resource.list", { organization_id: "clinica-andes", ...query }))
        .body;
    const first = await list({ per_page: 1 });
    expect(first.data).toHaveLength(1);
    expect(first.data[0]).toMatchObject({ id, attributes: { type: "chair", is_active: true } });
    expect(first.data[0].attributes).not.toHaveProperty("availability");
    expect((await list({ type: "chair" })).meta.total).toBe(1);
    succeeded(await clinic.call("organization", "resource.delete", { resource_id: id }));
    expect((await list({ type: "chair", is_active: true })).meta.total).toBe(0);
    expect((await list({ type: "chair", is_active: false })).meta.total).toBe(1);
    expectRefusal(await clinic.call("organization", "resource.list"), {
      code: "VALIDATION_ERROR",
      parameter: "organization_id",
    });
  });
});

describe("resource.update", () => {
  it("changes what it names and leaves the rest (SVC-RES-006)", async () => {
    const before = await create({
      buffer_minutes: 10,
      equipment: ["table"],
      rules: { shoes: false },
      availability: [monday("09:00", "10:00")],
    });
    const { body } = succeeded(
      await clinic.call("organization", "resource.update", { resource_id: before.id, capacity: 3 }),
    );
    expect(body.data.attributes).toEqual({ ...before, capacity: 3 });
    const week = [monday("14:00", "24:00", { block_order: 7 })];
    const after = succeeded(
      await clinic.call("organization", "resource.update", { resource_id: before.id, availability: week }),
    ).body.data.attributes;
    expect(after).toMatchObject({ capacity: 3, buffer_minutes: 10, equipment: ["table"] });
    expect(after.availability).toEqual([{ resource_id: before.id, ...week[0], is_available: true }]);
  });

  it("refuses less room than is booked, and a buffer that no longer fits between", async () => {
    const resource = await create({
      name: "Small gym",
      capacity: 2,
      availability: [1, 2, 3, 4, 5].map((day) => ({ ...monday("08:00", "20:00"), day_of_week: day })),
    });
    const book = async (startsAt: string, provider: string, client: string) => {
      const { service_id, ...parties } = {
        service_id: clinic.id("Physiotherapy session"),
        provider_id: clinic.id(provider),
        client_id: clinic.id(client),
      };
      succeeded(
        await clinic.call("organization", "scheduling.book", {
          service_id,
          ...parties,
          starts_at: startsAt,
          resource_id: resource.id,
        }),
      );
    };
    await book("2026-03-23T09:00:00-03:00", "Camila Rojas", "María");
    await book("2026-03-23T09:15:00-03:00", "Diego Fuentes", "Pedro");
    const update = (change: Record<string, unknown>) =>
      clinic.call("organization", "resource.update", { resource_id: resource.id, ...change });
    const refused = await update({ capacity: 1 });
    expectRefusal(refused, { code: "CONFLICT", pointer: "/data/attributes/capacity" });
    expect(refused.errors[0]?.meta).toMatchObject({ booked_at_once: 2 });
    await book("2026-03-23T10:00:00-03:00", "Camila Rojas", "Sofía");
    succeeded(await update({ buffer_minutes: 0, capacity: 3 }));
    succeeded(await update({ capacity: 2 }));
    expectRefusal(await update({ buffer_minutes: 20 }), {
      code: "CONFLICT",
      pointer: "/data/attributes/buffer_minutes",
    });
    succeeded(await update({ buffer_minutes: 20, capacity: 3 }));
  });
});

describe("resource.delete", () => {
  it("takes it out of use: it stays readable, is booked no more, and can be deleted again (SVC-RES-005)", async () => {
    const { id } = await create({ name: "Old box", availability: [{ ...monday("08:00", "20:00"), day_of_week: 2 }] });
    const first = succeeded(await clinic.call("organization", "resource.delete", { resource_id: id }));
    expect(first.body.data.attributes).toMatchObject({ id, is_active: false });
    const second = await clinic.call("organization", "resource.delete", { resource_id: id });
    expect([second.status, second.text]).toEqual([200, first.text]);
    expect(
      (await clinic.call("organization", "resource.get", { resource_id: id })).body.data.attributes.is_active,
    ).toBe(false);
    const booking = {
      service_id: clinic.id(REHABILITATION.offer),
      provider_id: clinic.id("Camila Rojas"),
      client_id: clinic.id("María"),
      resource_id: id,
      starts_at: "2026-03-24T09:00:00-03:00",
    };
    expectRefusal(await clinic.call("organization", "scheduling.book", booking), "RESOURCE_UNAVAILABLE");
    succeeded(await clinic.call("organization", "resource.update", { resource_id: id, is_active: true }));
    succeeded(await clinic.call("organization", "scheduling.book", booking));
  });
});
