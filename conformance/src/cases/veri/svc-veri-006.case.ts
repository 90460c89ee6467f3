import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-VERI-006",
  title: "the deadline shows from delivery until verification",
  async run(context) {
    await context.world.needs("lifecycle.get_state");
    const session = await context.journeys.walkTo("in_progress");
    const state = () => context.node.call("lifecycle.get_state", { path: { session_id: session.id } });
    await context.positive("none before delivery", async (check) => {
      const answer = await state();
      check.resource(answer, 200, "lifecycle_states");
      const seen = answer.at("data.attributes.verification_deadline");
      check.holds("verification_deadline", seen === undefined || seen === null, {
        expected: "none",
        actual: seen,
        answer,
      });
    });
    for (const to of ["delivered", "documented", "charged"]) {
      await context.positive(`in ${to}`, async (check) => {
        await context.journeys.advance(session, to);
        const answer = await state();
        check.resource(answer, 200, "lifecycle_states");
        check.equal("current_state", { expected: to, actual: answer.at("data.attributes.current_state"), answer });
        const seen = pickText(answer.body, "data.attributes.verification_deadline");
        check.holds("verification_deadline", !Number.isNaN(Date.parse(seen ?? "")), {
          expected: "an instant",
          actual: seen ?? "nothing",
          answer,
        });
        const { session: read } = await context.journeys.read(session.id);
        check.equal("the deadline of the session", {
          expected: pickText(read.attributes, "lifecycle.verification_deadline"),
          actual: seen,
          answer,
        });
      });
    }
  },
});
