import { machines } from "@servicialo/schema/0.8/machines";
import { describe, expect, it } from "vitest";
import type { BillingStatus } from "../lifecycle/states.ts";
import { type BillingEvent, billingStatusAfter, billingStatusFrom, type ChargeFacts } from "./billing-status.ts";

describe("billing status (lifecycle 7)", () => {
  it("is charged by the sale, but stays paid when it was prepaid (SVC-BILL-003)", () => {
    expect(billingStatusAfter("pending", { type: "charged" })).toBe("charged");
    expect(billingStatusAfter("paid", { type: "charged" })).toBe("paid");
  });

  it("is invoiced by a tax document unless it is paid", () => {
    expect(billingStatusAfter("charged", { type: "tax_document_issued" })).toBe("invoiced");
    expect(billingStatusAfter("paid", { type: "tax_document_issued" })).toBe("paid");
  });

  it("is paid once payments reach the total", () => {
    expect(billingStatusAfter("charged", { type: "settled" })).toBe("paid");
  });

  it("goes back to what it was, at least charged, when the provider prevails", () => {
    expect(billingStatusAfter("charged", { type: "dispute_opened" })).toBe("disputed");
    expect(billingStatusAfter("disputed", { type: "provider_prevailed", before: "paid" })).toBe("paid");
    expect(billingStatusAfter("disputed", { type: "provider_prevailed", before: "pending" })).toBe("charged");
    expect(billingStatusAfter("disputed", { type: "client_prevailed" })).toBe("pending");
  });

  it.each([
    ["unpaid without penalty", "pending", 0, 0, "pending"],
    ["unpaid with a penalty", "pending", 17500, 0, "charged"],
    ["prepaid with a penalty", "paid", 17500, 35000, "paid"],
    ["prepaid without penalty", "paid", 0, 35000, "pending"],
  ] as const)("after a cancellation, %s (P-15)", (_situation, status, penaltyMinor, paidMinor, after) => {
    expect(billingStatusAfter(status, { type: "cancelled", penaltyMinor, paidMinor })).toBe(after);
  });

  it("only makes moves that the billing machine has", () => {
    const statuses = machines.billing.states.map((state) => state.name);
    const anywhere: BillingEvent[] = [{ type: "charged" }, { type: "dispute_opened" }];
    for (const from of statuses.filter(
      (status): status is Exclude<BillingStatus, "disputed"> => status !== "disputed",
    )) {
      for (const event of anywhere) {
        const to = billingStatusAfter(from, event);
        const known = machines.billing.moves.some((move) => move.from === from && move.to === to);
        expect({ from, to, known: known || from === to }).toEqual({ from, to, known: true });
      }
    }
  });
});

describe("billing status recomputed from the records", () => {
  const sale: ChargeFacts = { purpose: "delivery", transactional: true, voided: false, everPaid: false };
  const facts = { state: "charged", charges: [sale], prepaid: false, taxDocument: false } as const;

  it.each([
    ["a charged session", facts, "charged"],
    ["one with a tax document", { ...facts, taxDocument: true }, "invoiced"],
    ["a paid one", { ...facts, charges: [{ ...sale, everPaid: true }] }, "paid"],
    [
      "one in an order, whose charge only informs",
      { ...facts, charges: [{ ...sale, transactional: false, everPaid: true }] },
      "charged",
    ],
    ["a disputed one", { ...facts, state: "disputed" }, "disputed"],
    ["one whose charge was voided", { ...facts, charges: [{ ...sale, voided: true }] }, "pending"],
    ["a prepaid booking", { ...facts, state: "requested", charges: [], prepaid: true }, "paid"],
    [
      "a cancelled one with a penalty",
      { ...facts, state: "cancelled", charges: [{ ...sale, purpose: "penalty" }] },
      "charged",
    ],
    ["a cancelled one whose sale stands for others", { ...facts, state: "cancelled" }, "pending"],
  ] as const)("%s", (_what, given, status) => {
    expect(billingStatusFrom(given)).toBe(status);
  });
});
