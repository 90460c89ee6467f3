import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AssignmentPolicy } from "../rules/assignment.ts";
import { Clinic, succeeded } from "../testing/clinic.ts";
import {
  bookedPublicly,
  bookPublicly,
  confirmPublicly,
  LANE,
  setBookingRules,
  somebody,
} from "../testing/public-lane.ts";
import { expectRefusal } from "../testing/refusal.ts";
import { findPlace } from "./auto-assign.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const update = (table: "providers" | "clients", name: string, changes: Record<string, unknown>) =>
  clinic.demo.node.services.database.transaction(({ db }) =>
    db.updateTable(table).set(changes).where("id", "=", clinic.id(name)).execute(),
  );

const policy = (auto_assignment: AssignmentPolicy) => setBookingRules(clinic, { public_lane: true, auto_assignment });

/** Whom a public booking without a provider goes to. Monday mornings, when Camila and Diego are both there. */
async function assigned(startsAt: string, requester: Record<string, unknown> = somebody()): Promise<string> {
  const { session_id } = await bookedPublicly(clinic, { provider: "any", startsAt, requester });
  const { provider_id } = await clinic.session(session_id);
  return provider_id === clinic.id("Camila Rojas") ? "Camila" : "Diego";
}

const assignedAt = async (name: string) => {
  const row = await clinic.demo.node.services.database.read(({ db }) =>
    db.selectFrom("providers").select("lastAssignedAt").where("id", "=", clinic.id(name)).executeTakeFirstOrThrow(),
  );
  return row.lastAssignedAt;
};

beforeEach(async () => {
  for (const name of ["Camila Rojas", "Diego Fuentes"]) {
    await update("providers", name, { lastAssignedAt: null, priority: 0 });
  }
});

describe("a public booking without a provider", () => {
  it("goes to whoever is free, and to nobody else (SVC-SCHED-017)", async () => {
    await policy("round_robin");
    // Camila begins at nine, and Diego is not there on Thursdays before noon.
    expect(await assigned("2026-03-09T08:00:00-03:00")).toBe("Diego");
    expect(await assigned("2026-03-12T09:00:00-03:00")).toBe("Camila");
    const startsAt = "2026-03-09T09:00:00-03:00";
    expect(new Set([await assigned(startsAt), await assigned(startsAt)])).toEqual(new Set(["Camila", "Diego"]));
    expectRefusal(await bookPublicly(clinic, { provider: "any", startsAt }), "CONFLICT");
  });

  it("of several at once, each gets a provider of its own and the others none", async () => {
    await policy("random");
    const startsAt = "2026-03-09T10:00:00-03:00";
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => bookPublicly(clinic, { provider: "any", startsAt })),
    );
    const booked = answers.filter(({ status }) => status === 201);
    const sessions = await Promise.all(booked.map(({ body }) => clinic.session(body.data.id)));
    expect(sessions.map((session) => session.provider_id).toSorted()).toEqual(
      [clinic.id("Camila Rojas"), clinic.id("Diego Fuentes")].toSorted(),
    );
  });

  it("by round_robin goes to who waited longest, and remembers it", async () => {
    await policy("round_robin");
    await update("providers", "Camila Rojas", { lastAssignedAt: clinic.demo.clock.now() - 1000 });
    await update("providers", "Diego Fuentes", { lastAssignedAt: clinic.demo.clock.now() - 2000 });
    expect(await assigned("2026-03-16T09:00:00-03:00")).toBe("Diego");
    expect(await assignedAt("Diego Fuentes")).toBe(clinic.demo.clock.now());
    expect(await assigned("2026-03-16T10:00:00-03:00")).toBe("Camila");
  });

  it("that is refused is remembered as nobody's", async () => {
    await policy("round_robin");
    expectRefusal(await bookPublicly(clinic, { provider: "any", startsAt: "2026-03-14T10:00:00-03:00" }), "CONFLICT");
    expect([await assignedAt("Camila Rojas"), await assignedAt("Diego Fuentes")]).toEqual([null, null]);
  });

  it("by least_booked counts the occupying sessions of that week, from Monday to Sunday", async () => {
    await policy("least_booked");
    const book = (provider: string, startsAt: string) => clinic.book({ provider, startsAt, client: "Sofía" });
    succeeded(await book("Camila Rojas", "2026-03-27T12:00:00-03:00"));
    expect(await assigned("2026-03-23T09:00:00-03:00")).toBe("Diego");
    // One each now; Diego's of the next week, and one that was cancelled, do not count.
    succeeded(await book("Diego Fuentes", "2026-03-30T12:00:00-03:00"));
    const { body } = succeeded(await book("Diego Fuentes", "2026-03-25T12:00:00-03:00"));
    succeeded(await clinic.call("organization", "scheduling.cancel", { session_id: body.data.id }));
    succeeded(await book("Camila Rojas", "2026-03-26T12:00:00-03:00"));
    expect(await assigned("2026-03-23T10:00:00-03:00")).toBe("Diego");
  });

  it("by most_available goes to who has more of the day left", async () => {
    await policy("most_available");
    // Mondays: Camila has 8 hours, Diego 6.
    expect(await assigned("2026-04-13T09:00:00-04:00")).toBe("Camila");
    for (const time of ["14:30", "15:15", "16:00"]) {
      succeeded(await clinic.book({ startsAt: `2026-04-13T${time}:00-04:00`, client: "Sofía" }));
    }
    expect(await assigned("2026-04-13T10:00:00-04:00")).toBe("Diego");
  });

  it("by priority goes to the lowest rank that is free", async () => {
    await policy("priority");
    await update("providers", "Camila Rojas", { priority: 2 });
    await update("providers", "Diego Fuentes", { priority: 1 });
    expect(await assigned("2026-04-20T09:00:00-04:00")).toBe("Diego");
    expect(await assigned("2026-04-20T09:00:00-04:00")).toBe("Camila");
  });

  it("by manual has to name one; the client's titular provider is taken before that is asked", async () => {
    await policy("manual");
    const startsAt = "2026-04-27T09:00:00-04:00";
    expectRefusal(await bookPublicly(clinic, { provider: "any", startsAt }), {
      code: "VALIDATION_ERROR",
      pointer: "/data/attributes/provider_id",
    });
    await update("clients", "Sofía", { titularProviderId: clinic.id("Diego Fuentes") });
    const requester = { full_name: "Sofía Araya", phone: "+56955556666" };
    expect(await assigned(startsAt, requester)).toBe("Diego");
  });

  it("goes to the titular provider under every policy, and by the policy when that one is taken", async () => {
    await policy("priority");
    await update("providers", "Diego Fuentes", { priority: 9 });
    await update("clients", "Pedro", { titularProviderId: clinic.id("Diego Fuentes") });
    const requester = { full_name: "Pedro Muñoz", email: "pedro.munoz@correo.example" };
    expect(await assigned("2026-05-04T09:00:00-04:00", requester)).toBe("Diego");
    succeeded(await clinic.book({ provider: "Diego Fuentes", startsAt: "2026-05-04T10:00:00-04:00", client: "María" }));
    expect(await assigned("2026-05-04T10:00:00-04:00", requester)).toBe("Camila");
  });

  it("goes to a provider who is not there any more never", async () => {
    await policy("priority");
    await update("providers", "Camila Rojas", { active: false });
    expect(await assigned("2026-05-11T09:00:00-04:00")).toBe("Diego");
    expectRefusal(await bookPublicly(clinic, { provider: "any", startsAt: "2026-05-11T09:00:00-04:00" }), "CONFLICT");
    await update("providers", "Camila Rojas", { active: true });
  });

  it("may get another provider when it is replaced, and keeps one who was named", async () => {
    await policy("priority");
    await update("providers", "Diego Fuentes", { priority: 1 });
    const [day, other] = ["2026-05-18T09:00:00-04:00", "2026-05-18T08:00:00-04:00"];
    const move = (booking_token: string) =>
      clinic.demo.stranger.call("public_bookings.reschedule", { ...LANE, booking_token, new_datetime: other });
    const named = await bookedPublicly(clinic, { provider: "Camila Rojas", startsAt: day });
    expectRefusal(await move(named.booking_token), "CONFLICT");
    succeeded(await confirmPublicly(clinic, named.confirmation_token));
    const chosen = await bookedPublicly(clinic, { provider: "any", startsAt: "2026-05-18T10:00:00-04:00" });
    expect((await clinic.session(chosen.session_id)).provider_id).toBe(clinic.id("Camila Rojas"));
    const { body } = succeeded(await move(chosen.booking_token));
    expect((await clinic.session(body.data.id)).provider_id).toBe(clinic.id("Diego Fuentes"));
  });
});

