import { bookRequested, expectRefusedBy, expectStopped, hasSandboxClock } from "../../agent-steps.ts";
import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { dayInZone, minutesInZone, ZONES } from "../../wall-clock.ts";

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
    const { zone, retryAt } = spent.value;
    const midnight = Date.parse(retryAt ?? "");
    const known = await context.positive("the refusal says when the next day begins in that zone", async (check) => {
      if (retryAt === undefined && !context.settings.exactCodes) check.notApplicable("the refusal names no moment");
      const today = dayInZone(context.world.now(), zone);
      const begins =
        !Number.isNaN(midnight) && dayInZone(midnight - 1, zone) === today && dayInZone(midnight, zone) !== today;
      check.holds("errors[].meta.retry_at", begins, {
        expected: `the midnight that ends ${today} in ${zone}`,
        actual: retryAt ?? "nothing",
      });
    });
    const elsewhere = nextMidnightOfUtc(context.world.now());
    if (!known.passed || elsewhere < midnight) {
      await context.negative("the day that ends in UTC ends nowhere else", control, async (check) => {
        await passTo(context, elsewhere);
        if (dayInZone(context.world.now(), zone) !== need(control.value).day)
          check.notApplicable(`in ${zone} the day is over as well`);
        expectRefusedBy(context, check, await context.agents.read(need(control.value).mandate, session), REFUSAL);
      });
    }
    await context.positive("the next day it counts from the beginning", async (check) => {
      await passTo(context, known.passed ? midnight : context.world.now() + DAY_MS);
      const { mandate } = need(control.value);
      for (let count = 0; count < 3; count += 1)
        check.resource(await context.agents.read(mandate, session), 200, "services");
      expectRefusedBy(context, check, await context.agents.read(mandate, session), REFUSAL);
    });
  },
});

/** Lets time pass until a minute after a moment. */
async function passTo(context: CaseContext, moment: number): Promise<void> {
  await context.world.advanceClock(Math.ceil((moment - context.world.now()) / 1000) + 60);
}

function nextMidnightOfUtc(at: number): number {
  return (Math.floor(at / DAY_MS) + 1) * DAY_MS;
}

/**
 * A zone where no midnight comes in between, and which has another one than UTC: if there is one, one whose day goes on
 * when that of UTC ends.
 */
function zoneOfCounting(at: number): string | undefined {
  const within = ZONES.filter((zone) => {
    const minutes = minutesInZone(at, zone);
    return dayInZone(nextMidnightOfUtc(at) - 1, zone) !== dayInZone(nextMidnightOfUtc(at), zone)
      ? false
      : minutes >= 120 && minutes < 22 * 60;
  });
  return within.find((zone) => dayInZone(nextMidnightOfUtc(at) + 120_000, zone) === dayInZone(at, zone)) ?? within[0];
}

async function issue(context: CaseContext, most: number) {
  const zone = need(zoneOfCounting(context.world.now()), "a zone where midnight is not near");
  const mandate = await context.agents.issue({
    constraints: {
      max_actions_per_day: most,
      allowed_hours: { start: "00:00", end: "00:00", timezone: zone },
    },
    lifeSeconds: 3 * 86_400,
  });
  return { mandate, zone, day: dayInZone(context.world.now(), zone) };
}
