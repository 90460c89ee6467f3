import { expectMove, expectUnmoved } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-VERI-005",
  title: "before the deadline only the client verifies, and only from charged",
  async run(context) {
    const control = await context.positive("the client verifies a charged session", async (check) => {
      await expectMove(context, check, {
        session: await context.journeys.walkTo("charged"),
        to: "verified",
        as: "client",
      });
    });
    for (const as of ["provider", "organization"] as const) {
      await context.negative(`the ${as} asks for verified`, control, async (check) => {
        const session = await context.journeys.walkTo("charged");
        const { session: before } = await context.journeys.read(session.id);
        check.refused(await context.journeys.transition(session, "verified", { as }), "FORBIDDEN");
        await expectUnmoved(context, check, before);
      });
    }
    for (const from of ["delivered", "documented"]) {
      await context.negative(`the client asks for verified from ${from}`, control, async (check) => {
        const session = await context.journeys.walkTo(from);
        const { session: before } = await context.journeys.read(session.id);
        check.refused(await context.journeys.transition(session, "verified", { as: "client" }), "INVALID_TRANSITION");
        await expectUnmoved(context, check, before);
      });
    }
  },
});
