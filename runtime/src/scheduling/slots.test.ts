import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, client, from, provider, resource, taken } from "./calendars.example.ts";
import { checkSlot } from "./check-slot.ts";
import type { Occupation } from "./occupation.ts";
import { freeSlots, type SlotSearch } from "./slots.ts";

const MINUTE = 60_000;
const day = from("00:00", "23:59");
const search = (rest: Partial<SlotSearch>): SlotSearch => ({
  span: day,
  now: day.start,
  offerId: "svc_1",
  durationMinutes: 60,
  provider: null,
  resource: null,
  client: null,
  ...rest,
});
const starts = (rest: Partial<SlotSearch>) =>
  freeSlots(search(rest)).map(({ start }) => new Date(start).toISOString().slice(11, 16));

describe("free slots (lifecycle 9.3, 9.4)", () => {
  it("lie whole in free time, by start", () => {
    const busy = provider(taken("10:00", "11:00"), taken("13:00", "16:00"));
    expect(starts({ provider: busy })).toEqual(["09:00", "11:00", "16:00"]);
  });

  it("are as long as asked for", () => {
    const [first] = freeSlots(search({ provider: provider(), durationMinutes: 45 }));
    expect(first).toEqual({ start: at("09:00"), end: at("09:45"), remainingCapacity: null });
  });

  it("are never in the past, nor at this very moment: neither can be booked (SVC-SCHED-013)", () => {
    expect(starts({ provider: provider(), now: at("15:00") })).toEqual(["15:15", "15:30", "15:45", "16:00"]);
    expect(starts({ provider: provider(), now: at("14:59") })[0]).toBe("15:00");
    expect(starts({ provider: provider(), now: at("15:01") })[0]).toBe("15:15");
  });

  it("keep the buffer of a resource on both sides (SVC-SCHED-010)", () => {
    const used = resource({ buffer: 15 * MINUTE, occupations: [taken("11:00", "15:00")] });
    expect(starts({ resource: used })).toEqual([
      "09:00",
      "09:15",
      "09:30",
      "09:45",
      "15:15",
      "15:30",
      "15:45",
      "16:00",
    ]);
  });

  it("leave out what a known client has already", () => {
    const usual = starts({ provider: provider() });
    const without = starts({ provider: provider(), client: client(taken("09:00", "11:45")) });
    expect(usual).toContain("11:00");
    expect(without[0]).toBe("13:00");
  });

  it("say how many clients still fit, and offer a running group at its own start", () => {
    const seat = taken("10:05", "11:05", { resourceId: "res_1" });
    const room = resource({ capacity: 3, occupations: [seat] });
    const slots = freeSlots(search({ provider: provider(seat), resource: room }));
    expect(slots).toContainEqual({ start: at("10:05"), end: at("11:05"), remainingCapacity: 2 });
    expect(slots).toContainEqual({ start: at("09:00"), end: at("10:00"), remainingCapacity: 3 });
    expect(slots.some(({ start }) => start === at("10:15"))).toBe(false);
  });

  it("are none without a provider or a resource", () => {
    expect(starts({})).toEqual([]);
  });
});

describe("the intersection of provider and resource", () => {
  const occupation = fc.tuple(fc.integer({ min: 8 * 60, max: 17 * 60 }), fc.integer({ min: 1, max: 90 })).map(
    ([start, length]): Occupation => ({
      ...taken("09:00", "10:00"),
      start: day.start + start * MINUTE,
      end: day.start + (start + length) * MINUTE,
    }),
  );
  const some = fc.array(occupation, { maxLength: 5 });

  it("is exactly what both offer alone, and every slot of it can be booked (SVC-SCHED-010, SVC-SCHED-013)", () => {
    fc.assert(
      fc.property(
        some,
        some,
        fc.integer({ min: 5, max: 120 }),
        fc.integer({ min: 0, max: 40 }),
        (a, b, durationMinutes, buffer) => {
          const person = provider(...a);
          const room = resource({ occupations: b, buffer: buffer * MINUTE, capacity: 2 });
          const both = freeSlots(search({ provider: person, resource: room, durationMinutes }));
          const alone = new Set(freeSlots(search({ resource: room, durationMinutes })).map(({ start }) => start));
          const expected = freeSlots(search({ provider: person, durationMinutes })).filter(({ start }) =>
            alone.has(start),
          );
          expect(both.map(({ start }) => start)).toEqual(expected.map(({ start }) => start));
          for (const slot of both) {
            expect(
              checkSlot({ ...slot, offerId: "svc_1" }, { provider: person, resource: room, client: null }),
            ).toBeNull();
          }
        },
      ),
    );
  });
});
