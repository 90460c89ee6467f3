import { accountOf, standing } from "../../accounts.ts";
import { expectUnmoved, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { DISPUTABLE, decide, disputeRecord, openDispute } from "../../dispute-steps.ts";
import { toMinor } from "../../money-amounts.ts";
import { moveAs } from "../../session-acts.ts";

export default defineCase({
  requirement: "SVC-EXC-014",
  title: "when the provider prevails the session is charged, and verified after that",
  async run(context) {
    let control = null;
    for (const from of DISPUTABLE) {
      control = await context.positive(`a dispute from ${from}`, async (check) => {
        const session = await openDispute(context, from);
        const deadline = (await context.journeys.read(session.id)).answer.at(
          "data.attributes.lifecycle.verification_deadline",
        );
        const answer = await decide(context, session, { to: "charged", party: "organization" });
        if (check.resource(answer, 200, "sessions")) check.state(answer, "charged");
        const { answer: read, session: view } = await context.journeys.read(session.id);
        const status = read.at("data.attributes.billing.status");
        check.equal("billing.status", { expected: "charged", actual: status, answer: read });
        check.equal("verification_deadline stays", {
          expected: deadline,
          actual: read.at("data.attributes.lifecycle.verification_deadline"),
          answer: read,
        });
        const record = disputeRecord(view);
        check.equal("resolution", { expected: "provider_prevails", actual: record?.resolution, answer: read });
        check.holds("resolved_at", typeof record?.resolved_at === "string", {
          expected: "a datetime",
          actual: record,
          answer: read,
        });
        if (await context.world.declares("payments.get_status")) {
          const account = await accountOf(context, session.clientId);
          const { value, currency } = session.offer.price;
          check.equal("sales that charge it", {
            expected: [toMinor(value, currency)],
            actual: standing(account, session.id).map((sale) => sale.total),
            answer: account.answer,
          });
        }
        const verified = await moveAs(context, session, { to: "verified", party: "client" });
        if (check.resource(verified, 200, "sessions")) check.state(verified, "verified");
      });
    }
    await context.negative("it is verified while disputed", need(control), async (check) => {
      const session = await openDispute(context, "charged");
      const { session: before } = await context.journeys.read(session.id);
      check.refused(await moveAs(context, session, { to: "verified", party: "client" }), "INVALID_TRANSITION");
      await expectUnmoved(context, check, before);
    });
  },
});
