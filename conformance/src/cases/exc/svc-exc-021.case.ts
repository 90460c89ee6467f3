import { need } from "../../case-steps.ts";
import { offerWhere } from "../../contract-view.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { amountAt, fromMinor, halfUp, toMinor } from "../../money-amounts.ts";
import { bookRow } from "../../near-slots.ts";
import { moveAs } from "../../session-acts.ts";

export default defineCase({
  requirement: "SVC-EXC-021",
  title: "a partial delivery costs its share of the price",
  async run(context) {
    const chosen = await offerWhere(context, ({ offer }) => offer.price.value > 0 && offer.durationMinutes > 1);
    if (chosen === undefined) return context.notApplicable("every offer of the provider under test is free");
    const { durationMinutes, price } = chosen.offer;
    const whole = toMinor(price.value, price.currency);
    const parts = [...new Set([Math.floor(durationMinutes / 2), 1, durationMinutes - 1])];
    for (const minutes of parts) {
      const share = halfUp(whole * minutes, durationMinutes);
      await context.positive(`${minutes} of ${durationMinutes} minutes`, async (check) => {
        const from = context.world.now() + 86_400_000;
        const [booked] = await bookRow(context, chosen.offer, { count: 1, state: "in_progress", from });
        const session = need(booked);
        const partial = { description: "a part of it", delivered_minutes: minutes };
        const stopped = await moveAs(context, session, { to: "partial", party: "provider", attributes: { partial } });
        check.resource(stopped, 200, "sessions");
        check.equal("billing.amount", {
          expected: { minor: share, currency: price.currency },
          actual: amountAt(stopped.body, "data.attributes.billing.amount"),
          answer: stopped,
        });
        check.resource(await moveAs(context, session, { to: "documented", party: "provider" }), 200, "sessions");
        const charged = await moveAs(context, session, { to: "charged", party: "organization" });
        check.resource(charged, 200, "sessions");
        const { answer } = await context.journeys.read(session.id);
        check.equal("billing.amount when charged", {
          expected: fromMinor(share, price.currency),
          actual: answer.at("data.attributes.billing.amount.value"),
          answer,
        });
        check.equal("billing.status", {
          expected: "charged",
          actual: pickText(answer.body, "data.attributes.billing.status"),
          answer,
        });
      });
    }
  },
});
