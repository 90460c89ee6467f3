import { expectBooking, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

const MINUTE_MS = 60_000;

export default defineCase({
  requirement: "SVC-SCHED-004",
  title: "intervals are half-open: adjacent sessions do not collide",
  async run(context) {
    const control = await context.positive("two adjacent sessions", async (check) => {
      const { slots } = await context.world.bookable();
      const [first, second] = slots.takeAdjacent();
      await expectBooking(context, check, { slot: first });
      await expectBooking(context, check, { slot: second });
      return second;
    });
    await context.negative("a start one minute before a session ends", control, async (check) => {
      const clientId = context.node.has("second_client")
        ? context.node.partyId("second_client")
        : await context.world.newClient();
      const end = Date.parse(need(control.value).endsAt);
      const slot = { ...need(control.value), startsAt: new Date(end - MINUTE_MS).toISOString() };
      const { attributes } = await context.journeys.bookingAttributes({ slot, clientId });
      check.refused(await context.node.call("scheduling.book", { attributes }), "CONFLICT", "RESOURCE_UNAVAILABLE");
    });
  },
});
