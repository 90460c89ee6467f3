import { coreStates } from "../../artefacts.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { deliverFor } from "../../delivery-steps.ts";
import { walkOn } from "../../near-slots.ts";
import { OrderDesk } from "../../order-steps.ts";

const MINUTES = 30;

export default defineCase({
  requirement: "SVC-LEDG-002",
  title: "a session counts in the ledger from its verification on, and not before",
  async run(context) {
    await OrderDesk.use(context, async (desk) => {
      const order = await desk.active();
      const control = await context.positive("verified", async (check) => {
        const session = await desk.sessionIn(order, "requested");
        const minutes = await deliverFor(context, session, MINUTES);
        check.holds("minutes that were delivered", minutes >= MINUTES && minutes <= MINUTES + 1, {
          expected: String(MINUTES),
          actual: minutes,
        });
        await walkOn(context, session, "charged");
        await desk.expectLedger(check, order, "before it is verified", { verified: 0, hours: 0, consumed: 0 });
        const counted = { verified: 1, hours: minutes / 60, consumed: await desk.priceOf(session) };
        await walkOn(context, session, "verified");
        await desk.expectLedger(check, order, "once it is verified", counted);
        return counted;
      });
      await context.negative("not verified, in any state", control, async (check) => {
        const counted = need(control.value);
        const session = await desk.sessionIn(order, "requested");
        for (const state of ["scheduled", "confirmed"]) {
          await walkOn(context, session, state);
          await desk.expectLedger(check, order, `with another one in ${state}`, counted);
        }
        await deliverFor(context, session, MINUTES);
        for (const state of coreStates().slice(coreStates().indexOf("delivered"), -1)) {
          await walkOn(context, session, state);
          await desk.expectLedger(check, order, `with another one in ${state}`, counted);
        }
      });
      await context.positive("one that is cancelled", async (check) => {
        const { ledger: then } = await desk.ledger(order);
        const session = await desk.sessionIn(order, "confirmed");
        const answer = await context.journeys.transition(session, "cancelled");
        check.resource(answer, 200, "sessions");
        const { verified, hours, consumed } = then;
        await desk.expectLedger(check, order, "after a cancellation", { verified, hours, consumed });
      });
    });
  },
});
