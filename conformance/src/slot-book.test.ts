import { describe, expect, it } from "vitest";
import { type Slot, SlotBook } from "./slot-book.ts";

function slot(start: string, end: string): Slot {
  const at = (time: string) => `2027-03-01T${time}:00Z`;
  return { providerId: "p", startsAt: at(start), endsAt: at(end), resourceId: undefined };
}

const QUARTERS = [slot("09:00", "09:45"), slot("09:15", "10:00"), slot("09:45", "10:30"), slot("10:30", "11:15")];

describe("slots handed out", () => {
  it("never overlap, and adjacent ones do not count as overlapping", () => {
    const book = new SlotBook(QUARTERS);
    expect([book.take(), book.take(), book.take()].map((one) => one.startsAt.slice(11, 16))).toEqual([
      "09:00",
      "09:45",
      "10:30",
    ]);
    expect(() => book.take()).toThrow("no free slot is left");
  });

  it("come as adjacent pairs when asked for", () => {
    const [first, second] = new SlotBook(QUARTERS.slice(1)).takeAdjacent();
    expect([first.startsAt, first.endsAt]).toEqual([QUARTERS[2]?.startsAt, second.startsAt]);
  });

  it("come as a run with the time between them kept", () => {
    const book = new SlotBook(QUARTERS);
    const run = book.takeRun([0, 45, 90], 45);
    expect(run).toEqual([QUARTERS[0], QUARTERS[2], QUARTERS[3]]);
    expect(() => book.take()).toThrow("no free slot is left");
    expect(() => new SlotBook(QUARTERS).takeRun([0, 20], 45)).toThrow("no free slot is left");
  });

  it("are free of what another book of the same client has handed out", () => {
    const book = new SlotBook(QUARTERS);
    book.take();
    expect(book.sharingClient(QUARTERS).take().startsAt).toBe(QUARTERS[2]?.startsAt);
  });

  it("are not in the past of a clock that was moved", () => {
    let now = Date.parse("2027-03-01T00:00:00Z");
    const book = new SlotBook(QUARTERS, 0, { notBefore: () => now });
    now = Date.parse("2027-03-01T10:00:00Z");
    expect(book.take().startsAt).toBe(QUARTERS[3]?.startsAt);
  });
});
