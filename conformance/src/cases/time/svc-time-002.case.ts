import { expectBooking } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-TIME-002",
  title: "datetimes without offset and dates in other forms are refused",
  async run(context) {
    const control = await context.positive("a datetime with its offset", async (check) => {
      const { slots } = await context.world.bookable();
      const slot = slots.take();
      const at = new Date(slot.startsAt);
      const local = new Date(at.getTime() - 3 * 3_600_000).toISOString().replace(/\.\d+Z$/, "-03:00");
      await expectBooking(context, check, { slot, attributes: { starts_at: local } });
    });
    // A moment that is free and lies ahead, so that nothing else is wrong about it; and days of the year to come.
    const { slots } = await context.world.bookable();
    const free = new Date(slots.take().startsAt).toISOString().replace(/\.\d+Z$/, "");
    const year = new Date(context.world.now()).getUTCFullYear() + 1;
    for (const startsAt of [
      free,
      free.slice(0, "2027-03-03T10:00".length).replace("T", " "),
      `03/03/${year}`,
      `${year}-13-03T10:00:00Z`,
      `${year}-02-30T10:00:00Z`,
      "tomorrow",
    ]) {
      await context.negative(`starts_at ${startsAt}`, control, async (check) => {
        const { attributes } = await context.journeys.bookingAttributes({ attributes: { starts_at: startsAt } });
        check.refused(await context.node.call("scheduling.book", { attributes, deliberate: true }), "VALIDATION_ERROR");
      });
    }
    const days = await context.positive("dates as YYYY-MM-DD", async (check) => {
      await context.world.needs("scheduling.check_availability");
      const { offer } = await context.world.bookable();
      const day = new Date(context.world.now() + 2 * 86_400_000).toISOString().slice(0, 10);
      const query = { service_id: offer.serviceId, date_from: day, date_to: day };
      check.collection(await context.world.availability(query), "availability_slots");
      return query;
    });
    for (const date of [`03/03/${year}`, `${year}-3-3`, `${year}0303`, `${year}-02-30`]) {
      await context.negative(`date_from ${date}`, days, async (check) => {
        check.refused(
          await context.world.availability({ ...days.value, date_from: date, date_to: `${year}-03-04` }, true),
          "VALIDATION_ERROR",
        );
      });
    }
  },
});
