import { expectUnmoved } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-PAY-002",
  title: "a sale moves the session from documented to charged",
  async run(context) {
    const control = await context.positive("a documented session", async (check) => {
      const session = await context.journeys.walkTo("documented");
      check.resource(await context.journeys.charge(session), 201, "sales");
      const { answer, session: read } = await context.journeys.read(session.id);
      check.equal("state", { expected: "charged", actual: read.state, answer });
      const last = read.transitions.at(-1);
      check.equal("the last record", { expected: ["documented", "charged"], actual: [last?.from, last?.to], answer });
    });
    for (const from of ["requested", "in_progress", "delivered"]) {
      await context.negative(`a session in ${from}`, control, async (check) => {
        const session = await context.journeys.walkTo(from);
        const { session: before } = await context.journeys.read(session.id);
        check.refused(await context.journeys.charge(session), "INVALID_TRANSITION", "VALIDATION_ERROR");
        await expectUnmoved(context, check, before);
      });
    }
  },
});
