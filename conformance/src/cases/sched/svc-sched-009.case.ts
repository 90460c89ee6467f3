import { askAvailability, datesAround, freeRun, instants } from "../../availability-steps.ts";
import { expectBooking, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-SCHED-009",
  title: "a provider's free times are those without an occupying session",
  async run(context) {
    await context.world.needs("scheduling.check_availability");
    const place = await context.world.bookable();
    const { offer } = place;
    const [slot] = await freeRun(context, place);
    const wanted = need(slot);
    const [start, end] = [Date.parse(wanted.startsAt), Date.parse(wanted.endsAt)];
    const query = { ...datesAround(start), provider_id: offer.providerId, service_id: offer.serviceId };
    const overlapping = async (check: Parameters<typeof askAvailability>[1]) => {
      const shown = await askAvailability(context, check, query);
      const foreign = shown.slots.filter((one) => one.providerId !== offer.providerId);
      check.equal("slots of another provider", { expected: 0, actual: foreign.length, answer: shown.first });
      return {
        shown,
        inTheWay: shown.slots.filter((one) => one.start < end && start < one.end).map((one) => one.start),
      };
    };
    await context.positive("a free time is shown, and none of it once it is booked", async (check) => {
      const before = await overlapping(check);
      check.holds("the free time", before.inTheWay.includes(start), {
        expected: wanted.startsAt,
        actual: instants(before.inTheWay),
        answer: before.shown.first,
      });
      const session = await expectBooking(context, check, { slot: wanted });
      const booked = await overlapping(check);
      check.equal("slots that overlap the booked session", {
        expected: [],
        actual: instants(booked.inTheWay),
        answer: booked.shown.first,
      });
      check.status(await context.journeys.transition(session, "cancelled"), 200);
      const after = await overlapping(check);
      check.holds("the time of a cancelled session", after.inTheWay.includes(start), {
        expected: wanted.startsAt,
        actual: instants(after.inTheWay),
        answer: after.shown.first,
      });
    });
  },
});
