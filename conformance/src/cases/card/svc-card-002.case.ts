import { coreStates, serviceStates } from "../../artefacts.ts";
import { defineCase } from "../../define-case.ts";
import { pickList } from "../../json-path.ts";

const FLOWS = ["cancellation", "no_show", "rescheduling", "dispute", "partial_delivery", "resource_conflict"];

export default defineCase({
  requirement: "SVC-CARD-002",
  title: "the card declares the states and at least three exception flows",
  async run(context) {
    await context.positive("capabilities of the card", async (check) => {
      const card = await context.world.agentCard();
      const states = pickList(card, "capabilities.lifecycle_states");
      check.equal("core states that are missing", {
        expected: [],
        actual: coreStates().filter((state) => !states.includes(state)),
      });
      const known = new Set(serviceStates().map((state) => state.name));
      const foreign = states.filter(
        (state) => typeof state !== "string" || (!known.has(state) && !state.startsWith("x-")),
      );
      check.equal("states of no or another version", { expected: [], actual: foreign });
      const flows = new Set(pickList(card, "capabilities.exception_flows"));
      check.holds("exception flows", [...flows].filter((flow) => FLOWS.includes(String(flow))).length >= 3, {
        expected: `at least three of ${FLOWS.join(", ")}`,
        actual: [...flows],
      });
    });
  },
});
