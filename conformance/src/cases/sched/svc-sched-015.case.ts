import type { ShownSlot } from "../../availability-steps.ts";
import { askAround, type DailyBlock, expectFilled, openOn, weekOf } from "../../block-days.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { demand } from "../../level-demands.ts";
import { ResourceBench } from "../../resource-bench.ts";
import { dateAfter, isSkipped, isWrittenIn, nextChange } from "../../zone-changes.ts";

const FOUR_DAYS = 4 * 86_400_000;

/** Blocks around, into and inside the hour that the clocks skip or repeat. */
const BLOCKS: Readonly<Record<"forward" | "back", readonly DailyBlock[]>> = {
  forward: [
    { zone: "Europe/Berlin", start: "01:00", end: "05:00" },
    { zone: "Europe/Berlin", start: "02:30", end: "05:00" },
    { zone: "Europe/Berlin", start: "01:00", end: "02:30" },
    { zone: "Europe/Berlin", start: "02:00", end: "03:00" },
    { zone: "America/Santiago", start: "00:30", end: "02:00" },
  ],
  back: [
    { zone: "Europe/Berlin", start: "01:00", end: "05:00" },
    { zone: "Europe/Berlin", start: "02:30", end: "05:00" },
    { zone: "Europe/Berlin", start: "01:00", end: "02:30" },
    { zone: "America/Santiago", start: "22:00", end: "23:30" },
  ],
};

/** Wall-clock part of a written instant. */
const wall = (text: string) => text.slice(0, 16);

export default defineCase({
  requirement: "SVC-SCHED-015",
  title: "a skipped time is never offered, a repeated one is two instants",
  async run(context) {
    await ResourceBench.use(context, async (bench) => {
      await demand(context, "scheduling.check_availability");
      for (const direction of ["forward", "back"] as const) {
        for (const block of BLOCKS[direction]) {
          await context.positive(`${block.zone}, ${direction}, ${block.start} to ${block.end}`, async (check) => {
            const change = nextChange(block.zone, context.world.now() + FOUR_DAYS, direction);
            const { date, minutes } = need(change, "a change of the clocks");
            const resource = await bench.create({ timezone: block.zone, availability: weekOf(block) });
            const shown = await askAround(context, check, { resource, block, date, minutes: 30 });
            const open = openOn(block, date);
            const usual = openOn(block, dateAfter(date, -2));
            expectFilled(check, { shown, block, date: dateAfter(date, -2) });
            let own: readonly ShownSlot[] = [];
            if (open.end > open.start) own = expectFilled(check, { shown, block, date });
            else {
              const middle = open.start;
              const inside = shown.slots.filter((slot) => Math.abs(slot.start - middle) < 4 * 3_600_000);
              check.equal("slots of a block that lies in the gap", {
                expected: [],
                actual: inside.map((slot) => slot.startsAt),
                answer: shown.first,
              });
            }
            const texts = shown.slots.flatMap((slot) => [slot.startsAt, slot.endsAt]);
            const wrong = texts.filter((text) => !isWrittenIn(text, block.zone) || isSkipped(text, block.zone));
            check.equal("times that do not exist in the zone", { expected: [], actual: wrong, answer: shown.first });
            const starts = shown.slots.map((slot) => slot.start);
            check.equal("instants that are offered twice", {
              expected: starts.length,
              actual: new Set(starts).size,
              answer: shown.first,
            });
            if (direction === "forward" || own.length === 0) return;
            const walls = own.map((slot) => wall(slot.startsAt));
            const repeated = walls.filter((text, index) => walls.indexOf(text) !== index);
            const longer = (open.end - open.start - (usual.end - usual.start)) / 60_000;
            check.equal("minutes that the block is longer", { expected: true, actual: longer <= minutes });
            if (longer > 0)
              check.holds("wall-clock times offered once with each offset", repeated.length > 0, {
                expected: "at least one",
                actual: repeated,
                answer: shown.first,
              });
          });
        }
      }
    });
  },
});
