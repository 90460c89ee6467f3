import { expectBooking, without } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-SCHED-001",
  title: "a booking needs offer, provider, client and start",
  async run(context) {
    const control = await context.positive(
      "all four given",
      async (check) => void (await expectBooking(context, check)),
    );
    for (const member of ["service_id", "provider_id", "client_id", "starts_at"]) {
      await context.negative(`without ${member}`, control, async (check) => {
        const { attributes } = await context.journeys.bookingAttributes();
        check.refused(await context.node.call("scheduling.book", without(attributes, member)), "VALIDATION_ERROR");
      });
    }
  },
});
