import { describe, expect, it } from "vitest";
import { parseInstant } from "../clock.ts";
import { contractTerms } from "./default-contract.ts";
import { clientNoShowOutcome, graceEndsAt } from "./no-show.ts";

const start = parseInstant("2026-03-16T10:00:00-03:00");

describe("the grace period (lifecycle 6.1)", () => {
  it("is 15 minutes after the start unless the contract says otherwise", () => {
    expect(graceEndsAt(start, contractTerms("salud"))).toBe(parseInstant("2026-03-16T10:15:00-03:00"));
    expect(graceEndsAt(start, contractTerms("salud", { no_show_policy: { grace_minutes: 0 } }))).toBe(start);
  });
});

describe("the absence of a client", () => {
  const terms = (penalty_percent: number) =>
    contractTerms("salud", { no_show_policy: { client: { penalty_percent } } });

  it("costs the whole amount by default (SVC-EXC-005)", () => {
    expect(clientNoShowOutcome(contractTerms("salud"), { amountMinor: 35000, paidMinor: 0 })).toEqual({
      penaltyMinor: 35000,
      refundMinor: 0,
      resolution: "client_penalized",
    });
  });

  it("gives back what exceeds the penalty, rounded half up", () => {
    expect(clientNoShowOutcome(terms(50), { amountMinor: 35001, paidMinor: 35001 })).toEqual({
      penaltyMinor: 17501,
      refundMinor: 17500,
      resolution: "client_penalized",
    });
  });

  it("is free under a policy without penalty, and for a free service", () => {
    expect(clientNoShowOutcome(terms(0), { amountMinor: 35000, paidMinor: 35000 })).toEqual({
      penaltyMinor: 0,
      refundMinor: 35000,
      resolution: "free",
    });
    expect(clientNoShowOutcome(terms(100), { amountMinor: 0, paidMinor: 0 }).resolution).toBe("free");
  });
});
