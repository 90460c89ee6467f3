import { askAround, type DailyBlock, expectFilled, weekOf } from "../../block-days.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { demand } from "../../level-demands.ts";
import { ResourceBench } from "../../resource-bench.ts";
import { dateAfter, localTime, nextChange } from "../../zone-changes.ts";

const FOUR_DAYS = 4 * 86_400_000;
const ZONES = ["America/Santiago", "Europe/Berlin"];

export default defineCase({
  requirement: "SVC-SCHED-014",
  title: "blocks are wall-clock times of their zone, whatever its clocks do",
  async run(context) {
    await ResourceBench.use(context, async (bench) => {
      await demand(context, "scheduling.check_availability");
      for (const zone of ZONES) {
        const block: DailyBlock = { zone, start: "10:00", end: "14:00" };
        for (const direction of ["forward", "back"] as const) {
          await context.positive(`${zone}, the clocks go ${direction}`, async (check) => {
            const change = need(nextChange(zone, context.world.now() + FOUR_DAYS, direction), "a change of the clocks");
            const resource = await bench.create({ timezone: zone, availability: weekOf(block, undefined) });
            const shown = await askAround(context, check, { resource, block, date: change.date, minutes: 60 });
            const hours = new Set<string>();
            const universal = new Set<string>();
            for (const days of [-2, -1, 0, 1, 2]) {
              const date = dateAfter(change.date, days);
              const first = expectFilled(check, { shown, block, date })[0]?.start;
              if (first === undefined) continue;
              hours.add(localTime(first, zone));
              universal.add(localTime(first, "UTC"));
            }
            check.equal("local hours of opening", { expected: ["10:00"], actual: [...hours], answer: shown.first });
            check.equal("different UTC hours of opening", { expected: 2, actual: universal.size, answer: shown.first });
          });
        }
      }
      await context.positive("the zone of a block before that of its resource", async (check) => {
        const block: DailyBlock = { zone: "Asia/Tokyo", start: "10:00", end: "14:00" };
        const resource = await bench.create({ timezone: "America/Santiago", availability: weekOf(block) });
        const date = new Date(context.world.now() + 2 * FOUR_DAYS).toISOString().slice(0, 10);
        const shown = await askAround(context, check, { resource, block, date, minutes: 60 });
        for (const days of [-1, 0, 1]) expectFilled(check, { shown, block, date: dateAfter(date, days) });
      });
    });
  },
});
