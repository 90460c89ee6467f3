import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import type { TestAnswer } from "../../testing/party-client.ts";
import { expectRefusal } from "../../testing/refusal.ts";
import { storedDigest } from "../../testing/stored-rows.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const times = <Result>(count: number, make: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));
const statuses = (answers: readonly TestAnswer[]) => answers.map((answer) => answer.status).sort();

/** María, Pedro, Sofía and a further one. */
const CLIENTS = ["María", "Pedro", "Sofía", "Isapre"] as const;

describe("a booking", () => {
  it("opens a session in requested with the first record, the price and the contract", async () => {
    const startsAt = clinic.nextSlot();
    const { status, body } = await clinic.book({ startsAt, as: "client" });
    expect(status).toBe(201);
    const session = body.data.attributes;
    expect(session).toMatchObject({
      id: body.data.id,
      duration_minutes: 45,
      lifecycle: { current_state: "requested", exceptions: [] },
      billing: { amount: { value: 35_000, currency: "CLP" }, payer: clinic.id("María"), status: "pending" },
      schedule: { requested_at: clinic.now, duration_expected: 45 },
      human_intent_confirmed: false,
    });
    expect(Date.parse(session.starts_at)).toBe(Date.parse(startsAt));
    expect(session.schedule).not.toHaveProperty("scheduled_for");
    const first = { from: null, to: "requested", at: clinic.now, by: clinic.id("María"), method: "manual" };
    expect(session.lifecycle.transitions).toEqual([first]);
    expect(body.meta.transition).toEqual({ from: null, to: "requested", at: clinic.now });
  });

  it("names the client's payer unless it is told another", async () => {
    const booked = await clinic.book({ client: "Pedro" });
    expect(booked.body.data.attributes).toMatchObject({
      client: { payer_id: clinic.id("Isapre") },
      billing: { payer: clinic.id("Isapre") },
    });
  });

  it("takes any offset: it means an instant", async () => {
    const slot = clinic.nextSlot();
    const utc = new Date(slot).toISOString();
    succeeded(await clinic.book({ startsAt: utc }));
    expectRefusal(await clinic.book({ startsAt: slot, client: "Sofía" }), "CONFLICT");
  });

  it.each(["2026-03-02T08:00:00-03:00", "2026-03-02T07:59:59-03:00", "2020-01-01T00:00:00Z"])(
    "is refused for %s, which does not lie ahead",
    async (startsAt) => {
      expectRefusal(await clinic.book({ startsAt }), {
        code: "VALIDATION_ERROR",
        pointer: "/data/attributes/starts_at",
      });
    },
  );

  it.each([
    ["before the provider's day begins", "2026-03-10T08:45:00-03:00"],
    ["into the provider's lunch", "2026-03-10T12:30:00-03:00"],
    ["past the end of the provider's day", "2026-03-10T18:00:00-03:00"],
    ["on the provider's day off", "2026-03-14T10:00:00-03:00"],
  ])("is refused %s", async (_when, startsAt) => {
    expectRefusal(await clinic.book({ startsAt }), "CONFLICT");
  });

  it("is refused for a provider who does not deliver the offer, and for a missing resource", async () => {
    const answer = await clinic.book({ provider: "Valentina Soto", startsAt: "2026-03-10T11:00:00-03:00" });
    expectRefusal(answer, { code: "VALIDATION_ERROR", pointer: "/data/attributes/provider_id" });
    const bare = await clinic.book({ offer: "Rehabilitation with equipment" });
    expectRefusal(bare, { code: "VALIDATION_ERROR", pointer: "/data/attributes/resource_id" });
  });

  it("is refused with 403 for anybody else but the actor itself", async () => {
    expectRefusal(await clinic.book({ client: "Pedro", as: "client" }), "FORBIDDEN");
    expectRefusal(
      await clinic.book({ provider: "Diego Fuentes", startsAt: "2026-03-11T09:00:00-03:00", as: "provider" }),
      "FORBIDDEN",
    );
  });
});

describe("intervals", () => {
  it("are half-open: one may start when the other ends, and not a minute earlier", async () => {
    succeeded(await clinic.book({ startsAt: "2026-03-12T09:45:00-03:00" }));
    succeeded(await clinic.book({ startsAt: "2026-03-12T10:30:00-03:00", client: "Pedro" }));
    succeeded(await clinic.book({ startsAt: "2026-03-12T09:00:00-03:00", client: "Sofía" }));
    for (const startsAt of ["2026-03-12T11:14:00-03:00", "2026-03-12T10:29:59-03:00"]) {
      expectRefusal(await clinic.book({ startsAt, client: "Sofía" }), "CONFLICT");
    }
    succeeded(await clinic.book({ startsAt: "2026-03-12T11:15:00-03:00", client: "Sofía" }));
  });

  it("collide in the client's calendar, too", async () => {
    succeeded(await clinic.book({ startsAt: "2026-03-16T09:00:00-03:00" }));
    expectRefusal(await clinic.book({ provider: "Diego Fuentes", startsAt: "2026-03-16T09:30:00-03:00" }), "CONFLICT");
    succeeded(await clinic.book({ provider: "Diego Fuentes", startsAt: "2026-03-16T09:30:00-03:00", client: "Pedro" }));
  });

  it("keep a resource busy for its buffer after each session", async () => {
    const box = (startsAt: string, provider: string, client: string) =>
      clinic.book({ offer: "Rehabilitation with equipment", resource: "Box 1", startsAt, provider, client });
    succeeded(await box("2026-03-16T11:00:00-03:00", "Camila Rojas", "María"));
    expectRefusal(await box("2026-03-16T12:14:00-03:00", "Diego Fuentes", "Pedro"), "RESOURCE_UNAVAILABLE");
    succeeded(await box("2026-03-16T12:15:00-03:00", "Diego Fuentes", "Pedro"));
  });

  it("are free again as soon as the session in them is cancelled", async () => {
    const startsAt = clinic.nextSlot();
    const { body } = succeeded(await clinic.book({ startsAt }));
    expectRefusal(await clinic.book({ startsAt, client: "Pedro" }), "CONFLICT");
    succeeded(await clinic.call("client", "scheduling.cancel", { session_id: body.data.id }));
    succeeded(await clinic.book({ startsAt, client: "Pedro" }));
  });
});

