import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeAttempt, turnsOffAfter } from "./webhook-retry.ts";

const MINUTE = 60_000;

describe("an attempt to deliver a webhook (channels 5)", () => {
  it.each([
    [1, "pending", 1 * MINUTE],
    [2, "pending", 5 * MINUTE],
    [3, "pending", 30 * MINUTE],
    [4, "abandoned", null],
  ])("number %i without an answer is %s", (attempts, status, retryIn) => {
    for (const answer of [null, 500, 502, 599]) {
      expect(judgeAttempt(attempts, answer)).toEqual({ status, retryIn, turnsOff: null });
    }
  });

  it("arrived with any 2xx, whichever attempt it was", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 200, max: 299 }), (attempts, answer) => {
        expect(judgeAttempt(attempts, answer)).toEqual({ status: "delivered", retryIn: null, turnsOff: null });
      }),
    );
  });

  it("failed for good with a redirect or any 4xx, and 410 turns the subscription off", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 300, max: 499 }), (attempts, answer) => {
        const gone = answer === 410;
        expect(judgeAttempt(attempts, answer)).toEqual({
          status: gone ? "abandoned" : "failed",
          retryIn: null,
          turnsOff: gone ? "subscriber_gone_410" : null,
        });
      }),
    );
  });

  it("turns the subscription off with the third abandoned delivery in a row", () => {
    expect([0, 1, 2, 3, 4].map(turnsOffAfter)).toEqual([false, false, false, true, true]);
  });
});
