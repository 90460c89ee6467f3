import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountStatus, saleBalance } from "./payment-balance.ts";

describe("the balance of a sale (objects 14)", () => {
  it.each([
    [35000, 0, false, 35000, "open"],
    [35000, 17500, false, 17500, "partially_paid"],
    [35000, 35000, false, 0, "paid"],
    [0, 0, false, 0, "paid"],
    [35000, 17500, true, 0, "voided"],
  ])("of %d with %d paid, voided %s, is %d and %s", (totalMinor, paidMinor, voided, dueMinor, status) => {
    expect(saleBalance({ totalMinor, paidMinor, voided })).toEqual({ dueMinor, status });
  });

  it("is paid exactly when payments reach the total (SVC-PAY-006)", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(fc.integer({ min: 1, max: 1_000_000 })),
        (totalMinor, wishes) => {
          let paidMinor = 0;
          for (const wish of wishes) {
            const { dueMinor, status } = saleBalance({ totalMinor, paidMinor, voided: false });
            expect(status === "paid").toBe(paidMinor === totalMinor);
            expect(dueMinor + paidMinor).toBe(totalMinor);
            paidMinor += Math.min(wish, dueMinor);
          }
        },
      ),
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
