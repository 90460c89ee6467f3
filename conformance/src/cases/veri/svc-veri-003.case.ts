import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

const HOUR = 3_600;

export default defineCase({
  requirement: "SVC-VERI-003",
  title: "a charged session is verified automatically after its deadline",
  phase: "clock",
  async run(context) {
    await context.world.advanceClock(1);
    const charged = await context.positive("a session is charged before its deadline", async (check) => {
      const session = await context.journeys.walkTo("charged");
      const { answer, session: read } = await context.journeys.read(session.id);
      check.equal("state", { expected: "charged", actual: read.state, answer });
      return session;
    });
    await context.negative("half an hour before the deadline it is not verified", charged, async (check) => {
      const session = need(charged.value);
      await context.world.advanceClock(session.offer.verificationHours * HOUR - HOUR / 2);
      const { answer, session: read } = await context.journeys.read(session.id);
      check.equal("state", { expected: "charged", actual: read.state, answer });
    });
    await context.positive("after the deadline it is verified by the system", async (check) => {
      const session = need(charged.value);
      await context.world.advanceClock(HOUR);
      const { answer, session: read } = await context.journeys.read(session.id);
      check.equal("state", { expected: "verified", actual: read.state, answer });
      const last = read.transitions.at(-1);
      check.equal("the last record", {
        expected: { from: "charged", to: "verified", by: "system", method: "auto" },
        actual: { from: last?.from, to: last?.to, by: last?.by, method: last?.method },
        answer,
      });
    });
  },
});
