import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { ResolverDesk } from "../../resolver-desk.ts";

const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3_600;

export default defineCase({
  requirement: "SVC-RSLV-005",
  title: "an organization that is silent for more than seven days is inactive",
  phase: "clock",
  async run(context) {
    await ResolverDesk.use(context, async (desk) => {
      await context.world.advanceClock(1);
      const fresh = await context.positive("just registered it is active", async (check) => {
        const { slug } = await desk.register(check);
        check.equal("status", { expected: "active", actual: (await desk.record(check, slug)).status });
        return slug;
      });
      const quiet = await context.positive("an hour before seven days are over it is active", async (check) => {
        const slug = need(fresh.value);
        await context.world.advanceClock(7 * DAY_SECONDS - HOUR_SECONDS);
        check.equal("status", { expected: "active", actual: (await desk.record(check, slug)).status });
        return slug;
      });
      const silent = await context.negative("after eight days it is not", quiet, async (check) => {
        const slug = need(quiet.value);
        await context.world.advanceClock(DAY_SECONDS + HOUR_SECONDS);
        check.equal("status", { expected: "inactive", actual: (await desk.record(check, slug)).status });
        return slug;
      });
      await context.positive("a sign of life makes it active again", async (check) => {
        await context.world.needs("telemetry.heartbeat");
        const slug = need(silent.value);
        check.status(await desk.heartbeat(slug), 200);
        check.equal("status", { expected: "active", actual: (await desk.record(check, slug)).status });
        await context.world.advanceClock(8 * DAY_SECONDS);
        check.equal("status eight days later", {
          expected: "inactive",
          actual: (await desk.record(check, slug)).status,
        });
      });
    });
  },
});
