import { expectBooking, sessionIn } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-LIFE-001",
  title: "a booking creates the session in requested",
  async run(context) {
    await context.positive("the booked session", async (check) => {
      const session = await expectBooking(context, check);
      const seen = sessionIn(session.booked);
      const first = seen.transitions[0];
      check.equal("the first record", {
        expected: { from: null, to: "requested" },
        actual: { from: first?.from, to: first?.to },
        answer: session.booked,
      });
      // A contract with the policy `auto` goes on in the same call (lifecycle P-03).
      if (session.offer.confirmationPolicy !== "auto") {
        check.state(session.booked, "requested");
        check.equal("number of records", { expected: 1, actual: seen.transitions.length, answer: session.booked });
        const { answer, session: read } = await context.journeys.read(session.id);
        check.equal("a later read", { expected: "requested", actual: read.state, answer });
      }
    });
  },
});
