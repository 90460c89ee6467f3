import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { deliverPartly } from "../../delivery-steps.ts";
import { halfUp } from "../../money-amounts.ts";
import { OrderDesk } from "../../order-steps.ts";

export default defineCase({
  requirement: "SVC-LEDG-007",
  title: "a partial delivery counts once, with its share of the amount",
  async run(context) {
    await OrderDesk.use(context, async (desk) => {
      const { durationMinutes } = (await context.world.bookable()).offer;
      const minutes = Math.floor(durationMinutes / 2);
      await context.positive(`${minutes} of ${durationMinutes} minutes, billed on delivery`, async (check) => {
        const order = await desk.active({ payment_schedule: { type: "on_delivery" } });
        const session = await desk.sessionIn(order, "in_progress");
        const share = halfUp((await desk.priceOf(session)) * minutes, durationMinutes);
        const partial = { description: "the first half", delivered_minutes: minutes };
        await deliverPartly(context, session, { partial, state: "charged" });
        await desk.expectLedger(check, order, "once it is charged", { verified: 0, consumed: 0, billed: share });
        const verified = await context.journeys.transition(session, "verified");
        check.resource(verified, 200, "sessions");
        await desk.expectLedger(check, order, "once it is verified", { verified: 1, consumed: share, billed: share });
        const [sale, ...others] = await desk.sales(order);
        check.equal("sales of the order", {
          expected: [share],
          actual: [need(sale), ...others].map((one) => one.total),
        });
      });
    });
  },
});
