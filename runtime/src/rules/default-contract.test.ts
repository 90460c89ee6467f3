import { describe, expect, it } from "vitest";
import { contractTerms, contractWarnings, type GivenTerms } from "./default-contract.ts";

describe("the defaults of a contract (objects 12)", () => {
  it("are the protocol's", () => {
    expect(contractTerms("fitness")).toEqual({
      required_evidence: [],
      dispute_window_hours: 48,
      verification_deadline_hours: 12,
      confirmation_policy: "any",
      cancellation_policy: {
        tiers: [
          { hours_before: 24, inclusive: false, penalty_percent: 0 },
          { hours_before: 2, inclusive: true, penalty_percent: 50 },
          { hours_before: 0, inclusive: true, penalty_percent: 100 },
        ],
      },
      no_show_policy: {
        grace_minutes: 15,
        client: { penalty_percent: 100 },
        provider: { action: "reassign", penalty_percent: 0 },
      },
    });
  });

  it("take the vertical's required kinds as evidence, unless the contract lists its own or none", () => {
    const kinds = ["clinical_record", "gps_checkin", "gps_checkout"];
    expect(contractTerms("kinesiología").required_evidence.toSorted()).toEqual(kinds);
    expect(contractTerms("salud", { required_evidence: ["x-own"] }).required_evidence).toEqual(["x-own"]);
    expect(contractTerms("salud", { required_evidence: [] }).required_evidence).toEqual([]);
  });

  it("are kept in the parts that a given policy leaves out", () => {
    const terms = contractTerms("fitness", {
      no_show_policy: { grace_minutes: 5 },
      cancellation_policy: { latest_hours_before: 1 },
    });
    expect(terms.no_show_policy).toEqual({
      grace_minutes: 5,
      client: { penalty_percent: 100 },
      provider: { action: "reassign", penalty_percent: 0 },
    });
    expect(terms.cancellation_policy.tiers).toHaveLength(3);
    expect(terms.cancellation_policy.latest_hours_before).toBe(1);
  });

  it("order tiers by falling hours, inclusive when nothing else is said", () => {
    const tiers = [
      { hours_before: 0, penalty_percent: 80 },
      { hours_before: 12, inclusive: false, penalty_percent: 10 },
    ];
    expect(contractTerms("fitness", { cancellation_policy: { tiers } }).cancellation_policy.tiers).toEqual([
      { hours_before: 12, inclusive: false, penalty_percent: 10 },
      { hours_before: 0, inclusive: true, penalty_percent: 80 },
    ]);
  });
});

describe("the limits of a contract", () => {
  it("let the verification window be 1 to 72 hours (SVC-VERI-002)", () => {
    expect(contractTerms("x", { verification_deadline_hours: 1 }).verification_deadline_hours).toBe(1);
    expect(contractTerms("x", { verification_deadline_hours: 72 }).verification_deadline_hours).toBe(72);
  });

  const tier = { hours_before: 1, penalty_percent: 50 };
  const broken: [string, GivenTerms][] = [
    ["/verification_deadline_hours", { verification_deadline_hours: 0 }],
    ["/verification_deadline_hours", { verification_deadline_hours: 73 }],
    ["/verification_deadline_hours", { verification_deadline_hours: 1.5 }],
    ["/dispute_window_hours", { dispute_window_hours: -1 }],
    ["/no_show_policy/grace_minutes", { no_show_policy: { grace_minutes: -1 } }],
    ["/no_show_policy/client/penalty_percent", { no_show_policy: { client: { penalty_percent: 101 } } }],
    ["/cancellation_policy/tiers", { cancellation_policy: { tiers: [] } }],
    ["/cancellation_policy/tiers", { cancellation_policy: { tiers: [{ ...tier, penalty_percent: 101 }] } }],
    ["/cancellation_policy/tiers", { cancellation_policy: { tiers: [{ ...tier, hours_before: -1 }] } }],
    ["/cancellation_policy/latest_hours_before", { cancellation_policy: { latest_hours_before: -1 } }],
    ["/rescheduling_policy/tiers", { rescheduling_policy: { tiers: [{ ...tier, penalty_percent: -1 }] } }],
    ["/max_dispute_amount", { max_dispute_amount: { value: 5, currency: "XX" } }],
  ];
  it.each(broken)("refuse %s: %j", (pointer, given) => {
    expect(() => contractTerms("x", given)).toThrow(
      expect.objectContaining({ code: "VALIDATION_ERROR", details: expect.objectContaining({ pointer }) }),
    );
  });

  it("allow a verification before the end of the dispute window, with a warning (D-33)", () => {
    expect(contractWarnings(contractTerms("x"))).toHaveLength(1);
    expect(contractWarnings(contractTerms("x", { verification_deadline_hours: 48 }))).toEqual([]);
  });
});
