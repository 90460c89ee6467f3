import { defineCase } from "../../define-case.ts";
import { exhaust } from "../../rate-burst.ts";

export default defineCase({
  requirement: "SVC-RATE-001",
  title: "public endpoints are rate limited",
  phase: "burst",
  async run(context) {
    const control = await context.positive("a single search is answered", async (check) => {
      const { vertical = "health" } = await context.world.organization();
      check.collection(await context.node.call("registry.search", { query: { vertical } }), "organizations");
    });
    await context.negative("a burst is stopped within twice the declared limit", control, async (check) => {
      const { vertical = "health" } = await context.world.organization();
      const burst = await exhaust(context, { vertical });
      check.holds(`429 within ${burst.sent} requests`, burst.limited !== null, {
        expected: "429",
        actual: burst.last.describe(),
        answer: burst.last,
      });
    });
  },
});
