import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInstant } from "../clock.ts";
import { type CancellationQuestion, cancellationOutcome, reschedulingFee } from "./cancellation-policy.ts";
import { contractTerms } from "./default-contract.ts";

const HOUR = 3_600_000;
const SECOND = 1000;
const policy = contractTerms("salud").cancellation_policy;
const start = parseInstant("2026-03-16T10:00:00-03:00");

const ask = (remaining: number, rest: Partial<CancellationQuestion> = {}) =>
  cancellationOutcome({
    policy,
    state: "confirmed",
    by: "client",
    startsAt: start,
    now: start - remaining,
    amountMinor: 35000,
    paidMinor: 0,
    ...rest,
  });

describe("cancellation arithmetic (lifecycle 8)", () => {
  it.each([
    ["24 h 00 m 01 s before the start", ask(24 * HOUR + SECOND), 0, 0, 0],
    ["exactly 24 h before", ask(24 * HOUR), 50, 17500, 0],
    ["exactly 2 h before, prepaid", ask(2 * HOUR, { state: "scheduled", paidMinor: 35000 }), 50, 17500, 17500],
    ["1 h 59 m 59 s before, prepaid", ask(2 * HOUR - SECOND, { paidMinor: 35000 }), 100, 35000, 0],
    ["an odd amount, prepaid", ask(3 * HOUR, { amountMinor: 35001, paidMinor: 35001 }), 50, 17501, 17500],
    ["99.99 USD", ask(5 * HOUR, { amountMinor: 9999 }), 50, 5000, 0],
    ["the provider, 1 h before, prepaid", ask(HOUR, { by: "provider", paidMinor: 35000 }), 0, 0, 35000],
    ["the organization, 1 h before", ask(HOUR, { by: "organization" }), 0, 0, 0],
    ["from requested", ask(HOUR, { state: "requested" }), 0, 0, 0],
    ["from pending_confirmation", ask(HOUR, { state: "pending_confirmation" }), 0, 0, 0],
    ["from reassigning", ask(HOUR, { state: "reassigning" }), 0, 0, 0],
    ["from rescheduling", ask(HOUR, { state: "rescheduling" }), 100, 35000, 0],
    ["10 minutes after the start", ask(-10 * 60 * SECOND), 100, 35000, 0],
    ["a free service", ask(HOUR, { amountMinor: 0 }), 100, 0, 0],
  ])("%s", (_situation, outcome, penaltyPercent, penaltyMinor, refundMinor) => {
    expect(outcome).toMatchObject({ penaltyPercent, penaltyMinor, refundMinor });
  });

  it("counts instants, not clocks: the night of a clock change is an hour short (SVC-CANC-002)", () => {
    const outcome = ask(0, {
      startsAt: parseInstant("2026-09-06T08:00:00-03:00"),
      now: parseInstant("2026-09-05T08:00:00-04:00"),
    });
    expect(outcome).toMatchObject({ hoursBefore: 23, penaltyPercent: 50 });
  });

  it("shows a second more than 24 h as more than 24 h", () => {
    expect(ask(24 * HOUR + SECOND).hoursBefore).toBeGreaterThan(24);
  });

  it("never takes more than the amount, never gives back more than was paid, and never costs less for coming later", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -HOUR, max: 80 * HOUR }),
        fc.integer({ min: 0, max: 50 * HOUR }),
        fc.nat(10_000_000),
        fc.nat(10_000_000),
        (remaining, earlier, amountMinor, paidMinor) => {
          const late = ask(remaining, { amountMinor, paidMinor });
          const early = ask(remaining + earlier, { amountMinor, paidMinor });
          expect(late.penaltyMinor).toBeLessThanOrEqual(amountMinor);
          expect(late.refundMinor).toBeLessThanOrEqual(paidMinor);
          expect(late.refundMinor + late.penaltyMinor).toBeGreaterThanOrEqual(paidMinor);
          expect(early.penaltyMinor).toBeLessThanOrEqual(late.penaltyMinor);
        },
      ),
    );
  });
});

describe("a latest hour for cancellations (P-09, SVC-CANC-007)", () => {
  const strict = { ...policy, latest_hours_before: 4 };

  it("lets a client cancel until then", () => {
    expect(ask(4 * HOUR, { policy: strict }).penaltyPercent).toBe(50);
  });

  it("refuses a client later", () => {
    expect(() => ask(4 * HOUR - 1, { policy: strict })).toThrow(
      expect.objectContaining({ code: "CANCELLATION_OUTSIDE_POLICY" }),
    );
  });

  it.each(["provider", "organization", "system"] as const)("does not bind the %s", (by) => {
    expect(ask(HOUR, { policy: strict, by }).penaltyMinor).toBe(0);
  });
});

describe("the fee of a rescheduling (lifecycle 6.5)", () => {
  const situation = { by: "client", startsAt: start, now: start - HOUR, amountMinor: 35001 } as const;
  const tiers = [
    { hours_before: 6, inclusive: true, penalty_percent: 0 },
    { hours_before: 0, inclusive: true, penalty_percent: 10 },
  ];

  it("exists only by a policy of the contract, and only for the client", () => {
    expect(reschedulingFee(undefined, situation)).toBe(0);
    expect(reschedulingFee({ tiers }, situation)).toBe(3500);
    expect(reschedulingFee({ tiers }, { ...situation, now: start - 6 * HOUR })).toBe(0);
    expect(reschedulingFee({ tiers }, { ...situation, by: "provider" })).toBe(0);
  });
});
