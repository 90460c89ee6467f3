import type { Answer } from "../../answer.ts";
import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import type { OwnedSession } from "../../journey-steps.ts";
import { pickNumber } from "../../json-path.ts";
import { amountAt, percentOf } from "../../money-amounts.ts";
import { ownSession, startOf } from "../../near-slots.ts";
import { cancelAs, moveAs } from "../../session-acts.ts";

const HOUR_MS = 3_600_000;
/** How far a node's rounding of the hours left may be off. */
const TOLERANCE_HOURS = 0.02;

/** Every figure of the policy, each in terms of the others: nothing was paid, so nothing can be given back. */
function expectPolicy(context: CaseContext, check: Check, ...[session, answer]: readonly [OwnedSession, Answer]): void {
  check.resource(answer, 200, "sessions");
  const amount = need(amountAt(session.booked.body, "data.attributes.billing.amount"), "the amount of the booking");
  const percent = pickNumber(answer.body, "meta.policy.penalty_percent");
  check.holds("meta.policy.penalty_percent", percent !== undefined && percent >= 0 && percent <= 100, {
    expected: "0 to 100",
    actual: answer.at("meta.policy"),
    answer,
  });
  const left = (startOf(session) - context.world.now()) / HOUR_MS;
  const stated = pickNumber(answer.body, "meta.policy.hours_before");
  check.holds("meta.policy.hours_before", stated !== undefined && Math.abs(stated - left) < TOLERANCE_HOURS, {
    expected: `about ${left.toFixed(3)}`,
    actual: stated,
    answer,
  });
  const money = { penalty: percentOf(amount.minor, percent ?? 0), refund: 0 };
  for (const [name, minor] of Object.entries(money)) {
    const actual = amountAt(answer.body, `meta.policy.${name}`);
    check.equal(`meta.policy.${name}`, { expected: { minor, currency: amount.currency }, actual, answer });
  }
}

/**
 * A prepayment is settled by a payment provider, and no published operation does it on any node: what is given back of
 * one cannot be brought about from outside. Judged is what every answer states, and that nothing is made up.
 */
export default defineCase({
  requirement: "SVC-CANC-006",
  title: "the answer to a cancellation states the penalty, and what goes back of what was paid before",
  async run(context) {
    await context.positive("the policy in the answer to a cancellation", async (check) => {
      const session = await ownSession(context, "confirmed");
      expectPolicy(context, check, session, await cancelAs(context, session, "client"));
    });
    await context.positive("the policy in the answer to a transition to cancelled", async (check) => {
      const session = await ownSession(context, "confirmed");
      expectPolicy(context, check, session, await moveAs(context, session, { to: "cancelled", party: "client" }));
    });
  },
});
