import { expectBooking, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-HTTP-007",
  title: "non-public operations answer 401 without a valid credential",
  async run(context) {
    const control = await context.positive("booking with the credential", async (check) =>
      expectBooking(context, check),
    );
    const credentials = [
      { name: "no credential", as: null },
      { name: "an unknown credential", as: { token: `not-a-token-${context.world.uniqueWord()}` } },
      { name: "another scheme", as: { token: "bm9ib2R5Om5vdGhpbmc=", scheme: "Basic" } },
    ];
    for (const { name, as } of credentials) {
      await context.negative(`booking with ${name}`, control, async (check) => {
        const { attributes } = await context.journeys.bookingAttributes();
        check.refused(await context.node.call("scheduling.book", { attributes, as }), "UNAUTHORIZED");
      });
    }
    await context.negative("reading the session without a credential", control, async (check) => {
      const path = { service_id: need(control.value).id };
      check.refused(await context.node.call("service.get", { path, as: null }), "UNAUTHORIZED");
    });
  },
});