describe("bookings that race for one slot", () => {
  it("succeed exactly once, whoever asks and however many: the others get 409 CONFLICT and leave nothing", async () => {
    const startsAt = clinic.nextSlot();
    const before = await storedDigest(clinic.demo);
    const answers = await times(100, (index) =>
      clinic.book({ startsAt, client: CLIENTS[index % CLIENTS.length] ?? "María" }),
    );
    expect(statuses(answers)).toEqual([201, ...Array.from({ length: 99 }, () => 409)]);
    for (const refused of answers.filter((answer) => answer.status === 409)) expectRefusal(refused, "CONFLICT");
    const after = await storedDigest(clinic.demo);
    const rows = (digest: Record<string, string>, table: string) => Number.parseInt(digest[table] ?? "", 10);
    expect(rows(after, "sessions") - rows(before, "sessions")).toBe(1);
    expect(rows(after, "transitions") - rows(before, "transitions")).toBe(1);
    expect(rows(after, "acknowledgements") - rows(before, "acknowledgements")).toBe(1);
  });

  it("succeed exactly once for one client at two providers", async () => {
    const startsAt = "2026-03-23T10:00:00-03:00";
    const providers = ["Camila Rojas", "Diego Fuentes"];
    const answers = await times(20, (index) => clinic.book({ startsAt, provider: providers[index % 2] ?? "" }));
    expect(statuses(answers).slice(0, 2)).toEqual([201, 409]);
  });

  it("succeed exactly once for one box at two providers: the others get 409 RESOURCE_UNAVAILABLE", async () => {
    const wishes = [
      { provider: "Camila Rojas", client: "María" },
      { provider: "Diego Fuentes", client: "Pedro" },
    ];
    const answers = await times(20, (index) =>
      clinic.book({
        offer: "Rehabilitation with equipment",
        resource: "Box 2",
        startsAt: "2026-03-25T09:00:00-03:00",
        ...wishes[index % 2],
      }),
    );
    expect(statuses(answers).slice(0, 2)).toEqual([201, 409]);
    const codes = new Set(answers.filter((answer) => answer.status === 409).map((answer) => answer.errors[0]?.code));
    expect([...codes].sort()).toEqual(["CONFLICT", "RESOURCE_UNAVAILABLE"]);
  });

  it("fill a room up to its capacity and not beyond, also as one provider's group", async () => {
    const startsAt = "2026-03-24T15:00:00-03:00";
    const clients = await times(10, async (index) => {
      const person = { email: `guest-${index}@correo.example`, name: `Guest ${index}`, last_name: "Pérez" };
      return succeeded(await clinic.call("organization", "clients.get_or_create", person)).body.data.id as string;
    });
    const answers = await times(clients.length, (index) =>
      clinic.call("organization", "scheduling.book", {
        service_id: clinic.id("Physiotherapy session"),
        provider_id: clinic.id("Camila Rojas"),
        client_id: clients[index],
        resource_id: clinic.id("Rehabilitation gym"),
        starts_at: startsAt,
      }),
    );
    expect(statuses(answers)).toEqual([201, 201, 201, 201, 409, 409, 409, 409, 409, 409]);
    for (const refused of answers.filter((answer) => answer.status === 409))
      expectRefusal(refused, "RESOURCE_UNAVAILABLE");
  });
});

describe("other tenants", () => {
  it("do not stand in each other's way, and do not show in a refusal", async () => {
    const foreign = clinic.demo.as("foreign_organization");
    const startsAt = "2026-03-24T16:00:00-03:00";
    const ids = {
      service_id: clinic.id("Mathematics tutoring"),
      provider_id: clinic.id("Inés Carrasco"),
      client_id: clinic.id("Tomás"),
    };
    expect((await foreign.call("scheduling.book", { ...ids, starts_at: startsAt })).status).toBe(201);
    const refused = await foreign.call("scheduling.book", { ...ids, starts_at: startsAt });
    expectRefusal(refused, "CONFLICT");
    expect(refused.text).not.toContain("Tomás");
  });
});
