import { askAvailability, datesAround, instants, type ShownSlots, startsOf } from "../../availability-steps.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { sameJson } from "../../json-path.ts";
import { demand } from "../../level-demands.ts";
import { ResourceBench } from "../../resource-bench.ts";
import type { Slot } from "../../slot-book.ts";

const BUFFER = 15;
const MINUTE_MS = 60_000;
const MOST_TRIES = 4;

export default defineCase({
  requirement: "SVC-SCHED-010",
  title: "free times of a resource respect capacity and buffer, and those of both are what each has",
  async run(context) {
    await ResourceBench.use(context, async (bench) => {
      await demand(context, "scheduling.check_availability");
      const { offer } = await bench.place();
      const length = offer.durationMinutes;
      const [, slot] = (await bench.run([0, length + BUFFER, 2 * (length + BUFFER)])) as [Slot, Slot, Slot];
      const start = Date.parse(slot.startsAt);
      const dates = datesAround(start);
      const common = { ...dates, service_id: offer.serviceId, duration_minutes: length };
      const ask = (check: Check, resource: string | undefined, provider: string | undefined) =>
        askAvailability(context, check, { ...common, resource_id: resource, provider_id: provider });

      const occupied = await context.positive(
        "mode B leaves out the session and its buffer on both sides",
        async (check) => {
          const resource = await bench.create({ buffer_minutes: BUFFER });
          const free = startsOf((await ask(check, resource, undefined)).slots);
          const reach = (length + BUFFER) * MINUTE_MS;
          const near = (starts: readonly number[]) => starts.filter((at) => Math.abs(at - start) < reach);
          check.holds("starts near the session before it is booked", near(free).includes(start), {
            expected: slot.startsAt,
            actual: instants(near(free)),
          });
          await bench.expectBooked(check, { slot, resourceId: resource });
          const shown = await ask(check, resource, undefined);
          const left = startsOf(shown.slots);
          check.equal("starts left within session and buffer", {
            expected: [],
            actual: instants(near(left)),
            answer: shown.first,
          });
          const elsewhere = free.filter((at) => Math.abs(at - start) >= reach);
          check.equal("all other starts", {
            expected: instants(elsewhere),
            actual: instants(left),
            answer: shown.first,
          });
          const others = shown.slots.filter((one) => one.resourceId !== resource);
          check.equal("slots of another resource", { expected: 0, actual: others.length, answer: shown.first });
          return resource;
        },
      );
      await context.positive("mode B offers a place until the capacity is reached", async (check) => {
        const resource = await bench.create({ capacity: 2 });
        const run = (await bench.run([0])) as [Slot];
        const around = { ...common, ...datesAround(Date.parse(run[0].startsAt)), resource_id: resource };
        const offered = async () => startsOf((await askAvailability(context, check, around)).slots);
        const at = Date.parse(run[0].startsAt);
        for (const expected of [true, true, false]) {
          check.equal("the start is offered", { expected, actual: (await offered()).includes(at) });
          if (!expected) break;
          const clientId = await context.world.newClient();
          await bench.expectBooked(check, { slot: run[0], resourceId: resource, clientId });
        }
      });
      await context.positive("mode C answers what modes A and B both answer", async (check) => {
        const resource = need(occupied.value);
        let [a, b, c] = await all(check, resource);
        // Somebody else may book between the questions: what does not fit is asked again.
        for (let tries = 1; tries < MOST_TRIES && !fits(a, b, c); tries += 1) [a, b, c] = await all(check, resource);
        const both = startsOf(a.slots).filter((at) => startsOf(b.slots).includes(at));
        check.holds("times that both have", both.length > 0, { expected: "at least one", actual: both.length });
        check.equal("mode C", { expected: instants(both), actual: instants(startsOf(c.slots)), answer: c.first });
        const named = c.slots.every((one) => one.providerId === slot.providerId && one.resourceId === resource);
        check.holds("slots of mode C name both", named, {
          expected: "provider and resource",
          actual: named,
          answer: c.first,
        });
      });

      async function all(check: Check, resource: string): Promise<[ShownSlots, ShownSlots, ShownSlots]> {
        return [
          await ask(check, undefined, slot.providerId),
          await ask(check, resource, undefined),
          await ask(check, resource, slot.providerId),
        ];
      }
    });
  },
});

function fits(a: ShownSlots, b: ShownSlots, c: ShownSlots): boolean {
  const both = startsOf(a.slots).filter((at) => startsOf(b.slots).includes(at));
  return sameJson(both, startsOf(c.slots));
}
