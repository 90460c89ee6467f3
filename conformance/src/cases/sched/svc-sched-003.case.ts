import { expectBooking } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickList, pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-SCHED-003",
  title: "an interval is taken from requested on",
  async run(context) {
    await context.positive("a requested session holds its interval", async (check) => {
      const session = await expectBooking(context, check);
      if (session.offer.confirmationPolicy !== "auto") check.state(session.booked, "requested");
      const clientId = context.node.has("second_client") ? context.node.partyId("second_client") : session.clientId;
      const { attributes } = await context.journeys.bookingAttributes({ slot: session.slot, clientId });
      check.refused(await context.node.call("scheduling.book", { attributes }), "CONFLICT", "RESOURCE_UNAVAILABLE");
    });
    await context.positive("it is not offered as free any more", async (check) => {
      await context.world.needs("scheduling.check_availability");
      const session = await expectBooking(context, check);
      const day = session.slot.startsAt.slice(0, 10);
      const next = new Date(Date.parse(session.slot.startsAt) + 86_400_000).toISOString().slice(0, 10);
      const answer = await context.world.availability({
        service_id: session.offer.serviceId,
        provider_id: session.offer.providerId,
        date_from: day,
        date_to: next,
      });
      check.collection(answer, "availability_slots");
      const starts = pickList(answer.body, "data").map((item) =>
        Date.parse(pickText(item, "attributes.starts_at") ?? ""),
      );
      check.holds("the booked start", !starts.includes(Date.parse(session.slot.startsAt)), {
        expected: "absent",
        actual: session.slot.startsAt,
        answer,
      });
    });
  },
});
