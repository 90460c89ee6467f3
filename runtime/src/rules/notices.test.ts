import { describe, expect, it } from "vitest";
import { noticeOfBeginning, noticeOfSettlement, type TellingRecord } from "./notices.ts";

const record = (rest: Partial<TellingRecord>): TellingRecord => ({
  type: "cancellation",
  resolution: null,
  details: {},
  by: null,
  isMaterial: false,
  ...rest,
});

describe("the parties that an exception is told to (lifecycle 6)", () => {
  it.each<[string, Partial<TellingRecord>, string, string[]]>([
    [
      "a client no-show",
      { type: "no_show", details: { no_show_type: "client" } },
      "client_no_show",
      ["client", "provider"],
    ],
    ["a cancellation by the client", { by: "client" }, "cancelled", ["provider", "organization"]],
    ["a cancellation by the provider", { by: "provider" }, "cancelled", ["client", "organization"]],
    ["a cancellation by the system", {}, "cancelled", ["client", "provider", "organization"]],
    ["a dispute", { type: "dispute", by: "client" }, "evidence_requested", ["client", "provider"]],
    ["a partial delivery", { type: "partial", by: "provider" }, "partial_delivery", ["client", "organization"]],
    ["a session without a time", { type: "reschedule", by: "provider" }, "new_time_needed", ["client", "organization"]],
    ["a lost resource", { type: "resource_conflict" }, "new_time_needed", ["client", "provider", "organization"]],
    [
      "a resource replaced by its like",
      { type: "resource_conflict", resolution: "resource_replaced" },
      "resource_replaced",
      ["provider"],
    ],
    [
      "a resource replaced elsewhere",
      { type: "resource_conflict", resolution: "resource_replaced", isMaterial: true },
      "resource_replaced",
      ["provider", "client"],
    ],
  ])("%s", (_what, rest, occasion, to) => {
    expect(noticeOfBeginning(record(rest))).toEqual({ occasion, to });
  });

  it("wait until there is something to tell: an absent provider is replaced first, a new time is taken first", () => {
    expect(noticeOfBeginning(record({ type: "no_show", details: { no_show_type: "provider" } }))).toBeNull();
    expect(noticeOfBeginning(record({ type: "reschedule", details: { new: "2026-03-16T10:00:00Z" } }))).toBeNull();
  });

  it.each<[string, Partial<TellingRecord>, string, string[]]>([
    ["a replaced provider", { type: "no_show", resolution: "provider_reassigned" }, "provider_replaced", ["client"]],
    [
      "a new time",
      { type: "reschedule", resolution: "rescheduled" },
      "rescheduled",
      ["client", "provider", "organization"],
    ],
    [
      "a new time for a lost resource",
      { type: "resource_conflict", resolution: "rescheduled" },
      "rescheduled",
      ["client", "provider", "organization"],
    ],
    [
      "a decided dispute",
      { type: "dispute", resolution: "client_prevails" },
      "dispute_resolved",
      ["client", "provider"],
    ],
  ])("%s that settles it", (_what, rest, occasion, to) => {
    expect(noticeOfSettlement(record(rest))).toEqual({ occasion, to });
  });
});
