import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountStatus, forgivenByRefund, type SaleFacts, saleBalance } from "./payment-balance.ts";

const unpaid: SaleFacts = {
  totalMinor: 35000,
  voided: false,
  transactional: true,
  paymentsMinor: 0,
  refundsMinor: 0,
  refundsForgivenMinor: 0,
  chargebacksMinor: 0,
  writtenOffMinor: 0,
};
const paid: SaleFacts = { ...unpaid, paymentsMinor: 35000 };

describe("the balance of a sale (objects 14)", () => {
  it.each([
    [35000, 0, false, 35000, "open"],
    [35000, 17500, false, 17500, "partially_paid"],
    [35000, 35000, false, 0, "paid"],
    [0, 0, false, 0, "paid"],
    [35000, 17500, true, 0, "voided"],
  ])("of %d with %d paid, voided %s, is %d and %s", (totalMinor, paymentsMinor, voided, dueMinor, status) => {
    expect(saleBalance({ ...unpaid, totalMinor, paymentsMinor, voided })).toMatchObject({ dueMinor, status });
  });

  it("is paid exactly when payments reach the total (SVC-PAY-006)", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(fc.integer({ min: 1, max: 1_000_000 })),
        (totalMinor, wishes) => {
          let paymentsMinor = 0;
          for (const wish of wishes) {
            const { dueMinor, paidMinor, status } = saleBalance({ ...unpaid, totalMinor, paymentsMinor });
            expect(status === "paid").toBe(paymentsMinor === totalMinor);
            expect(dueMinor + paidMinor).toBe(totalMinor);
            paymentsMinor += Math.min(wish, dueMinor);
          }
        },
      ),
    );
  });

  it("stays paid after a refund, and nothing is owed again", () => {
    const refunded = { ...paid, refundsMinor: 10000, refundsForgivenMinor: 10000 };
    expect(saleBalance(refunded)).toEqual({ paidMinor: 25000, forgivenMinor: 10000, dueMinor: 0, status: "paid" });
  });

  it("is owed again after a chargeback", () => {
    expect(saleBalance({ ...paid, chargebacksMinor: 35000 })).toMatchObject({
      paidMinor: 0,
      dueMinor: 35000,
      status: "open",
    });
  });

  it("owes nothing once it is written off, without having been paid", () => {
    expect(saleBalance({ ...unpaid, writtenOffMinor: 35000 })).toMatchObject({ dueMinor: 0, status: "open" });
  });

  it("owes nothing when it only informs (P-17)", () => {
    expect(saleBalance({ ...unpaid, transactional: false })).toMatchObject({ dueMinor: 0, status: "open" });
  });
});

describe("a refund", () => {
  it("takes the charge back with it, save for what was paid above it", () => {
    const sale = { totalMinor: 17500, forgivenMinor: 0, paidMinor: 35000, voided: false };
    expect(forgivenByRefund({ ...sale, amountMinor: 17500 })).toBe(0);
    expect(forgivenByRefund({ ...sale, amountMinor: 20000 })).toBe(2500);
    expect(forgivenByRefund({ ...sale, voided: true, amountMinor: 35000 })).toBe(0);
  });

  it("never leaves a debt behind, nor more than was received", () => {
    const amount = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 100 }), (totalMinor, paymentsMinor, percent) => {
        const before = saleBalance({ ...unpaid, totalMinor, paymentsMinor });
        const refundsMinor = Math.floor((before.paidMinor * percent) / 100);
        const refundsForgivenMinor = forgivenByRefund({
          ...before,
          totalMinor,
          voided: false,
          amountMinor: refundsMinor,
        });
        const after = saleBalance({ ...unpaid, totalMinor, paymentsMinor, refundsMinor, refundsForgivenMinor });
        expect(after.dueMinor).toBe(before.dueMinor);
        expect(after.status).toBe(before.status);
        expect(after.paidMinor).toBe(before.paidMinor - refundsMinor);
      }),
    );
  });
});

describe("a client's account (objects 16)", () => {
  it("is settled, owing or in credit", () => {
    expect(accountStatus(100, 100)).toBe("settled");
    expect(accountStatus(100, 40)).toBe("owing");
    expect(accountStatus(100, 140)).toBe("in_credit");
  });
});
