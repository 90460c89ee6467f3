import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { OrderDesk } from "../../order-steps.ts";

const DELIVERIES = 3;

export default defineCase({
  requirement: "SVC-LEDG-006",
  title: "several deliveries stand under one invoice",
  async run(context) {
    await OrderDesk.use(context, async (desk) => {
      await context.positive(`${DELIVERIES} sessions of an order that is billed upfront`, async (check) => {
        const order = await desk.active();
        const sale = need((await desk.sales(order))[0], "the sale of the order");
        let consumed = 0;
        for (let count = 1; count <= DELIVERIES; count += 1) {
          consumed += await desk.priceOf(await desk.sessionIn(order, "verified"));
          const wanted = { verified: count, consumed, billed: sale.total };
          await desk.expectLedger(check, order, `after ${count} deliveries`, wanted);
        }
        const sales = await desk.sales(order);
        check.equal("sales of the order", { expected: [sale.id], actual: sales.map(({ id }) => id) });
      });
    });
  },
});
