import { expectBooking, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-IDEM-002",
  title: "a key that named another request is refused",
  async run(context) {
    const key = `certify-${context.world.uniqueWord()}`;
    const control = await context.positive("two bookings under two keys", async (check) => {
      const session = await expectBooking(context, check, { options: { idempotencyKey: key } });
      await expectBooking(context, check, { options: { idempotencyKey: `${key}-other` } });
      return session;
    });
    await context.negative("another start under the first key", control, async (check) => {
      const { attributes } = await context.journeys.bookingAttributes();
      const answer = await context.node.call("scheduling.book", { attributes, idempotencyKey: key });
      check.refused(answer, "IDEMPOTENCY_KEY_REUSED");
      const { session } = await context.journeys.read(need(control.value).id);
      check.equal("the first session stays", { expected: need(control.value).id, actual: session.id });
    });
  },
});
