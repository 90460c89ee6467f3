import { defineCase } from "../../define-case.ts";

const HOUR = 3_600;

export default defineCase({
  requirement: "SVC-VERI-004",
  title: "what is not charged is not verified, and is verified at once when charged late",
  phase: "clock",
  async run(context) {
    await context.world.advanceClock(1);
    await context.positive("a documented session whose deadline passes", async (check) => {
      const session = await context.journeys.walkTo("documented");
      await context.world.advanceClock((session.offer.verificationHours + 1) * HOUR);
      const waiting = await context.journeys.read(session.id);
      check.equal("state after the deadline", {
        expected: "documented",
        actual: waiting.session.state,
        answer: waiting.answer,
      });
      check.resource(await context.journeys.charge(session), 201, "sales");
      const { answer, session: read } = await context.journeys.read(session.id);
      check.equal("state after the late charge", { expected: "verified", actual: read.state, answer });
      check.equal("the last two moves", {
        expected: [
          ["charged", "manual"],
          ["verified", "auto"],
        ],
        actual: read.transitions.slice(-2).map(({ to, method }) => [to, method]),
        answer,
      });
    });
  },
});
