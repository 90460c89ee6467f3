import { expectMove, expectUnmoved } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-CANC-001",
  title: "cancelling is possible before delivery only",
  async run(context) {
    let control = null;
    for (const from of ["requested", "scheduled", "confirmed"]) {
      control = await context.positive(`from ${from}`, async (check) => {
        await expectMove(context, check, { session: await context.journeys.walkTo(from), to: "cancelled" });
      });
    }
    if (control === null) return;
    for (const from of ["in_progress", "delivered", "documented", "charged", "verified"]) {
      await context.negative(`from ${from}`, control, async (check) => {
        const session = await context.journeys.walkTo(from);
        const { session: before } = await context.journeys.read(session.id);
        check.refused(await context.journeys.transition(session, "cancelled"), "INVALID_TRANSITION");
        if (await context.world.declares("scheduling.cancel")) {
          check.refused(await context.journeys.operate("scheduling.cancel", session), "INVALID_TRANSITION");
        }
        await expectUnmoved(context, check, before);
      });
    }
  },
});
