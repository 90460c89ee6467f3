import { describe, expect, it } from "vitest";
import { newId } from "./ids.ts";

describe("identifiers (D-18)", () => {
  it("carry their prefix", () => {
    expect(newId("ses", { now: () => 1_700_000_000_000 })).toMatch(/^ses_[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  it("are distinct and sorted by time, also within one millisecond", () => {
    let time = 1_700_000_000_000;
    const clock = { now: () => time };
    const ids: string[] = [];
    for (let n = 0; n < 3000; n++) {
      if (n % 1000 === 0) time += 1;
      ids.push(newId("ses", clock));
    }
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(3000);
  });

  it("keep their order when the machine's time steps back", () => {
    let time = 1_700_000_000_000;
    const clock = { now: () => time };
    const first = newId("pay", clock);
    time -= 60_000;
    expect(newId("pay", clock) > first).toBe(true);
  });

  it("follow their own clock, whatever another clock shows", () => {
    newId("ses", { now: () => 4_000_000_000_000 });
    const here = newId("ses", { now: () => 1_700_000_000_000 });
    const later = newId("ses", { now: () => 1_700_000_000_001 });
    expect(later > here).toBe(true);
  });
});
