import { coreStates } from "../../artefacts.ts";
import { expectBooking } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-DIM-001",
  title: "Service documents are valid in every state",
  async run(context) {
    await context.positive("a session on its way to verified, read in every state", async (check) => {
      const session = await expectBooking(context, check);
      const states = coreStates();
      for (const state of states) {
        const { session: before } = await context.journeys.read(session.id);
        if (states.indexOf(before.state) < states.indexOf(state)) await context.journeys.advance(session, state);
        const { answer } = await context.journeys.read(session.id);
        const findings = context.validator.findings("service", answer.at("data.attributes"));
        check.equal(`breaks of the Service schema in ${state}`, { expected: [], actual: findings, answer });
      }
    });
    await context.positive("a cancelled session", async (check) => {
      const session = await context.journeys.reach("cancelled");
      const { answer } = await context.journeys.read(session.id);
      const findings = context.validator.findings("service", answer.at("data.attributes"));
      check.equal("breaks of the Service schema", { expected: [], actual: findings, answer });
    });
  },
});
