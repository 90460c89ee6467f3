import { expectBooking, expectMove } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-HTTP-010",
  title: "a command answers the session in its new state with meta.transition",
  async run(context) {
    for (const to of ["scheduled", "cancelled"]) {
      await context.positive(`a transition to ${to}`, async (check) => {
        const session = await expectBooking(context, check);
        const moved = await expectMove(context, check, { session, to });
        const { answer, session: read } = await context.journeys.read(session.id);
        check.equal("the id is the session's", {
          expected: session.id,
          actual: pickText(moved.body, "data.id"),
          answer: moved,
        });
        check.equal("a later read shows the same state", { expected: to, actual: read.state, answer });
        const last = read.transitions.at(-1);
        for (const member of ["from", "to", "at"] as const) {
          check.equal(`meta.transition.${member} repeats the last record`, {
            expected: last?.[member],
            actual: moved.at(`meta.transition.${member}`),
            answer: moved,
          });
        }
        check.equal("meta.transition.to", { expected: to, actual: moved.at("meta.transition.to"), answer: moved });
      });
    }
  },
});
