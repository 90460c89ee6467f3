import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic, succeeded } from "../testing/clinic.ts";
import { expectRefusal } from "../testing/refusal.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const WEEK = [1, 2, 3, 4, 5].map((day_of_week) => ({ day_of_week, start_time: "08:00", end_time: "20:00" }));
const addRoom = async (name: string, attributes: Record<string, unknown> = {}): Promise<string> =>
  succeeded(
    await clinic.call("organization", "resource.create", {
      organization_id: "clinica-andes",
      name,
      type: "chair",
      equipment: [name.split(" ")[0]],
      availability: WEEK,
      ...attributes,
    }),
  ).body.data.id;
const takeAway = (resource_id: string) => clinic.call("organization", "resource.delete", { resource_id });

interface Wish {
  readonly startsAt?: string;
  readonly client?: string;
  readonly provider?: string;
}

/** A session on a resource in a state on the way to a delivery. */
async function sessionOn(
  resource_id: string,
  state: "requested" | "scheduled" | "confirmed",
  wish: Wish = {},
): Promise<string> {
  const { startsAt = clinic.nextSlot(), client = "María", provider = "Camila Rojas" } = wish;
  const booked = await clinic.call("organization", "scheduling.book", {
    service_id: clinic.id("Physiotherapy session"),
    provider_id: clinic.id(provider),
    client_id: clinic.id(client),
    starts_at: startsAt,
    resource_id,
  });
  const id: string = succeeded(booked).body.data.id;
  if (state !== "requested") succeeded(await clinic.transition("organization", id, { to_state: "scheduled" }));
  if (state === "confirmed") succeeded(await clinic.call("organization", "scheduling.confirm", { session_id: id }));
  return id;
}

describe("a session whose resource is taken out of use", () => {
  it.each(["requested", "scheduled", "confirmed"] as const)(
    "in %s gets an equivalent one, without a transition (P-12)",
    async (state) => {
      const lost = await addRoom(`alpha-${state} 1`);
      const spare = await addRoom(`alpha-${state} 2`);
      const id = await sessionOn(lost, state);
      const before = await clinic.session(id);
      succeeded(await takeAway(lost));
      const after = await clinic.session(id);
      expect(after.location).toMatchObject({ resource_id: spare });
      expect(after.resource_id).toBe(spare);
      expect(after.lifecycle).toMatchObject({ current_state: state, transitions: before.lifecycle.transitions });
      expect(after.lifecycle.exceptions).toEqual([
        {
          type: "resource_conflict",
          at: clinic.now,
          initiated_by: "system",
          resolution: "resource_replaced",
          resolved_at: clinic.now,
          details: { previous: lost, new: spare, cause: "resource_conflict" },
        },
      ]);
      expect([after.starts_at, after.ends_at]).toEqual([before.starts_at, before.ends_at]);
    },
  );

  it.each(["scheduled", "confirmed"] as const)(
    "in %s waits for a new time when there is none, and the record stays open",
    async (state) => {
      const lost = await addRoom(`beta-${state} 1`);
      const id = await sessionOn(lost, state);
      succeeded(await takeAway(lost));
      const lifecycle = await clinic.lifecycle(id);
      expect(lifecycle.current_state).toBe("rescheduling");
      const last = {
        from: state,
        to: "rescheduling",
        at: clinic.now,
        by: "system",
        method: "auto",
        metadata: { reason: "resource_conflict" },
      };
      expect(lifecycle.transitions.at(-1)).toEqual(last);
      const open = {
        type: "resource_conflict",
        at: clinic.now,
        initiated_by: "system",
        details: { previous: lost, cause: "resource_conflict" },
      };
      expect(lifecycle.exceptions).toEqual([open]);

      // No resource can be named with the new time, so nothing fits until there is one.
      const newTime = { session_id: id, new_datetime: clinic.nextSlot() };
      expectRefusal(await clinic.call("organization", "scheduling.reschedule", newTime), "RESOURCE_UNAVAILABLE");
      const spare = await addRoom(`beta-${state} 2`);
      const moved = succeeded(await clinic.call("organization", "scheduling.reschedule", newTime)).body.data.attributes;
      expect(moved.lifecycle.current_state).toBe("scheduled");
      expect(moved.resource_id).toBe(spare);
      expect(moved.lifecycle.exceptions).toEqual([
        { ...open, resolution: "rescheduled", resolved_at: clinic.now, details: { ...open.details, new: spare } },
      ]);
    },
  );

  it("in requested keeps its time and an open record, and cannot be scheduled before there is a place", async () => {
    const lost = await addRoom("gamma 1");
    const id = await sessionOn(lost, "requested");
    succeeded(await takeAway(lost));
    expect(await clinic.lifecycle(id)).toMatchObject({
      current_state: "requested",
      exceptions: [{ type: "resource_conflict" }],
    });
    expectRefusal(await clinic.transition("organization", id, { to_state: "scheduled" }), "RESOURCE_UNAVAILABLE");
    const spare = await addRoom("gamma 2");
    const scheduled = succeeded(await clinic.transition("organization", id, { to_state: "scheduled" })).body.data
      .attributes;
    expect(scheduled.resource_id).toBe(spare);
    expect(scheduled.lifecycle.exceptions[0]).toMatchObject({
      resolution: "resource_replaced",
      details: { previous: lost, new: spare },
    });
  });

  it("that is over, cancelled or under way is left alone", async () => {
    const lost = await addRoom("delta 1");
    await addRoom("delta 2");
    const cancelled = await sessionOn(lost, "scheduled");
    succeeded(await clinic.call("organization", "scheduling.cancel", { session_id: cancelled }));
    const running = await sessionOn(lost, "confirmed");
    succeeded(await clinic.call("provider", "delivery.checkin", { session_id: running }));
    succeeded(await takeAway(lost));
    for (const id of [cancelled, running]) expect((await clinic.session(id)).location.resource_id).toBe(lost);
    expect((await clinic.lifecycle(running)).exceptions).toEqual([]);
  });
});

