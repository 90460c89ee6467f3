import { askAvailability, datesAround } from "../../availability-steps.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { isRecord, pickText, walkJson } from "../../json-path.ts";
import { PublicLane } from "../../public-lane.ts";
import { ResourceBench } from "../../resource-bench.ts";

/** Members whose very name says that they are about a client. */
const CLIENT_MEMBER = /client|patient|requester|e-?mail|phone|last_name|full_name/i;

export default defineCase({
  requirement: "SVC-PUB-004",
  title: "public availability shows times, and nobody's data",
  async run(context) {
    await context.world.needs("scheduling.check_availability", "public_bookings.create");
    const lane = await PublicLane.open(context);
    const { offer } = await context.world.bookable();
    const requester = lane.requester();
    const booked = await context.positive("the organization reads who has booked", async (check) => {
      const booking = await lane.book(check, { attributes: { requester } });
      const { answer, session } = await context.journeys.read(booking.sessionId);
      check.equal("state", { expected: "pending_confirmation", actual: session.state, answer });
      const clientId = need(pickText(session.attributes, "client.id"), "the client of the booking");
      return {
        booking,
        planted: [clientId, requester.email, requester.full_name, booking.sessionId, booking.bookingToken],
      };
    });
    const scan = (check: Check, texts: readonly string[]) => {
      const { planted } = need(booked.value);
      const found = planted.filter((word) => texts.some((text) => text.toLowerCase().includes(word.toLowerCase())));
      check.equal("data of the client that shows", { expected: [], actual: found });
      const members = new Set<string>();
      for (const text of texts)
        walkJson(JSON.parse(text) as unknown, (_path, value) => {
          if (isRecord(value)) for (const name of Object.keys(value)) if (CLIENT_MEMBER.test(name)) members.add(name);
        });
      check.equal("members about a client", { expected: [], actual: [...members] });
    };
    await context.negative("free times of the provider on that day", booked, async (check) => {
      const at = Date.parse(need(booked.value).booking.slot.startsAt);
      for (const target of [{ provider_id: offer.providerId }, { service_id: offer.serviceId }]) {
        const shown = await askAvailability(context, check, { ...datesAround(at), ...target });
        check.holds("slots", shown.slots.length > 0, {
          expected: "at least one",
          actual: shown.slots.length,
          answer: shown.first,
        });
        scan(check, shown.texts);
      }
    });
    await context.negative("free times of a resource with a group in it", booked, async (check) => {
      await context.world.needs("resource.create");
      await ResourceBench.use(context, async (bench) => {
        const resource = await bench.create({ capacity: 3 });
        const [slot] = await bench.run([0]);
        await bench.expectBooked(check, { slot: need(slot), resourceId: resource });
        const around = datesAround(Date.parse(need(slot).startsAt));
        scan(check, (await askAvailability(context, check, { ...around, resource_id: resource })).texts);
      });
    });
    await context.negative("what the holder of the token sees", booked, async (check) => {
      const answer = await lane.get(need(booked.value).booking.bookingToken);
      check.resource(answer, 200, "public_bookings");
      for (const word of [requester.email, offer.providerId])
        check.holds("what is hidden", !answer.text.includes(word), { expected: "absent", actual: word, answer });
    });
  },
});