describe("finding a place", () => {
  it("follows the randomness that it is given", async () => {
    await policy("random");
    const { database } = clinic.demo.node.services;
    const ids = [clinic.id("Camila Rojas"), clinic.id("Diego Fuentes")].toSorted();
    const chosen = (random: number) =>
      database.transaction(async (tx) => {
        const one = <Table extends "organizations" | "offers">(table: Table, column: "slug" | "id", value: string) =>
          tx.db
            .selectFrom(table as "offers")
            .selectAll()
            .where(column as "id", "=", value)
            .executeTakeFirstOrThrow();
        const organization = (await one("organizations", "slug", "clinica-andes")) as never;
        const offer = await one("offers", "id", clinic.id("Physiotherapy session"));
        const place = await findPlace(
          { tx, clock: clinic.demo.clock },
          {
            organization,
            offer,
            client: { id: clinic.id("María"), titularProviderId: null },
            startsAt: Date.parse("2026-05-25T09:00:00-04:00"),
            providerId: null,
            random: () => random,
          },
        );
        return place.providerId;
      });
    expect([await chosen(0), await chosen(0.49), await chosen(0.5), await chosen(0.99)]).toEqual([
      ids[0],
      ids[0],
      ids[1],
      ids[1],
    ]);
  });

  it("needs a resource when the offer does, even where there is none at all", async () => {
    await policy("priority");
    await clinic.demo.node.services.database.transaction(({ db }) =>
      db.updateTable("resources").set({ isActive: false }).execute(),
    );
    const refused = await bookPublicly(clinic, {
      offer: "Rehabilitation with equipment",
      provider: "any",
      startsAt: "2026-05-25T09:00:00-04:00",
    });
    expectRefusal(refused, "RESOURCE_UNAVAILABLE");
  });
});
