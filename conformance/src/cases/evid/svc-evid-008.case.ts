import { expectUnmoved, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

const MINUTE_MS = 60_000;
const LENGTH = 30;

export default defineCase({
  requirement: "SVC-EVID-008",
  title: "check-in begins a delivery, check-out ends it, both with their times",
  async run(context) {
    await context.world.needs("delivery.checkin", "delivery.checkout");
    const out = context.world.now() - MINUTE_MS;
    const times = {
      checkin: new Date(out - LENGTH * MINUTE_MS).toISOString(),
      checkout: new Date(out).toISOString(),
    };
    const entered = await context.positive("check-in moves confirmed to in_progress", async (check) => {
      const session = await context.journeys.walkTo("confirmed");
      const answer = await context.journeys.operate("delivery.checkin", session, {
        as: "provider",
        attributes: { timestamp: times.checkin },
      });
      if (check.resource(answer, 200, "sessions")) check.state(answer, "in_progress");
      const { answer: reading, session: read } = await context.journeys.read(session.id);
      const last = read.transitions.at(-1);
      check.equal("the last record", {
        expected: ["confirmed", "in_progress"],
        actual: [last?.from, last?.to],
        answer: reading,
      });
      check.equal("proof.checkin", {
        expected: Date.parse(times.checkin),
        actual: Date.parse(pickText(read.attributes, "proof.checkin") ?? ""),
        answer: reading,
      });
      return session;
    });
    const left = await context.positive("check-out moves in_progress to delivered", async (check) => {
      const session = need(entered.value);
      const answer = await context.journeys.operate("delivery.checkout", session, {
        as: "provider",
        attributes: { timestamp: times.checkout },
      });
      if (check.resource(answer, 200, "sessions")) check.state(answer, "delivered");
      const { answer: reading, session: read } = await context.journeys.read(session.id);
      const last = read.transitions.at(-1);
      check.equal("the last record", {
        expected: ["in_progress", "delivered"],
        actual: [last?.from, last?.to],
        answer: reading,
      });
      check.equal("proof.checkout", {
        expected: Date.parse(times.checkout),
        actual: Date.parse(pickText(read.attributes, "proof.checkout") ?? ""),
        answer: reading,
      });
      const proof = read.attributes.proof as Record<string, unknown> | undefined;
      check.equal("proof.duration_actual, in minutes", {
        expected: LENGTH,
        actual: proof?.duration_actual,
        answer: reading,
      });
    });
    for (const from of ["requested", "scheduled", "in_progress", "delivered"]) {
      await context.negative(`check-in from ${from}`, entered, async (check) => {
        const session = await context.journeys.reach(from);
        const { session: before } = await context.journeys.read(session.id);
        const answer = await context.journeys.operate("delivery.checkin", session, { as: "provider" });
        check.refused(answer, "INVALID_TRANSITION");
        await expectUnmoved(context, check, before);
      });
    }
    for (const from of ["scheduled", "confirmed", "delivered"]) {
      await context.negative(`check-out from ${from}`, left, async (check) => {
        const session = await context.journeys.reach(from);
        const { session: before } = await context.journeys.read(session.id);
        const answer = await context.journeys.operate("delivery.checkout", session, { as: "provider" });
        check.refused(answer, "INVALID_TRANSITION");
        await expectUnmoved(context, check, before);
      });
    }
  },
});
