import { expectBooking } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-HTTP-002",
  title: "enveloped answers are application/vnd.api+json",
  async run(context) {
    await context.positive("registry.search", async (check) => {
      const { vertical = "health" } = await context.world.organization();
      const answer = await context.node.call("registry.search", { query: { vertical } });
      check.collection(answer, "organizations");
      check.enveloped(answer);
    });
    await context.positive("scheduling.book and lifecycle.transition", async (check) => {
      const session = await expectBooking(context, check);
      check.enveloped(session.booked);
      const moved = await context.journeys.transition(session, "cancelled");
      check.resource(moved, 200, "sessions");
      check.enveloped(moved);
    });
  },
});
