import { pay } from "../../accounts.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { deliverPartly } from "../../delivery-steps.ts";
import { decide, dispute } from "../../dispute-steps.ts";
import { fromMinor } from "../../money-amounts.ts";
import { OrderDesk } from "../../order-steps.ts";

/**
 * No published operation gives money back by itself. A dispute that its client wins does: what was received for the
 * delivery goes back (lifecycle 6.4).
 */
export default defineCase({
  requirement: "SVC-LEDG-008",
  title: "a refund lowers what is collected, and leaves what was verified",
  async run(context) {
    await context.world.needs("payments.record_payment");
    await OrderDesk.use(context, async (desk) => {
      await context.positive("a paid delivery whose client prevails, after one that was verified", async (check) => {
        const order = await desk.active({ payment_schedule: { type: "on_delivery" } });
        const session = await desk.sessionIn(order, "verified");
        const kept = need(
          (await desk.sales(order)).find((sale) => sale.sessionIds.includes(session.id)),
          "its sale",
        );
        check.resource(await pay(context, kept, kept.total), 201, "payments");
        const contested = await desk.sessionIn(order, "in_progress");
        // Without the whole evidence no rule decides before the organization does.
        const price = fromMinor(await desk.priceOf(contested), order.currency);
        const partial = { description: "all but the last minutes", adjusted_amount: price };
        await deliverPartly(context, contested, { partial, state: "charged" });
        const sales = await desk.sales(order);
        const second = need(
          sales.find((sale) => sale.sessionIds.includes(contested.id)),
          "the sale of the second one",
        );
        check.resource(await pay(context, second, second.total), 201, "payments");
        const { ledger: then } = await desk.ledger(order);
        check.equal("the ledger before", {
          expected: { verified: 1, collected: kept.total + second.total },
          actual: { verified: then.verified ?? null, collected: then.collected ?? null },
        });
        check.resource(await dispute(context, contested), 200, "sessions");
        const ended = await decide(context, contested, { to: "cancelled", party: "organization" });
        check.resource(ended, 200, "sessions");
        const { verified, hours, consumed } = then;
        const wanted = { verified, hours, consumed, collected: kept.total };
        await desk.expectLedger(check, order, "after the refund", { ...wanted });
      });
    });
  },
});
