import { describe, expect, it } from "vitest";
import { catalogue } from "../evidence/catalogue.ts";
import { evidenceVertical, kindOf, kindsNamed } from "./evidence-kinds.ts";

const checkin = { latitude: -33.4, longitude: -70.6, event: "checkin" };

describe("which vertical rule applies (evidence 1)", () => {
  it.each([
    ["health", "health"],
    ["Kinesiología", "health"],
    ["NUTRICIÓN", "health"],
    ["hogar", "home"],
    ["educación", "education"],
    ["tecnologia", "consulting"],
    ["fitness", null],
    ["constructor", null],
  ])("%s falls under %s", (word, vertical) => {
    expect(evidenceVertical(word)).toBe(vertical);
  });
});

describe("the kind of an item (evidence 2)", () => {
  it("is told by type and discriminator", () => {
    expect(kindOf({ type: "gps", method: "auto", data: checkin }, "salud", catalogue)?.name).toBe("gps_checkin");
  });

  it("is none when the payload rule does not hold", () => {
    expect(kindOf({ type: "gps", method: "auto", data: { event: "checkin" } }, "salud", catalogue)).toBeNull();
  });

  it("is never an automatic one for an item captured by hand or by an agent", () => {
    expect(kindOf({ type: "gps", method: "manual", data: checkin }, "salud", catalogue)).toBeNull();
    expect(kindOf({ type: "gps", method: "agent", data: checkin }, "salud", catalogue)).toBeNull();
    expect(kindOf({ type: "gps", method: null, data: checkin }, "salud", catalogue)?.name).toBe("gps_checkin");
  });

  it("may be a manual one for an item captured by an agent, never for an automatic one", () => {
    const minutes = { type: "duration", data: { minutes: 60 } };
    expect(kindOf({ ...minutes, method: "agent" }, "legal", catalogue)?.name).toBe("billable_hours");
    expect(kindOf({ ...minutes, method: "auto" }, "legal", catalogue)).toBeNull();
  });

  it("belongs to the vertical of the session", () => {
    const minutes = { type: "duration", method: "manual", data: { minutes: 60 } } as const;
    expect(kindOf(minutes, "legal", catalogue)?.vertical).toBe("legal");
    expect(kindOf(minutes, "consulting", catalogue)).toBeNull();
    expect(kindOf(minutes, "fitness", catalogue)).toBeNull();
  });
});

describe("a kind's name in a contract", () => {
  it("may be a synonym", () => {
    expect(kindsNamed(catalogue.kinds, "check_in", "salud").map((kind) => kind.name)).toEqual(["gps_checkin"]);
  });

  it("means the kind of the session's vertical, else of any vertical", () => {
    expect(kindsNamed(catalogue.kinds, "billable_hours", "legal").map((kind) => kind.vertical)).toEqual(["legal"]);
    expect(kindsNamed(catalogue.kinds, "billable_hours", "fitness")).toHaveLength(2);
    expect(kindsNamed(catalogue.kinds, "x-own_kind", "legal")).toEqual([]);
  });
});
