import { expectBooking, unknownId } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { LEAKS } from "../../leak-patterns.ts";

export default defineCase({
  requirement: "SVC-ERR-004",
  title: "refusals reveal nothing of the inside",
  phase: "settled",
  async run(context) {
    await context.positive("provoked refusals, and every refusal of the run", async (check) => {
      const session = await expectBooking(context, check);
      check.refused(
        await context.node.call("service.get", { path: { service_id: `${unknownId(context)}'";--` } }),
        "NOT_FOUND",
      );
      check.refused(await context.node.call("scheduling.book", { rawBody: '{"data":' }), "MALFORMED_REQUEST");
      check.refused(
        await context.node.call("scheduling.book", { attributes: { service_id: { $gt: "" } }, deliberate: true }),
        "VALIDATION_ERROR",
      );
      check.refused(await context.journeys.transition(session, "in_progress"), "INVALID_TRANSITION");
      const refusals = context.transcript.filter((one) => (one.response?.status ?? 0) >= 400);
      const leaking = refusals.flatMap((one) =>
        LEAKS.filter(({ pattern }) => pattern.test(one.response?.text ?? "")).map(
          ({ name }) => `${name} in exchange ${one.seq}`,
        ),
      );
      check.equal(`what ${refusals.length} refusals reveal`, { expected: [], actual: leaking });
    });
  },
});
