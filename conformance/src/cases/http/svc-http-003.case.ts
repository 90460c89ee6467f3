import { expectBooking } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-HTTP-003",
  title: "request bodies may be application/vnd.api+json or application/json",
  async run(context) {
    for (const contentType of ["application/vnd.api+json", "application/json"]) {
      await context.positive(`a booking sent as ${contentType}`, async (check) => {
        await expectBooking(context, check, { options: { contentType } });
      });
    }
  },
});
