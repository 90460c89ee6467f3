import { pay } from "../../accounts.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { OrderDesk } from "../../order-steps.ts";

export default defineCase({
  requirement: "SVC-LEDG-005",
  title: "what is paid in part is collected in part",
  async run(context) {
    await context.world.needs("payments.record_payment");
    await OrderDesk.use(context, async (desk) => {
      await context.positive("half of an order is paid, and a session verified", async (check) => {
        const order = await desk.active();
        const sale = need((await desk.sales(order))[0], "the sale of the order");
        const half = Math.floor(sale.total / 2);
        check.resource(await pay(context, sale, half), 201, "payments");
        await desk.expectLedger(check, order, "after half", { verified: 0, billed: sale.total, collected: half });
        await desk.sessionIn(order, "verified");
        await desk.expectLedger(check, order, "after a delivery", { verified: 1, billed: sale.total, collected: half });
        check.resource(await pay(context, sale, 1), 201, "payments");
        await desk.expectLedger(check, order, "after one more unit", { billed: sale.total, collected: half + 1 });
      });
    });
  },
});
