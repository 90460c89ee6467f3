import { defineCase } from "../../define-case.ts";

const CALLS = 20;

export default defineCase({
  requirement: "SVC-SCHED-005",
  title: "of concurrent bookings of one place one succeeds",
  async run(context) {
    await context.positive(`${CALLS} parallel bookings of one slot`, async (check) => {
      const { attributes } = await context.journeys.bookingAttributes();
      const answers = await Promise.all(
        Array.from({ length: CALLS }, () => context.node.call("scheduling.book", { attributes })),
      );
      const won = answers.filter((answer) => answer.status === 201);
      for (const answer of won) context.journeys.adopt(answer);
      check.equal("bookings that succeeded", { expected: 1, actual: won.length });
      if (won[0] !== undefined) check.resource(won[0], 201, "sessions");
      for (const lost of answers.filter((answer) => answer.status !== 201))
        check.refused(lost, "CONFLICT", "RESOURCE_UNAVAILABLE");
    });
  },
});
