import { expectBooking, without } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickList, pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-ERR-003",
  title: "a validation error points to the offending member or parameter",
  async run(context) {
    const control = await context.positive(
      "a complete booking",
      async (check) => void (await expectBooking(context, check)),
    );
    await context.negative("a booking without service_id", control, async (check) => {
      const { attributes } = await context.journeys.bookingAttributes();
      const answer = await context.node.call("scheduling.book", without(attributes, "service_id"));
      check.refused(answer, "VALIDATION_ERROR");
      const pointers = pickList(answer.body, "errors").map((entry) => pickText(entry, "source.pointer") ?? "");
      check.holds(
        "source.pointer",
        pointers.some((pointer) => /^\/data(\/attributes)?(\/service_id)?$/.test(pointer)),
        {
          expected: "/data/attributes/service_id, or its parent",
          actual: pointers,
          answer,
        },
      );
    });
    await context.negative("a search without vertical", control, async (check) => {
      const answer = await context.node.call("registry.search", { deliberate: true });
      check.refused(answer, "VALIDATION_ERROR");
      check.equal("source.parameter", {
        expected: "vertical",
        actual: pickText(answer.body, "errors.0.source.parameter"),
        answer,
      });
    });
  },
});