describe("an equivalent resource", () => {
  it("has all of the equipment, is in use, and is free with its buffer", async () => {
    const lost = await addRoom("epsilon 1", { equipment: ["epsilon", "lamp"] });
    await addRoom("epsilon without lamp", { equipment: ["epsilon"] });
    await addRoom("epsilon closed", { equipment: ["epsilon", "lamp"], availability: [] });
    succeeded(await takeAway(await addRoom("epsilon gone", { equipment: ["epsilon", "lamp"] })));
    const taken = await addRoom("epsilon taken", { equipment: ["epsilon", "lamp"], buffer_minutes: 30 });
    const startsAt = "2026-03-30T10:00:00-03:00";
    await sessionOn(taken, "requested", {
      startsAt: "2026-03-30T09:00:00-03:00",
      provider: "Diego Fuentes",
      client: "Pedro",
    });
    const id = await sessionOn(lost, "confirmed", { startsAt });
    succeeded(await takeAway(lost));
    expect((await clinic.lifecycle(id)).current_state).toBe("rescheduling");

    const again = await addRoom("epsilon 3", { equipment: ["epsilon", "lamp"] });
    const later = await sessionOn(again, "confirmed", { startsAt: "2026-03-30T11:00:00-03:00", client: "Sofía" });
    const more = await addRoom("epsilon more", { equipment: ["lamp", "fan", "epsilon"], type: "room", capacity: 5 });
    succeeded(await takeAway(again));
    // The chair that is free by then comes before the larger room.
    expect((await clinic.session(later)).resource_id).toBe(taken);
    succeeded(await takeAway(taken));
    expect((await clinic.session(later)).resource_id).toBe(more);
    expect((await clinic.lifecycle(later)).exceptions).toHaveLength(2);
  });

  it("keeps a group together, or moves none of it", async () => {
    const lost = await addRoom("zeta 1", { capacity: 3 });
    const small = await addRoom("zeta small", { capacity: 1 });
    const startsAt = "2026-03-31T10:00:00-03:00";
    const group = [];
    for (const client of ["María", "Pedro", "Sofía"])
      group.push(await sessionOn(lost, "confirmed", { startsAt, client }));
    const large = await addRoom("zeta large", { capacity: 3 });
    succeeded(await takeAway(lost));
    for (const id of group) expect((await clinic.session(id)).resource_id).toBe(large);
    succeeded(await takeAway(large));
    for (const id of group) expect((await clinic.lifecycle(id)).current_state).toBe("rescheduling");
    expect((await clinic.session(group[0] ?? "")).resource_id).not.toBe(small);
  });
});

describe("a resource that opens less", () => {
  it("loses the sessions outside of its new week only", async () => {
    const lost = await addRoom("eta 1");
    const spare = await addRoom("eta 2");
    const morning = await sessionOn(lost, "confirmed", { startsAt: "2026-04-01T09:00:00-03:00" });
    const evening = await sessionOn(lost, "confirmed", { startsAt: "2026-04-01T17:00:00-03:00", client: "Pedro" });
    const availability = WEEK.map((block) => ({ ...block, end_time: "12:00" }));
    succeeded(await clinic.call("organization", "resource.update", { resource_id: lost, availability }));
    expect((await clinic.session(morning)).resource_id).toBe(lost);
    expect((await clinic.session(evening)).resource_id).toBe(spare);
    succeeded(await clinic.call("organization", "resource.update", { resource_id: lost, is_active: false }));
    expect((await clinic.session(morning)).resource_id).toBe(spare);
  });
});
