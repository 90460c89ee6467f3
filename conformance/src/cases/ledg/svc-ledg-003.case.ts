import { pay } from "../../accounts.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { OrderDesk } from "../../order-steps.ts";

export default defineCase({
  requirement: "SVC-LEDG-003",
  title: "what is paid before the first delivery is collected, with nothing verified",
  async run(context) {
    await context.world.needs("payments.record_payment");
    await OrderDesk.use(context, async (desk) => {
      await context.positive("an order that is paid upfront", async (check) => {
        const order = await desk.active();
        const [sale, ...others] = await desk.sales(order);
        const { id, currency, total } = need(sale, "the sale of the order");
        check.equal("other sales of the order", { expected: 0, actual: others.length });
        const nothing = { verified: 0, hours: 0, consumed: 0, billed: total };
        await desk.expectLedger(check, order, "before the payment", { ...nothing, collected: 0 });
        check.resource(await pay(context, { id, currency }, total), 201, "payments");
        await desk.expectLedger(check, order, "after the payment", { ...nothing, collected: total });
        check.holds("what was paid", total > 0, { expected: "more than 0", actual: total });
      });
    });
  },
});
