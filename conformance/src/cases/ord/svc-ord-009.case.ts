import { accountOf, pay, saleOf } from "../../accounts.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { isRecord } from "../../json-path.ts";
import { OrderDesk } from "../../order-steps.ts";

export default defineCase({
  requirement: "SVC-ORD-009",
  title: "a session of an order is not invoiced on its own",
  async run(context) {
    await OrderDesk.use(context, async (desk) => {
      const charged = await context.positive("its charge only informs", async (check) => {
        const order = await desk.active();
        const session = await desk.sessionIn(order, "documented");
        const unit_price = (await context.journeys.read(session.id)).answer.at("data.attributes.billing.amount.value");
        const answer = await context.journeys.charge(session, { unit_price });
        check.resource(answer, 201, "sales");
        check.equal("transactional", { expected: false, actual: answer.at("data.attributes.transactional"), answer });
        const attributes = answer.at("data.attributes");
        const [issued] = await desk.sales(order);
        const sale = saleOf(isRecord(attributes) ? attributes : {});
        return {
          order,
          sale: { ...sale, id: String(answer.at("data.id")) },
          issued: need(issued, "the sale of the order"),
        };
      });
      await context.world.needs("payments.record_payment");
      const control = await context.positive("the sale that the order issues takes a payment", async (check) => {
        check.resource(await pay(context, need(charged.value).issued, 1), 201, "payments");
      });
      await context.negative("the charge of the session takes one", control, async (check) => {
        const { sale, order, issued } = need(charged.value);
        check.refused(await pay(context, sale, 1), "CONFLICT");
        const account = await accountOf(context, order.clientId);
        const after = account.sales.find((one) => one.id === sale.id);
        check.equal("what was received for the session", {
          expected: 0,
          actual: after?.paid ?? 0,
          answer: account.answer,
        });
        const still = account.sales.find((one) => one.id === issued.id);
        check.equal("what was received for the order", { expected: 1, actual: still?.paid, answer: account.answer });
      });
    });
  },
});
