import type { Answer } from "../../answer.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";

/** Exactly one of the answers is accepted, the others lost the race or came too late. */
function expectOneWinner(check: Check, answers: readonly Answer[]): void {
  const won = answers.filter((answer) => answer.ok);
  check.equal("transitions that succeeded", { expected: 1, actual: won.length, answer: won[0] });
  for (const lost of answers.filter((answer) => !answer.ok))
    check.refused(lost, "TRANSITION_CONFLICT", "INVALID_TRANSITION");
}

export default defineCase({
  requirement: "SVC-LIFE-008",
  title: "of concurrent transitions one succeeds",
  async run(context) {
    await context.positive("six parties confirm at once", async (check) => {
      const session = await context.journeys.walkTo("scheduled");
      const answers = await Promise.all(
        Array.from({ length: 6 }, () =>
          context.journeys.transition(session, "confirmed", {
            as: session.offer.confirmationPolicy === "client" ? "client" : "organization",
          }),
        ),
      );
      expectOneWinner(check, answers);
      const { answer, session: read } = await context.journeys.read(session.id);
      check.equal("records of the move", {
        expected: 1,
        actual: read.transitions.filter((one) => one.to === "confirmed").length,
        answer,
      });
    });
    await context.positive("delivered and partial at once", async (check) => {
      await context.world.needsFlow("partial_delivery");
      const session = await context.journeys.walkTo("in_progress");
      const answers = await Promise.all(
        ["delivered", "partial", "delivered", "partial"].map((to) => context.journeys.transition(session, to)),
      );
      expectOneWinner(check, answers);
      const { answer, session: read } = await context.journeys.read(session.id);
      const out = read.transitions.filter((one) => one.from === "in_progress");
      check.equal("records out of in_progress", { expected: 1, actual: out.length, answer });
      check.equal("the state is the one recorded", { expected: out[0]?.to ?? "a record", actual: read.state, answer });
    });
  },
});
