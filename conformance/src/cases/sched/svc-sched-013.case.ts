import { askAvailability, dateOf } from "../../availability-steps.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

const DAY_MS = 86_400_000;
const MOST_RACES = 5;

export default defineCase({
  requirement: "SVC-SCHED-013",
  title: "an offered slot is booked by whoever asks first",
  async run(context) {
    await context.world.needs("scheduling.check_availability");
    const { offer } = await context.world.bookable();
    const from = context.world.now() + DAY_MS;
    const query = {
      service_id: offer.serviceId,
      provider_id: offer.providerId,
      date_from: dateOf(from),
      date_to: dateOf(from + 27 * DAY_MS),
    };
    await context.positive("the first, a middle and the last slot", async (check) => {
      for (const pick of [() => 0, (count: number) => Math.floor(count / 2), (count: number) => count - 1]) {
        for (let race = 1; ; race += 1) {
          const shown = await askAvailability(context, check, query);
          const starts = shown.slots.filter((slot) => slot.start > from);
          const slot = need(starts[pick(starts.length)], "an offered slot");
          const answer = await context.node.call("scheduling.book", {
            attributes: {
              service_id: offer.serviceId,
              provider_id: slot.providerId,
              client_id: await context.world.newClient(),
              starts_at: slot.startsAt,
              resource_id: slot.resourceId,
              actor: await context.world.actorOf("organization"),
            },
          });
          context.journeys.adopt(answer);
          const again = await askAvailability(context, check, query);
          const gone = !again.slots.some((one) => one.start === slot.start);
          // Taken by somebody else between the two calls: then it is offered no more, and another one is tried.
          if (answer.status === 409 && gone && race < MOST_RACES) continue;
          check.resource(answer, 201, "sessions");
          check.equal("the booked start", {
            expected: slot.start,
            actual: Date.parse(String(answer.at("data.attributes.starts_at"))),
            answer,
          });
          if (answer.ok) await context.journeys.transition({ id: String(answer.at("data.id")) }, "cancelled");
          break;
        }
      }
    });
  },
});
