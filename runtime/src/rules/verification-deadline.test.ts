import { describe, expect, it } from "vitest";
import { parseInstant } from "../clock.ts";
import { contractTerms } from "./default-contract.ts";
import { isVerificationDue, verificationDeadline } from "./verification-deadline.ts";

const delivered = parseInstant("2026-09-05T20:00:00-04:00");

describe("the verification deadline (D-08)", () => {
  it("is 12 h after the delivery unless the contract says otherwise, in elapsed time", () => {
    expect(verificationDeadline(delivered, contractTerms("salud"))).toBe(parseInstant("2026-09-06T09:00:00-03:00"));
    const long = contractTerms("salud", { verification_deadline_hours: 72 });
    expect(verificationDeadline(delivered, long) - delivered).toBe(72 * 3_600_000);
  });

  it("makes silence an acceptance only when it has come and the session is charged", () => {
    const due = (state: Parameters<typeof isVerificationDue>[0]["state"], now: number) =>
      isVerificationDue({ state, verificationDeadline: 1000 }, now);
    expect(due("charged", 999)).toBe(false);
    expect(due("charged", 1000)).toBe(true);
    expect(due("documented", 5000)).toBe(false);
    expect(due("disputed", 5000)).toBe(false);
    expect(isVerificationDue({ state: "charged", verificationDeadline: null }, 5000)).toBe(false);
  });
});
