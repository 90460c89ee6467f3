import { describe, expect, it } from "vitest";
import { client, from, provider, resource, taken } from "./calendars.example.ts";
import { checkSlot, remainingCapacity, type SlotParties } from "./check-slot.ts";

const MINUTE = 60_000;
const check = (start: string, end: string, parties: Partial<SlotParties>) =>
  checkSlot({ ...from(start, end), offerId: "svc_1" }, { provider: null, resource: null, client: null, ...parties });

describe("a provider's time (lifecycle 9.1)", () => {
  it("is free inside its availability, to the minute", () => {
    expect(check("09:00", "12:00", { provider: provider() })).toBeNull();
    expect(check("11:30", "12:30", { provider: provider() })).toEqual({
      code: "CONFLICT",
      obstacle: "provider_closed",
    });
    expect(check("08:59", "09:30", { provider: provider() })).toEqual({
      code: "CONFLICT",
      obstacle: "provider_closed",
    });
  });

  it("does not collide with an adjacent session (SVC-SCHED-004)", () => {
    const busy = provider(taken("09:00", "10:00"));
    expect(check("10:00", "11:00", { provider: busy })).toBeNull();
    expect(check("09:59", "10:59", { provider: busy })).toEqual({ code: "CONFLICT", obstacle: "provider_busy" });
  });

  it("is free during the buffer of a resource (SVC-RES-002)", () => {
    const occupation = taken("09:00", "09:45", { resourceId: "res_1" });
    const used = resource({ buffer: 15 * MINUTE, occupations: [occupation] });
    const other = resource({ id: "res_2" });
    expect(check("09:45", "10:30", { provider: provider(occupation), resource: other })).toBeNull();
    expect(check("09:45", "10:30", { provider: provider(), resource: used })).toEqual({
      code: "RESOURCE_UNAVAILABLE",
      obstacle: "resource_full",
    });
    expect(check("10:00", "10:45", { provider: provider(occupation), resource: used })).toBeNull();
  });
});

describe("a client's time", () => {
  it("is taken by its sessions with anyone", () => {
    const busy = client(taken("10:00", "11:00", { offerId: "svc_other" }));
    expect(check("10:30", "11:30", { provider: provider(), client: busy })).toEqual({
      code: "CONFLICT",
      obstacle: "client_busy",
    });
    expect(check("11:00", "12:00", { provider: provider(), client: busy })).toBeNull();
  });
});

describe("a resource's time", () => {
  it("needs an active resource that is open", () => {
    expect(check("09:00", "10:00", { resource: resource({ isActive: false }) })?.obstacle).toBe("resource_inactive");
    expect(check("16:30", "17:30", { resource: resource() })).toEqual({
      code: "RESOURCE_UNAVAILABLE",
      obstacle: "resource_closed",
    });
    expect(check("09:00", "10:00", { resource: resource({ open: [] }) })?.obstacle).toBe("resource_closed");
  });

  it("lets the buffer, but not the session, reach past the end of a block", () => {
    expect(check("16:00", "17:00", { resource: resource({ buffer: 30 * MINUTE }) })).toBeNull();
  });

  it("counts the buffer of the new session against the next one", () => {
    const used = resource({ buffer: 15 * MINUTE, occupations: [taken("11:00", "12:00")] });
    expect(check("10:00", "11:00", { resource: used })?.obstacle).toBe("resource_full");
    expect(check("09:45", "10:45", { resource: used })).toBeNull();
  });

  it("takes as many clients at once as its capacity (SVC-RES-003)", () => {
    const used = resource({ capacity: 2, occupations: [taken("10:00", "11:00"), taken("10:30", "11:30")] });
    expect(check("10:15", "10:30", { resource: used })).toBeNull();
    expect(check("10:15", "10:45", { resource: used })?.obstacle).toBe("resource_full");
    expect(check("11:00", "12:00", { resource: used })).toBeNull();
    expect(remainingCapacity(from("09:00", "10:00"), used)).toBe(2);
    expect(remainingCapacity(from("10:00", "11:00"), used)).toBe(0);
  });
});

describe("a group", () => {
  const seat = taken("10:00", "11:00", { resourceId: "res_1" });
  const room = resource({ capacity: 3, occupations: [seat, seat] });

  it("takes a further client with the same offer, start and resource", () => {
    expect(check("10:00", "11:00", { provider: provider(seat, seat), resource: room })).toBeNull();
  });

  it("takes none at another start, in another resource, for another offer, or in a resource for one", () => {
    const busy = { code: "CONFLICT", obstacle: "provider_busy" };
    expect(check("10:15", "11:15", { provider: provider(seat), resource: room })).toEqual(busy);
    expect(
      check("10:00", "11:00", { provider: provider(seat), resource: resource({ id: "res_2", capacity: 3 }) }),
    ).toEqual(busy);
    expect(check("10:00", "11:00", { provider: provider({ ...seat, offerId: "svc_2" }), resource: room })).toEqual(
      busy,
    );
    expect(check("10:00", "11:00", { provider: provider(seat), resource: resource() })).toEqual(busy);
    expect(check("10:00", "11:00", { provider: provider(seat) })).toEqual(busy);
  });

  it("is full at the capacity of its resource", () => {
    const full = resource({ capacity: 2, occupations: [seat, seat] });
    expect(check("10:00", "11:00", { provider: provider(seat, seat), resource: full })).toEqual({
      code: "RESOURCE_UNAVAILABLE",
      obstacle: "resource_full",
    });
  });
});

describe("who is in the way", () => {
  it("is the provider or client before the resource (P-22)", () => {
    const parties = { provider: provider(taken("10:00", "11:00")), resource: resource({ isActive: false }) };
    expect(check("10:00", "11:00", parties)?.code).toBe("CONFLICT");
  });
});
