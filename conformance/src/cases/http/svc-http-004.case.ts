import { expectBooking } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-HTTP-004",
  title: "bodies of another media type are refused with 415",
  async run(context) {
    const control = await context.positive("a booking sent as JSON", async (check) => {
      await expectBooking(context, check);
    });
    for (const contentType of ["text/xml", "text/plain", "application/x-www-form-urlencoded"]) {
      await context.negative(`the same booking sent as ${contentType}`, control, async (check) => {
        const { attributes } = await context.journeys.bookingAttributes();
        const answer = await context.node.call("scheduling.book", { attributes, contentType, deliberate: true });
        check.refused(answer, "UNSUPPORTED_MEDIA_TYPE");
      });
    }
  },
});
