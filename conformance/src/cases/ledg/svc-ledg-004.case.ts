import { defineCase } from "../../define-case.ts";
import { OrderDesk } from "../../order-steps.ts";

export default defineCase({
  requirement: "SVC-LEDG-004",
  title: "a free service is verified with nothing billed and nothing collected",
  async run(context) {
    await OrderDesk.use(context, async (desk) => {
      const { currency } = (await context.world.bookable()).offer.price;
      for (const type of ["upfront", "on_delivery"]) {
        await context.positive(`at the price of 0, ${type}`, async (check) => {
          const pricing = { model: "fixed", currency, fixed_amount: 0 };
          const order = await desk.active({ pricing, payment_schedule: { type } });
          await desk.sessionIn(order, "verified");
          await desk.expectLedger(check, order, "of a free service", {
            verified: 1,
            consumed: 0,
            billed: 0,
            collected: 0,
          });
        });
      }
    });
  },
});
