import { expectBooking, expectMove } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-CANC-008",
  title: "cancelling frees the slot at once",
  async run(context) {
    for (const from of ["requested", "confirmed"]) {
      await context.positive(`the slot of a session cancelled in ${from}`, async (check) => {
        const session = await context.journeys.walkTo(from);
        const { attributes } = await context.journeys.bookingAttributes({ slot: session.slot });
        check.refused(await context.node.call("scheduling.book", { attributes }), "CONFLICT", "RESOURCE_UNAVAILABLE");
        await expectMove(context, check, { session, to: "cancelled" });
        await expectBooking(context, check, { slot: session.slot });
      });
    }
  },
});
