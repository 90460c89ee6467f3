import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic, succeeded } from "../testing/clinic.ts";
import { expectRefusal } from "../testing/refusal.ts";
import { storedDigest } from "../testing/stored-rows.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const zulu = (moment: string) => new Date(moment).toISOString().replace(".000Z", "Z");
const reschedule = (id: string, new_datetime: string, party: "client" | "organization" = "client") =>
  clinic.call(party, "scheduling.reschedule", { session_id: id, new_datetime });

describe("rescheduling", () => {
  it.each(["scheduled", "confirmed"] as const)(
    "moves a %s session in two records, frees the old slot and takes the new one",
    async (state) => {
      const id = await clinic.sessionIn(state);
      const { starts_at: previous } = await clinic.session(id);
      const wanted = clinic.nextSlot();
      const { body } = succeeded(await reschedule(id, wanted));
      const session = body.data.attributes;
      expect(body.data.id).toBe(id);
      expect(session).toMatchObject({
        starts_at: zulu(wanted),
        schedule: { scheduled_for: zulu(wanted) },
        provider: { id: clinic.id("Camila Rojas") },
      });
      expect(session.lifecycle.transitions.slice(-2)).toMatchObject([
        { from: state, to: "rescheduling", by: clinic.id("María"), method: "manual" },
        { from: "rescheduling", to: "scheduled", by: "system", method: "auto" },
      ]);
      expect(body.meta.transitions).toHaveLength(2);
      const [exception] = session.lifecycle.exceptions;
      expect(exception).toMatchObject({
        type: "reschedule",
        resolution: "rescheduled",
        resolved_at: clinic.now,
        details: { previous },
      });
      expect(zulu(exception.details.new)).toBe(zulu(wanted));
      succeeded(await clinic.book({ startsAt: previous, client: "Pedro" }));
      expectRefusal(await clinic.book({ startsAt: wanted, client: "Pedro" }), "CONFLICT");
      succeeded(await clinic.call("client", "scheduling.confirm", { session_id: id }));
    },
  );

  it("to a time that is taken, closed, past or no time leaves the session as it was", async () => {
    const id = await clinic.sessionIn("confirmed");
    const taken = clinic.nextSlot();
    succeeded(await clinic.book({ startsAt: taken, client: "Pedro" }));
    const before = await storedDigest(clinic.demo);
    expectRefusal(await reschedule(id, taken), "CONFLICT");
    expectRefusal(await reschedule(id, "2026-03-15T10:00:00-03:00"), "CONFLICT");
    expectRefusal(await reschedule(id, "2026-03-02T07:00:00-03:00"), {
      code: "VALIDATION_ERROR",
      pointer: "/data/attributes/new_datetime",
    });
    expectRefusal(await reschedule(id, "2026-03-16T10:00:00"), {
      code: "VALIDATION_ERROR",
      pointer: "/data/attributes/new_datetime",
    });
    expect(await storedDigest(clinic.demo)).toEqual(before);
  });

  it("may overlap its own old slot", async () => {
    const id = await clinic.sessionIn("scheduled", { startsAt: "2026-03-30T09:00:00-03:00" });
    succeeded(await reschedule(id, "2026-03-30T09:15:00-03:00"));
    expectRefusal(await clinic.book({ startsAt: "2026-03-30T09:45:00-03:00", client: "Pedro" }), "CONFLICT");
    succeeded(await clinic.book({ startsAt: "2026-03-30T10:00:00-03:00", client: "Pedro" }));
  });

  it("of a session with a resource checks the resource, buffer included", async () => {
    const box = { offer: "Rehabilitation with equipment", resource: "Box 1" };
    const id = await clinic.sessionIn("scheduled", { ...box, startsAt: "2026-03-31T15:00:00-03:00" });
    succeeded(
      await clinic.book({ ...box, startsAt: "2026-03-31T12:00:00-03:00", provider: "Diego Fuentes", client: "Pedro" }),
    );
    expectRefusal(await reschedule(id, "2026-03-31T11:00:00-03:00"), "RESOURCE_UNAVAILABLE");
    succeeded(await reschedule(id, "2026-03-31T10:45:00-03:00"));
  });

  it("without a new time waits, and holds the old slot until there is one", async () => {
    const id = await clinic.sessionIn("rescheduling");
    const { starts_at: old } = await clinic.session(id);
    const [open] = (await clinic.lifecycle(id)).exceptions;
    expect(open).toMatchObject({ type: "reschedule" });
    expect(open).not.toHaveProperty("resolved_at");
    expectRefusal(await clinic.book({ startsAt: old, client: "Pedro" }), "CONFLICT");
    const wanted = clinic.nextSlot();
    succeeded(await reschedule(id, wanted));
    const { current_state, exceptions, transitions } = await clinic.lifecycle(id);
    expect([current_state, exceptions.length, transitions.length]).toEqual(["scheduled", 1, 4]);
    expect(exceptions[0]).toMatchObject({ resolution: "rescheduled", resolved_at: clinic.now });
    succeeded(await clinic.book({ startsAt: old, client: "Pedro" }));
  });

  it.each(["requested", "pending_confirmation", "reassigning", "in_progress", "verified", "cancelled"] as const)(
    "is refused from %s",
    async (state) => {
      const id = await clinic.sessionIn(state);
      expectRefusal(await reschedule(id, clinic.nextSlot()), "INVALID_TRANSITION");
    },
  );

  it("is open to the parties only", async () => {
    const id = await clinic.sessionIn("scheduled");
    expectRefusal(
      await clinic.call("second_provider", "scheduling.reschedule", {
        session_id: id,
        new_datetime: clinic.nextSlot(),
      }),
      "FORBIDDEN",
    );
    succeeded(
      await clinic.call("provider", "scheduling.reschedule", { session_id: id, new_datetime: clinic.nextSlot() }),
    );
  });
});
