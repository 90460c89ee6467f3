import { expectCharged, expectPenaltyAt } from "../../cancellation-steps.ts";
import { need } from "../../case-steps.ts";
import { offerWhere, percentAt, type TermedOffer } from "../../contract-view.ts";
import { defineCase } from "../../define-case.ts";
import { bookRow, startOf } from "../../near-slots.ts";
import { cancelAs } from "../../session-acts.ts";

const HOUR_MS = 3_600_000;

/** A moment at which a client's cancellation costs something: an hour before, or earlier where that is forbidden. */
function costlyMoment({ contract }: TermedOffer): number {
  return Math.max(1, (contract.latestHoursBefore ?? 0) + 0.5) * HOUR_MS;
}

export default defineCase({
  requirement: "SVC-CANC-005",
  title: "a cancellation by the provider's side costs the client nothing",
  phase: "clock",
  async run(context) {
    await context.world.advanceClock(1);
    const costs = (one: TermedOffer) =>
      one.offer.price.value > 0 && percentAt(one.contract.tiers, costlyMoment(one)) > 0;
    const chosen = await offerWhere(context, costs);
    if (chosen === undefined) return context.notApplicable("by no contract a cancellation costs a client anything");
    const beforeMs = costlyMoment(chosen);
    const [first, second, third] = await bookRow(context, chosen.offer, {
      count: 3,
      from: context.world.now() + beforeMs + HOUR_MS,
    });
    await context.positive("control: the client pays that late", async (check) => {
      await expectPenaltyAt(context, check, { session: need(first), tiers: chosen.contract.tiers, beforeMs });
    });
    for (const [party, session] of [["provider", second] as const, ["organization", third] as const]) {
      await context.positive(`that late, by the ${party}`, async (check) => {
        const booked = need(session);
        await context.world.moveClockTo(startOf(booked) - beforeMs);
        const answer = await cancelAs(context, booked, party);
        check.resource(answer, 200, "sessions");
        check.state(answer, "cancelled");
        const percent = answer.at("meta.policy.penalty_percent");
        check.equal("meta.policy.penalty_percent", { expected: 0, actual: percent, answer });
        await expectCharged(context, check, { session: booked, answer, penalty: 0 });
      });
    }
  },
});
