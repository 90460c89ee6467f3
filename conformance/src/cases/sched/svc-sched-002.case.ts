import { expectBooking, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import type { Slot } from "../../slot-book.ts";

const overlap = (left: Slot, right: Slot) =>
  Date.parse(left.startsAt) < Date.parse(right.endsAt) && Date.parse(right.startsAt) < Date.parse(left.endsAt);

export default defineCase({
  requirement: "SVC-SCHED-002",
  title: "an interval taken for provider or client is refused",
  async run(context) {
    const control = await context.positive("a free interval", async (check) => expectBooking(context, check));
    await context.negative("the same provider for another client", control, async (check) => {
      const clientId = context.node.has("second_client")
        ? context.node.partyId("second_client")
        : await context.world.newClient();
      const { attributes } = await context.journeys.bookingAttributes({ slot: need(control.value).slot, clientId });
      check.refused(await context.node.call("scheduling.book", { attributes }), "CONFLICT");
    });
    const elsewhere = await context.positive("another provider at a time when the client is free", async (check) => {
      return expectBooking(context, check, { elsewhere: true });
    });
    await context.negative("another provider at a time when the client is not", elsewhere, async (check) => {
      const { slots } = await context.world.bookable();
      const other = await context.world.bookableElsewhere();
      const taken = slots.take((slot) => other.slots.all.some((candidate) => overlap(slot, candidate)));
      const session = await context.journeys.book({ slot: taken });
      const clash = need(
        other.slots.all.find((candidate) => overlap(session.slot, candidate)),
        "an overlapping slot",
      );
      const { attributes } = await context.journeys.bookingAttributes({
        elsewhere: true,
        slot: clash,
        clientId: session.clientId,
      });
      check.refused(await context.node.call("scheduling.book", { attributes }), "CONFLICT");
    });
  },
});
