import { serviceStates, targetsOf } from "../../artefacts.ts";
import { unknownId } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickList } from "../../json-path.ts";

const sorted = (names: readonly unknown[]) => [...names].map(String).sort();

export default defineCase({
  requirement: "SVC-LIFE-009",
  title: "the state answer has the state, the whole history and exactly the allowed targets",
  async run(context) {
    await context.world.needs("lifecycle.get_state");
    let control: Awaited<ReturnType<typeof context.positive<void>>> | undefined;
    for (const { name: state } of serviceStates()) {
      const judged = await context.positive(`in ${state}`, async (check) => {
        const session = await context.journeys.reach(state);
        const answer = await context.node.call("lifecycle.get_state", { path: { session_id: session.id } });
        if (!check.resource(answer, 200, "lifecycle_states")) return;
        const member = (name: string) => answer.at(`data.attributes.${name}`);
        check.equal("current_state", { expected: state, actual: member("current_state"), answer });
        check.equal("available_transitions", {
          expected: sorted(targetsOf(state)),
          actual: sorted(pickList(answer.body, "data.attributes.available_transitions")),
          answer,
        });
        const { answer: reading } = await context.journeys.read(session.id);
        check.equal("transitions", {
          expected: reading.at("data.attributes.lifecycle.transitions"),
          actual: member("transitions"),
          answer,
        });
      });
      control ??= judged;
    }
    if (control !== undefined) {
      await context.negative("a session that nobody has", control, async (check) => {
        const path = { session_id: unknownId(context) };
        check.refused(await context.node.call("lifecycle.get_state", { path }), "NOT_FOUND");
      });
    }
  },
});
