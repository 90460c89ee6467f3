import { coreStates } from "../../artefacts.ts";
import { expectBooking, expectUnmoved } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { Unmet } from "../../verdict.ts";

export default defineCase({
  requirement: "SVC-LIFE-002",
  title: "eight states in strict order, none skipped",
  async run(context) {
    const states = coreStates();
    const walk = await context.positive("a walk through all eight states", async (check) => {
      const session = await expectBooking(context, check);
      check.state(session.booked, states[0] ?? "requested");
      for (const state of states.slice(1)) {
        await context.journeys.advance(session, state);
        const { answer, session: read } = await context.journeys.read(session.id);
        check.equal("lifecycle.current_state", { expected: state, actual: read.state, answer });
      }
      const { answer, session: end } = await context.journeys.read(session.id);
      check.equal("states entered, in order", {
        expected: states,
        actual: end.transitions.map((one) => one.to),
        answer,
      });
    });
    await context.negative("every jump forward, from every state", walk, async (check) => {
      const session = await context.journeys.book();
      for (const [index, state] of states.entries()) {
        if (index > 0) await context.journeys.advance(session, state);
        const { session: before } = await context.journeys.read(session.id);
        if (before.state !== state) throw new Unmet(`the session is in ${before.state} and not in ${state}`);
        for (const target of states.slice(index + 2)) {
          check.refused(await context.journeys.transition(session, target), "INVALID_TRANSITION");
          await expectUnmoved(context, check, before);
        }
      }
    });
  },
});
