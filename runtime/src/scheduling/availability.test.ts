import { describe, expect, it } from "vitest";
import {
  type AvailabilityMode,
  type AvailabilityQuestion,
  availabilityMode,
  findAvailability,
} from "./availability.ts";
import { client, from, provider, resource, taken } from "./calendars.example.ts";
import type { ProviderCalendar, ResourceCalendar } from "./calendars.ts";

const day = from("00:00", "23:59");
const byId = <T extends { id: string }>(list: T[]) => new Map(list.map((one) => [one.id, one]));

function ask(
  mode: AvailabilityMode,
  providers: ProviderCalendar[],
  resources: ResourceCalendar[],
  rest: Partial<AvailabilityQuestion> = {},
) {
  const calendars = { providers: byId(providers), resources: byId(resources), client: null };
  return findAvailability({
    mode,
    span: day,
    now: day.start,
    offerId: "svc_1",
    durationMinutes: 60,
    calendars,
    ...rest,
  });
}

describe("the mode of a query (lifecycle 9.4)", () => {
  it.each([
    [{ providerId: "prv_1" }, "provider_only"],
    [{ serviceId: "svc_1" }, "provider_only"],
    [{ serviceId: "svc_1", providerId: "prv_1" }, "provider_only"],
    [{ resourceId: "res_1" }, "resource_only"],
    [{ serviceId: "svc_1", resourceId: "res_1" }, "resource_only"],
    [{ providerId: "prv_1", resourceId: "res_1" }, "provider_and_resource"],
  ] as const)("of %j is %s", (target, mode) => {
    expect(availabilityMode(target)).toBe(mode);
  });

  it("is none when nothing is named (P-14)", () => {
    expect(() => availabilityMode({})).toThrow(expect.objectContaining({ code: "MISSING_AVAILABILITY_TARGET" }));
  });
});

describe("the answer", () => {
  it("never claims more confidence than its mode allows (SVC-SCHED-011)", () => {
    const scores = (mode: AvailabilityMode) =>
      new Set(ask(mode, [provider()], [resource()]).slots.map((slot) => slot.confidenceScore));
    expect(scores("provider_only")).toEqual(new Set([0.9]));
    expect(scores("resource_only")).toEqual(new Set([0.8]));
    expect(scores("provider_and_resource")).toEqual(new Set([1]));
  });

  it("names the objects that were asked for", () => {
    const first = (mode: AvailabilityMode) => ask(mode, [provider()], [resource()]).slots[0];
    expect(first("provider_only")).toMatchObject({ providerId: "prv_1", resourceId: null });
    expect(first("resource_only")).toMatchObject({ providerId: null, resourceId: "res_1" });
    expect(first("provider_and_resource")).toMatchObject({ providerId: "prv_1", resourceId: "res_1" });
  });

  it("to a service alone is the union over its providers, by start", () => {
    const busy = provider(taken("09:00", "17:00"));
    const other = { ...provider(), id: "prv_2" };
    const { slots } = ask("provider_only", [other, provider()], []);
    expect(slots.slice(0, 2).map((slot) => slot.providerId)).toEqual(["prv_1", "prv_2"]);
    expect(slots.map((slot) => slot.start)).toEqual(slots.map((slot) => slot.start).toSorted((a, b) => a - b));
    expect(new Set(ask("provider_only", [busy, other], []).slots.map((slot) => slot.providerId))).toEqual(
      new Set(["prv_2"]),
    );
  });

  it("leaves out the time of a known client", () => {
    const calendars = { providers: byId([provider()]), resources: new Map(), client: client(taken("09:00", "17:00")) };
    expect(ask("provider_only", [], [], { calendars }).slots).toEqual([]);
  });
});

describe("conflict_resolution", () => {
  it("is none in modes A and B (SVC-SCHED-012)", () => {
    const narrow = resource({ open: [from("09:00", "10:00")] });
    expect(ask("provider_only", [provider()], [narrow]).conflictResolution).toEqual({ type: "none" });
    expect(ask("resource_only", [provider()], [narrow]).conflictResolution).toEqual({ type: "none" });
  });

  it("is none in mode C when both are free at the same times", () => {
    const same = resource({ open: provider().open });
    expect(ask("provider_and_resource", [provider()], [same]).conflictResolution).toEqual({ type: "none" });
  });

  it("tells in mode C who is missing", () => {
    const narrow = resource({ open: [from("09:00", "10:00")] });
    expect(ask("provider_and_resource", [provider()], [narrow]).conflictResolution).toMatchObject({
      type: "provider_available_resource_unavailable",
      message: expect.any(String),
    });
    expect(ask("provider_and_resource", [provider()], [resource()]).conflictResolution.type).toBe(
      "resource_available_provider_unavailable",
    );
  });
});
