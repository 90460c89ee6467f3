import { accountOf, pay, standing } from "../../accounts.ts";
import { expectUnmoved, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { dispute, undecidable } from "../../dispute-steps.ts";

export default defineCase({
  requirement: "SVC-EXC-012",
  title: "a dispute sets billing.status to disputed and freezes the charge",
  async run(context) {
    await context.positive("from delivered, before anything was charged", async (check) => {
      const session = await undecidable(context, "delivered");
      check.resource(await dispute(context, session), 200, "sessions");
      const { answer } = await context.journeys.read(session.id);
      const status = answer.at("data.attributes.billing.status");
      check.equal("billing.status", { expected: "disputed", actual: status, answer });
    });
    const documented = await context.positive("a documented session is charged", async (check) => {
      const session = await undecidable(context, "documented");
      check.resource(await context.journeys.charge(session), 201, "sales");
    });
    await context.negative("it is charged while disputed", documented, async (check) => {
      const session = await undecidable(context, "documented");
      check.resource(await dispute(context, session), 200, "sessions");
      const { session: before } = await context.journeys.read(session.id);
      check.refused(await context.journeys.charge(session), "CONFLICT", "INVALID_TRANSITION");
      await expectUnmoved(context, check, before);
      const { answer } = await context.journeys.read(session.id);
      const status = answer.at("data.attributes.billing.status");
      check.equal("billing.status", { expected: "disputed", actual: status, answer });
    });
    await context.world.needs("payments.record_payment");
    const control = await context.positive("a charged session takes a payment", async (check) => {
      const session = await undecidable(context, "charged");
      const sale = standing(await accountOf(context, session.clientId), session.id)[0];
      const answer = await pay(context, need(sale, "the sale of a charged session"), 1);
      check.resource(answer, 201, "payments");
      return { session, sale: need(sale) };
    });
    await context.negative("it takes none while disputed", control, async (check) => {
      const { session, sale } = need(control.value);
      check.resource(await dispute(context, session), 200, "sessions");
      const { answer } = await context.journeys.read(session.id);
      const status = answer.at("data.attributes.billing.status");
      check.equal("billing.status", { expected: "disputed", actual: status, answer });
      check.refused(await pay(context, sale, 1), "CONFLICT");
      const account = await accountOf(context, session.clientId);
      const after = account.sales.find((one) => one.id === sale.id);
      check.equal("what was received", { expected: 1, actual: after?.paid, answer: account.answer });
    });
  },
});
