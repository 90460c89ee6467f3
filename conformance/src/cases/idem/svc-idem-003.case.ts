import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

const TWINS = 6;

export default defineCase({
  requirement: "SVC-IDEM-003",
  title: "parallel twins under one key are executed once",
  async run(context) {
    await context.positive(`${TWINS} parallel bookings under one key leave one session`, async (check) => {
      const { attributes } = await context.journeys.bookingAttributes();
      const idempotencyKey = `certify-${context.world.uniqueWord()}`;
      const answers = await Promise.all(
        Array.from({ length: TWINS }, () => context.node.call("scheduling.book", { attributes, idempotencyKey })),
      );
      const accepted = answers.filter((answer) => answer.status === 201);
      for (const answer of accepted) context.journeys.adopt(answer);
      for (const answer of answers.filter((one) => one.status !== 201))
        check.refused(answer, "IDEMPOTENCY_IN_PROGRESS");
      check.holds("at least one is accepted", accepted.length > 0, {
        expected: "a 201",
        actual: answers.map((one) => one.describe()),
      });
      const ids = [...new Set(accepted.map((answer) => pickText(answer.body, "data.id")))];
      check.equal("sessions made", { expected: 1, actual: ids.length });
      check.holds("the session has an id", ids[0] !== undefined, {
        expected: "an id",
        actual: accepted[0]?.text,
        answer: accepted[0],
      });
    });
  },
});
