import { expectBooking } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-EXT-001",
  title: "unknown members and parameters are ignored",
  async run(context) {
    await context.positive("a booking with unknown members", async (check) => {
      const session = await expectBooking(context, check, {
        attributes: { frobnicate: 17, "x-certification:note": { nested: [true] } },
        options: { deliberate: true },
      });
      const { answer } = await context.journeys.read(session.id);
      check.resource(answer, 200, "services");
    });
    await context.positive("a search with an unknown parameter", async (check) => {
      const { vertical = "health" } = await context.world.organization();
      check.collection(
        await context.node.call("registry.search", { query: { vertical, frobnicate: "17" }, deliberate: true }),
        "organizations",
      );
    });
  },
});
