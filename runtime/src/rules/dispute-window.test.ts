import { describe, expect, it } from "vitest";
import { parseInstant } from "../clock.ts";
import { contractTerms } from "./default-contract.ts";
import { disputeWindowEnd } from "./dispute-window.ts";

describe("the dispute window (D-09, P-05)", () => {
  const delivered = parseInstant("2026-03-16T11:00:00-03:00");

  it("lasts 48 h from the delivery unless the contract says otherwise", () => {
    expect(disputeWindowEnd(delivered, contractTerms("salud"))).toBe(parseInstant("2026-03-18T11:00:00-03:00"));
    expect(disputeWindowEnd(delivered, contractTerms("salud", { dispute_window_hours: 2 }))).toBe(
      parseInstant("2026-03-16T13:00:00-03:00"),
    );
  });
});
