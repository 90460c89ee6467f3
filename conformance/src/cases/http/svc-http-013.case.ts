import { expectBooking } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

const KIBIBYTE = 1024;

export default defineCase({
  requirement: "SVC-HTTP-013",
  title: "a body that is no JSON is 400, an oversized one 413",
  async run(context) {
    const control = await context.positive("a valid body of 100 KiB is accepted", async (check) => {
      await expectBooking(context, check, {
        attributes: { "x-certification:padding": "p".repeat(100 * KIBIBYTE) },
        options: { deliberate: true },
      });
    });
    const { attributes } = await context.journeys.bookingAttributes();
    const body = JSON.stringify({ data: { type: "sessions", attributes } });
    await context.negative("a truncated body", control, async (check) => {
      check.refused(await context.node.call("scheduling.book", { rawBody: body.slice(0, -10) }), "MALFORMED_REQUEST");
    });
    await context.negative("a body that is no JSON at all", control, async (check) => {
      check.refused(await context.node.call("scheduling.book", { rawBody: "service_id=1" }), "MALFORMED_REQUEST");
    });
    await context.negative("a body of 20 MiB", control, async (check) => {
      const padded = { ...attributes, "x-certification:padding": "p".repeat(20 * KIBIBYTE * KIBIBYTE) };
      const rawBody = JSON.stringify({ data: { type: "sessions", attributes: padded } });
      const answer = await context.node.call("scheduling.book", { rawBody });
      // A node may close the connection while the body is still being sent; then no answer can be read.
      if (answer.exchange.response === null) check.notVerified(`the oversized body got ${answer.describe()}`);
      check.refused(answer, "PAYLOAD_TOO_LARGE");
    });
  },
});
