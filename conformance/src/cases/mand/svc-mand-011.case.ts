import { bookRequested, expectRefusedBy, expectStopped, hasSandboxClock } from "../../agent-steps.ts";
import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { zoneWhereItIs } from "../../wall-clock.ts";

const REFUSAL = { code: "CONSTRAINT_VIOLATED", by: 8, constraint: "max_actions_per_day" };
const AT_ONCE = 8;

export default defineCase({
  requirement: "SVC-MAND-011",
  title: "check 8: no more actions a day than the mandate allows",
  phase: "clock",
  async run(context) {
    const session = await bookRequested(context);
    const control = await context.positive("as many actions as allowed", async (check) => {
      const mandate = await issue(context, 3);
      // Refused by a check: that is no action, and leaves the count alone.
      const strange = await context.agents.call(mandate, "clients.get_or_create", {
        attributes: { email: `certify-${context.world.uniqueWord()}@example.org`, name: "No", last_name: "Scope" },
      });
      expectRefusedBy(context, check, strange, { code: "SCOPE_INSUFFICIENT", by: 5 });
      for (let count = 0; count < 3; count += 1)
        check.resource(await context.agents.read(mandate, session), 200, "services");
      return mandate;
    });
    const spent = await context.negative("one action more", control, async (check) => {
      const answer = await context.agents.read(need(control.value), session);
      expectRefusedBy(context, check, answer, REFUSAL);
      await expectStopped(context, check, { mandate: need(control.value), session, refusal: REFUSAL });
      return pickText(answer.body, "errors.0.meta.retry_at");
    });
    await context.negative("many at once", control, async (check) => {
      const mandate = await issue(context, 2);
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => context.agents.read(mandate, session)));
      check.equal("calls that were let through", {
        expected: 2,
        actual: answers.filter((answer) => answer.status === 200).length,
      });
      for (const answer of answers) if (answer.status !== 200) expectRefusedBy(context, check, answer, REFUSAL);
    });
    await context.positive("the count of one mandate is not that of another", async (check) => {
      check.resource(await context.agents.read(await issue(context, 1), session), 200, "services");
    });
    if (!spent.passed || !(await hasSandboxClock(context))) return;
    await context.positive("the next day it counts from the beginning", async (check) => {
      const retryAt = Date.parse(spent.value ?? "");
      const midnight = Number.isNaN(retryAt) ? context.world.now() + 86_400_000 : retryAt;
      check.holds(
        "meta.retry_at lies within a day",
        midnight > context.world.now() && midnight <= context.world.now() + 25 * 3_600_000,
        {
          expected: "the next local midnight",
          actual: spent.value ?? "nothing",
        },
      );
      await context.world.advanceClock(Math.ceil((midnight - context.world.now()) / 1000) + 60);
      for (let count = 0; count < 3; count += 1)
        check.resource(await context.agents.read(need(control.value), session), 200, "services");
      expectRefusedBy(context, check, await context.agents.read(need(control.value), session), REFUSAL);
    });
  },
});

/** Counts in a zone where no midnight comes in between. */
async function issue(context: CaseContext, most: number) {
  const zone = need(zoneWhereItIs(context.world.now(), 120, 22 * 60), "a zone where midnight is not near");
  return context.agents.issue({
    constraints: {
      max_actions_per_day: most,
      allowed_hours: { start: "00:00", end: "00:00", timezone: zone },
    },
    lifeSeconds: 3 * 86_400,
  });
}
