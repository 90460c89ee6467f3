import { expectCharged } from "../../cancellation-steps.ts";
import { need } from "../../case-steps.ts";
import { bindingTerms } from "../../contract-terms.ts";
import { contractOf, percentsBetween, readContract } from "../../contract-view.ts";
import { defineCase } from "../../define-case.ts";
import { demand } from "../../level-demands.ts";
import { amountAt, percentOf } from "../../money-amounts.ts";
import { ownSession, startOf } from "../../near-slots.ts";
import { cancelAs } from "../../session-acts.ts";

/** The moment of the command is known so well. */
const SLACK_MS = 10_000;

export default defineCase({
  requirement: "SVC-CONTR-002",
  title: "a session answers with the contract that it was booked under, and is bound by it",
  negativeOmitted: "no published operation changes a contract; what a session keeps is read, and its effect seen",
  async run(context) {
    await demand(context, "contract.get");
    const { offer } = await context.world.bookable();
    const inForce = need(await readContract(context, offer.serviceId), "the contract of the offer");
    const kept = await context.positive("the contract of a session, through its states", async (check) => {
      const session = await ownSession(context, "requested");
      for (const state of ["requested", "scheduled", "confirmed", "in_progress", "delivered"]) {
        const { session: read } = await context.journeys.read(session.id);
        if (read.state !== state) await context.journeys.advance(session, state);
        const own = await readContract(context, session.id);
        check.equal(`the terms in ${state}`, { expected: bindingTerms(inForce), actual: bindingTerms(own) });
        check.equal(`their version in ${state}`, { expected: inForce.version, actual: own?.version });
      }
    });
    await context.positive("a cancellation by the kept contract", async (check) => {
      if (!kept.passed) check.notVerified("the session does not show the contract that it keeps");
      const session = await ownSession(context, "confirmed");
      const own = contractOf(need(await readContract(context, session.id), "the contract of the session"));
      const amount = need(amountAt(session.booked.body, "data.attributes.billing.amount"), "the amount");
      const answer = await cancelAs(context, session, "client");
      check.resource(answer, 200, "sessions");
      const left = startOf(session) - context.world.now();
      const percents = percentsBetween(own.tiers, left - SLACK_MS, left + SLACK_MS);
      const seen = answer.at("meta.policy.penalty_percent");
      check.holds("penalty_percent", percents.includes(seen as number), {
        expected: percents.join(" or "),
        actual: seen,
        answer,
      });
      await expectCharged(context, check, { session, answer, penalty: percentOf(amount.minor, Number(seen)) });
    });
  },
});
