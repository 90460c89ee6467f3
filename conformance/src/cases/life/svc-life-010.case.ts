import { coreStates } from "../../artefacts.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-LIFE-010",
  title: "no intermediate state replaces a core state",
  async run(context) {
    await context.positive("the history of a verified session", async (check) => {
      const { answer, session } = await context.journeys.exemplar();
      check.equal("current state", { expected: "verified", actual: session.state, answer });
      const core = session.transitions.map((one) => one.to).filter((state) => coreStates().includes(state ?? ""));
      check.equal("core states in the history, in order", { expected: coreStates(), actual: core, answer });
      const others = session.transitions
        .map((one) => one.to ?? "")
        .filter((state) => !coreStates().includes(state) && !/^x-[a-z0-9-]+_/.test(state));
      check.equal("states that are neither core nor an extension", { expected: [], actual: others, answer });
    });
  },
});
