import { bookRequested, expectNotIssued, expectRefusedBy, expectStopped, hasSandboxClock } from "../../agent-steps.ts";
import type { HeldMandate } from "../../agents.ts";
import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { hoursFromNow, timeOfDay, ZONES, zoneWhereItIs } from "../../wall-clock.ts";

const HOUR = 60;
const DAY_SECONDS = 86_400;
const REFUSAL = { code: "CONSTRAINT_VIOLATED", by: 8, constraint: "allowed_hours" };

interface Hours {
  readonly start: string;
  readonly end: string;
  readonly timezone: string;
}

export default defineCase({
  requirement: "SVC-MAND-010",
  title: "check 8: allowed hours are read from the wall clock of their zone",
  phase: "clock",
  async run(context) {
    const session = await bookRequested(context);
    const now = context.world.now();
    const afternoon = need(zoneWhereItIs(now, 12 * HOUR + 10, 22 * HOUR), "a zone where it is afternoon");
    const morning = need(zoneWhereItIs(now, 2 * HOUR, 11 * HOUR + 50), "a zone where it is morning");
    const under = async (hours: Hours): Promise<HeldMandate> =>
      context.agents.issue({ constraints: { allowed_hours: hours }, lifeSeconds: 3 * DAY_SECONDS });
    const expectOpen = async (check: Check, hours: Hours) =>
      check.resource(await context.agents.read(await under(hours), session), 200, "services");
    const control = await context.positive("windows around now, in zones around the globe", async (check) => {
      for (const zone of ZONES) await expectOpen(check, hoursFromNow(now, zone, -HOUR, HOUR));
    });
    await context.negative("windows that begin after, or ended before", control, async (check) => {
      for (const zone of ZONES) {
        for (const [start, end] of [
          [HOUR, 2 * HOUR],
          [-2 * HOUR, -HOUR],
        ] as const) {
          const mandate = await under(hoursFromNow(now, zone, start, end));
          expectRefusedBy(context, check, await context.agents.read(mandate, session), REFUSAL);
        }
      }
      const mandate = await under(hoursFromNow(now, afternoon, HOUR, 2 * HOUR));
      await expectStopped(context, check, { mandate, session, refusal: REFUSAL });
    });
    const wrapped = await context.positive("windows over midnight, late and early in the day", async (check) => {
      await expectOpen(check, hoursFromNow(now, afternoon, -HOUR, -2 * HOUR));
      await expectOpen(check, hoursFromNow(now, morning, 2 * HOUR, HOUR));
    });
    await context.negative("between the end and the start of a window over midnight", wrapped, async (check) => {
      for (const zone of [afternoon, morning]) {
        const mandate = await under(hoursFromNow(now, zone, HOUR, -HOUR));
        expectRefusedBy(context, check, await context.agents.read(mandate, session), REFUSAL);
      }
    });
    await context.positive("a window that ends where it starts is the whole day", async (check) => {
      for (const minutes of [0, 12 * HOUR, 23 * HOUR + 59]) {
        const time = timeOfDay(minutes);
        await expectOpen(check, { start: time, end: time, timezone: afternoon });
      }
    });
    await boundaries(context, session);
    await context.negative("a zone that does not exist, at issuance", control, async (check) => {
      const hours = { start: "08:00", end: "20:00", timezone: "Nowhere/Land" };
      const tried = await context.agents.tryIssue({
        constraints: { allowed_hours: hours },
        options: { deliberate: true },
      });
      await expectNotIssued(context, check, tried, "/data/attributes/constraints/allowed_hours/timezone");
    });
    if (await hasSandboxClock(context)) await asTimePasses(context, session);
  },
});

/** The first minute is inside, the last one outside; a minute that turns meanwhile changes neither. */
async function boundaries(context: CaseContext, session: Awaited<ReturnType<typeof bookRequested>>): Promise<void> {
  const under = (start: number, end: number) =>
    context.agents.issue({
      constraints: { allowed_hours: hoursFromNow(context.world.now(), "America/Santiago", start, end) },
    });
  const opened = await context.positive("from its first minute on", async (check) => {
    check.resource(await context.agents.read(await under(0, 5), session), 200, "services");
  });
  await context.negative("no longer in the minute that it ends with", opened, async (check) => {
    expectRefusedBy(context, check, await context.agents.read(await under(-5, 0), session), REFUSAL);
  });
}

/** One mandate, and only the time differs. */
async function asTimePasses(context: CaseContext, session: Awaited<ReturnType<typeof bookRequested>>): Promise<void> {
  const open = await context.positive("inside of a window, by the node's clock", async (check) => {
    const hours = hoursFromNow(context.world.now(), "America/Santiago", -HOUR, HOUR);
    const mandate = await context.agents.issue({
      constraints: { allowed_hours: hours },
      lifeSeconds: 3 * DAY_SECONDS,
    });
    check.resource(await context.agents.read(mandate, session), 200, "services");
    return mandate;
  });
  const closed = await context.negative("two hours later", open, async (check) => {
    await context.world.advanceClock(2 * HOUR * 60);
    await expectStopped(context, check, { mandate: need(open.value), session, refusal: REFUSAL });
  });
  if (!closed.passed) return;
  await context.positive("the next day, at the hour of before", async (check) => {
    await context.world.advanceClock(22 * HOUR * 60);
    check.resource(await context.agents.read(need(open.value), session), 200, "services");
  });
}
