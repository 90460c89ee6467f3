import { bookRequested, expectRefusedBy, expectStopped, hasSandboxClock } from "../../agent-steps.ts";
import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { endOfDay, zonesWhereItIs } from "../../wall-clock.ts";

const REFUSAL = { code: "CONSTRAINT_VIOLATED", by: 8, constraint: "max_actions_per_day" };
const AT_ONCE = 8;
const MINUTE_MS = 60_000;

export default defineCase({
  requirement: "SVC-MAND-011",
  title: "check 8: no more actions a day than the mandate allows",
  phase: "clock",
  async run(context) {
    const session = await bookRequested(context);
    const control = await context.positive("as many actions as allowed", async (check) => {
      const issued = await issue(context, 3);
      const { mandate } = issued;
      // Refused by a check: that is no action, and leaves the count alone.
      const strange = await context.agents.call(mandate, "clients.get_or_create", {
        attributes: { email: `certify-${context.world.uniqueWord()}@example.org`, name: "No", last_name: "Scope" },
      });
      expectRefusedBy(context, check, strange, { code: "SCOPE_INSUFFICIENT", by: 5 });
      for (let count = 0; count < 3; count += 1)
        check.resource(await context.agents.read(mandate, session), 200, "services");
      return issued;
    });
    const spent = await context.negative("one action more", control, async (check) => {
      const { mandate } = need(control.value);
      const answer = await context.agents.read(mandate, session);
      expectRefusedBy(context, check, answer, REFUSAL);
      await expectStopped(context, check, { mandate, session, refusal: REFUSAL });
      return { retryAt: pickText(answer.body, "errors.0.meta.retry_at") };
    });
    await context.negative("many at once", control, async (check) => {
      const { mandate } = await issue(context, 2);
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => context.agents.read(mandate, session)));
      check.equal("calls that were let through", {
        expected: 2,
        actual: answers.filter((answer) => answer.status === 200).length,
      });
      for (const answer of answers) if (answer.status !== 200) expectRefusedBy(context, check, answer, REFUSAL);
    });
    await context.positive("the count of one mandate is not that of another", async (check) => {
      const { mandate } = await issue(context, 1);
      check.resource(await context.agents.read(mandate, session), 200, "services");
    });
    const { mandate, zone } = control.value ?? {};
    if (!spent.passed || mandate === undefined || zone === undefined) return;
    const midnight = endOfDay(context.world.now(), zone);
    await context.positive("the refusal says when the day ends, in the zone where it is counted", async (check) => {
      const { retryAt } = need(spent.value);
      if (retryAt === undefined && !context.settings.exactCodes) check.notApplicable("the refusal names no moment");
      const actual = Date.parse(retryAt ?? "");
      check.equal("errors[].meta.retry_at", { expected: new Date(midnight).toISOString(), actual: instant(actual) });
    });
    if (!(await hasSandboxClock(context))) return;
    const elsewhere = endOfDay(context.world.now(), "UTC");
    if (elsewhere + 2 * MINUTE_MS < midnight) {
      await context.negative("the day that ends in UTC has not ended there", control, async (check) => {
        await passTo(context, elsewhere);
        expectRefusedBy(context, check, await context.agents.read(mandate, session), REFUSAL);
      });
    }
    await context.positive("the next day it counts from the beginning", async (check) => {
      await passTo(context, midnight);
      for (let count = 0; count < 3; count += 1)
        check.resource(await context.agents.read(mandate, session), 200, "services");
      expectRefusedBy(context, check, await context.agents.read(mandate, session), REFUSAL);
    });
  },
});

/** Lets time pass until a minute after a moment. */
async function passTo(context: CaseContext, moment: number): Promise<void> {
  await context.world.advanceClock(Math.ceil((moment - context.world.now() + MINUTE_MS) / 1000));
}

function instant(at: number): string {
  return Number.isNaN(at) ? "nothing" : new Date(at).toISOString();
}

/** Counts in a zone where no midnight comes in between, and whose midnights are not those of UTC. */
async function issue(context: CaseContext, most: number) {
  const now = context.world.now();
  const zone = need(
    zonesWhereItIs(now, 120, 22 * 60).find((one) => one !== "UTC"),
    "a zone where midnight is not near",
  );
  const mandate = await context.agents.issue({
    constraints: {
      max_actions_per_day: most,
      allowed_hours: { start: "00:00", end: "00:00", timezone: zone },
    },
    lifeSeconds: 3 * 86_400,
  });
  return { mandate, zone };
}
