import { defineCase } from "../../define-case.ts";
import { pickList } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-TRAN-002",
  title: "the records form one chain from null to the current state",
  async run(context) {
    await context.positive("the history of a verified session", async (check) => {
      const { owned, answer, session } = await context.journeys.exemplar();
      const [first] = session.transitions;
      check.equal("the first record", {
        expected: { from: null, to: "requested" },
        actual: { from: first?.from, to: first?.to },
        answer,
      });
      check.equal("each record starts where the one before ended", {
        expected: session.transitions.slice(0, -1).map((record) => record.to),
        actual: session.transitions.slice(1).map((record) => record.from),
        answer,
      });
      check.equal("the last record ends in current_state", {
        expected: session.state,
        actual: session.transitions.at(-1)?.to,
        answer,
      });
      check.equal("current_state", { expected: "verified", actual: session.state, answer });
      if (!(await context.world.declares("lifecycle.get_state"))) return;
      const state = await context.node.call("lifecycle.get_state", { path: { session_id: owned.id } });
      check.resource(state, 200, "lifecycle_states");
      check.equal("lifecycle.get_state has as many records", {
        expected: session.transitions.length,
        actual: pickList(state.body, "data.attributes.transitions").length,
        answer: state,
      });
    });
  },
});
