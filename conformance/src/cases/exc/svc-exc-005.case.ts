import { accountOf, standing } from "../../accounts.ts";
import { need } from "../../case-steps.ts";
import { offerWhere } from "../../contract-view.ts";
import { defineCase } from "../../define-case.ts";
import { amountAt, percentOf } from "../../money-amounts.ts";
import { bookRow } from "../../near-slots.ts";
import { afterGrace, markAbsent } from "../../no-show-steps.ts";

export default defineCase({
  requirement: "SVC-EXC-005",
  title: "a client who does not come is charged the penalty of the contract",
  phase: "clock",
  async run(context) {
    await context.world.advanceClock(1);
    const chosen = await offerWhere(
      context,
      ({ offer, contract }) => offer.price.value > 0 && contract.noShowPercent > 0,
    );
    if (chosen === undefined) return context.notApplicable("by no contract a no-show costs a client anything");
    await context.positive(`a no-show at ${chosen.contract.noShowPercent} percent`, async (check) => {
      const [booked] = await bookRow(context, chosen.offer, { count: 1 });
      const session = need(booked);
      const amount = need(amountAt(session.booked.body, "data.attributes.billing.amount"), "the amount of the booking");
      await afterGrace(context, session, chosen.contract);
      const { answer, session: read } = await markAbsent(context, session);
      check.equal("state", { expected: "cancelled", actual: read.state, answer });
      const status = answer.at("data.attributes.billing.status");
      check.equal("billing.status", { expected: "charged", actual: status, answer });
      const account = await accountOf(context, session.clientId);
      check.equal("sales that charge it", {
        expected: [percentOf(amount.minor, chosen.contract.noShowPercent)],
        actual: standing(account, session.id).map((sale) => sale.total),
        answer: account.answer,
      });
    });
  },
});
