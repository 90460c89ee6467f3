import { askResource, datesAround, instants, startsOf } from "../../availability-steps.ts";
import { need, unknownId } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { demand } from "../../level-demands.ts";
import { expectInvalid } from "../../refusals.ts";
import { ResourceBench } from "../../resource-bench.ts";

const ZONES = { "America/Santiago": /[+-]\d\d:\d\d$/, "Asia/Tokyo": /\+09:00$/ };
const DAYS_AHEAD = 3 * 86_400_000;

export default defineCase({
  requirement: "SVC-RES-008",
  title: "free times of a resource need no service, and are written in the zone asked for",
  async run(context) {
    await ResourceBench.use(context, async (bench) => {
      await demand(context, "resource.get_availability");
      const dates = datesAround(context.world.now() + DAYS_AHEAD);
      const control = await context.positive("two zones, the same instants", async (check) => {
        const id = await bench.create({ buffer_minutes: 10 });
        const found = [];
        for (const [timezone, offset] of Object.entries(ZONES)) {
          const shown = await askResource(context, check, id, { ...dates, timezone });
          check.holds(`slots in ${timezone}`, shown.slots.length > 0, {
            expected: "at least one",
            actual: shown.slots.length,
            answer: shown.first,
          });
          const foreign = shown.slots.filter((slot) => !offset.test(slot.startsAt) || !offset.test(slot.endsAt));
          check.equal(`slots that are not written in ${timezone}`, {
            expected: [],
            actual: foreign.slice(0, 3).map((slot) => slot.startsAt),
            answer: shown.first,
          });
          found.push(instants(startsOf(shown.slots)));
        }
        check.equal("instants in both zones", { expected: found[0], actual: found[1] });
        return id;
      });
      for (const member of ["date_from", "date_to"] as const) {
        await context.negative(`without ${member}`, control, async (check) => {
          const answer = await context.node.call("resource.get_availability", {
            path: { resource_id: need(control.value) },
            query: { ...dates, [member]: undefined },
            deliberate: true,
          });
          expectInvalid(check, answer, member);
        });
      }
      await context.negative("a resource that nobody has", control, async (check) => {
        const path = { resource_id: unknownId(context) };
        check.refused(await context.node.call("resource.get_availability", { path, query: dates }), "NOT_FOUND");
      });
    });
  },
});
