import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { type Block, ResourceBench } from "../../resource-bench.ts";
import type { Slot } from "../../slot-book.ts";
import { Unmet } from "../../verdict.ts";

const MINUTE_MS = 60_000;
const LEAST_GAP_MINUTES = 240;

/** The middle of the longest stretch without a free slot: whatever it is closed for, nobody may book there. */
function closedTime(slots: readonly Slot[], minutes: number): Slot {
  let best: Slot | null = null;
  let longest = (LEAST_GAP_MINUTES + minutes) * MINUTE_MS;
  for (const [index, slot] of slots.entries()) {
    const before = slots[index - 1];
    if (before === undefined) continue;
    const gap = Date.parse(slot.startsAt) - Date.parse(before.endsAt);
    if (gap < longest) continue;
    longest = gap;
    const middle = Date.parse(before.endsAt) + gap / 2 - (minutes * MINUTE_MS) / 2;
    const start = Math.round(middle / (15 * MINUTE_MS)) * 15 * MINUTE_MS;
    const text = (at: number) => new Date(at).toISOString();
    best = { ...slot, startsAt: text(start), endsAt: text(start + minutes * MINUTE_MS) };
  }
  if (best === null) throw new Unmet("the provider is available around the clock, so nothing lies outside");
  return best;
}

/** The block that opens on the day and for the time of a slot, in UTC. */
function blockOf(slot: Slot, endsEarlierBy = 0): Block {
  const [start, end] = [new Date(slot.startsAt), new Date(Date.parse(slot.endsAt) - endsEarlierBy * MINUTE_MS)];
  const time = (at: Date) => at.toISOString().slice(11, 16);
  return { day_of_week: start.getUTCDay(), start_time: time(start), end_time: time(end), timezone: "UTC" };
}

const withinOneDay = (slot: Slot) => slot.startsAt.length > 0 && sameUtcDay(slot.startsAt, slot.endsAt);
const sameUtcDay = (from: string, to: string) =>
  new Date(from).toISOString().slice(0, 10) === new Date(to).toISOString().slice(0, 10);

export default defineCase({
  requirement: "SVC-SCHED-007",
  title: "a booking lies inside the availability of provider and resource",
  async run(context) {
    const { offer, slots } = await context.world.bookable();
    const inside = await context.positive("inside the provider's availability", async (check) => {
      const { answer } = await context.journeys.tryBook();
      check.resource(answer, 201, "sessions");
    });
    await context.negative("outside the provider's availability", inside, async (check) => {
      const slot = closedTime(slots.all, offer.durationMinutes);
      const { attributes } = await context.journeys.bookingAttributes({
        slot,
        clientId: await context.world.newClient(),
      });
      check.refused(await context.node.call("scheduling.book", { attributes }), "CONFLICT", "RESOURCE_UNAVAILABLE");
    });
    await ResourceBench.use(context, async (bench) => {
      const control = await context.positive("a session that ends with the block of its resource", async (check) => {
        const [slot] = (await bench.run([0], withinOneDay)) as [Slot];
        // The buffer may reach past the end of the block (lifecycle 9.1).
        const resourceId = await bench.create({ availability: [blockOf(slot)], buffer_minutes: 15 });
        await bench.cancel(await bench.expectBooked(check, { slot, resourceId }));
        return { slot, resourceId };
      });
      const closed: Readonly<Record<string, (slot: Slot) => readonly Block[]>> = {
        "a block that ends a minute before the session": (slot) => [blockOf(slot, 1)],
        "a block of another day": (slot) => [{ ...blockOf(slot), day_of_week: (blockOf(slot).day_of_week + 3) % 7 }],
        "an open block with a closed one in it": (slot) => [
          { ...blockOf(slot), block_order: 0 },
          { ...blockOf(slot), is_available: false, block_order: 1 },
        ],
        "no block at all": () => [],
      };
      for (const [name, weekOf] of Object.entries(closed)) {
        await context.negative(name, control, async (check) => {
          const { slot, resourceId } = need(control.value);
          const shut = await bench.create({ availability: weekOf(slot) });
          await bench.expectUnavailable(check, { slot, resourceId: shut });
          await bench.cancel(await bench.expectBooked(check, { slot, resourceId }));
        });
      }
    });
  },
});
