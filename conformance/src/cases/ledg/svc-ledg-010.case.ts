import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { fromMinor, toMinor } from "../../money-amounts.ts";
import { nearSlots, tryBookAt, walkOn } from "../../near-slots.ts";
import { OrderDesk, type OwnedOrder } from "../../order-steps.ts";

const DAY_MS = 86_400_000;
const MONTHS = 3;
/** Longer than any month, and a third of it far from two. */
const STEP_DAYS = 32;

/** A price for three months, billed month by month. */
async function monthly(context: CaseContext): Promise<{ total: number; changes: Record<string, unknown> }> {
  const { price } = (await context.world.bookable()).offer;
  const total = toMinor(price.value, price.currency) * MONTHS * 4;
  const start = new Date(context.world.now() + DAY_MS);
  const end = new Date(start);
  end.setUTCMonth(end.getUTCMonth() + MONTHS);
  return {
    total,
    changes: {
      term: { type: "monthly", starts_at: start.toISOString(), ends_at: end.toISOString() },
      pricing: { model: "fixed", currency: price.currency, fixed_amount: fromMinor(total, price.currency) },
      payment_schedule: { type: "periodic" },
    },
  };
}

/** A session under the order, from its booking to its verification, a few days ahead. */
async function verifyOne(context: CaseContext, order: OwnedOrder): Promise<void> {
  const { offer } = await context.world.bookable();
  const [slot] = await nearSlots(context, offer, { from: context.world.now() + 2 * DAY_MS });
  const booked = await tryBookAt(context, {
    offer,
    slot: need(slot, "a free slot"),
    clientId: order.clientId,
    attributes: { service_order_id: order.id },
  });
  await walkOn(context, need(booked, "a session under the order"), "verified");
}

export default defineCase({
  requirement: "SVC-LEDG-010",
  title: "periodic billing goes on period by period, whatever is delivered",
  phase: "calendar",
  async run(context) {
    await context.world.advanceClock(1);
    await context.world.meetClock();
    await OrderDesk.use(context, async (desk) => {
      await context.positive("two months without a delivery, and one in between", async (check) => {
        const { total, changes } = await monthly(context);
        const order = await desk.active(changes);
        const { ledger: first } = await desk.ledger(order);
        check.equal("the ledger at the beginning", {
          expected: { verified: 0, collected: 0 },
          actual: { verified: first.verified ?? null, collected: first.collected ?? null },
        });
        let billed = need(first.billed, "amount_billed");
        const expectMore = async (when: string, delivered: number) => {
          await context.world.advanceClock((STEP_DAYS * DAY_MS) / 1_000);
          const { ledger, answer } = await desk.ledger(order);
          const now = ledger.billed ?? 0;
          check.holds(`amount_billed ${when}`, now > billed && now <= total, {
            expected: `above ${billed}, at most ${total}`,
            actual: now,
            answer,
          });
          check.equal(`services_verified ${when}`, { expected: delivered, actual: ledger.verified, answer });
          billed = now;
        };
        await expectMore("after the first month", 0);
        await verifyOne(context, order);
        await desk.expectLedger(check, order, "after a delivery", { verified: 1, billed });
        await expectMore("after the second month", 1);
        const issued = (await desk.sales(order)).reduce((sum, sale) => sum + sale.total, 0);
        check.equal("sales of the order", { expected: billed, actual: issued });
      });
    });
  },
});
