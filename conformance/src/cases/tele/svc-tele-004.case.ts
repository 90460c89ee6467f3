import { declaredNames } from "../../declared-names.ts";
import { defineCase } from "../../define-case.ts";
import { pickNumber } from "../../json-path.ts";

const LEAST = 5;

export default defineCase({
  requirement: "SVC-TELE-004",
  title: "an aggregate of fewer than five organizations is not published",
  negativeOmitted:
    "the ledger's negative is a node that publishes a value; whose figures are few cannot be arranged from outside",
  async run(context) {
    const names = await declaredNames(context, /^market[._]/);
    if (names.length === 0)
      context.notApplicable("aggregates are published by the network's registry, and the node declares none");
    await context.positive("a segment that nobody is in", async (check) => {
      const word = context.world.uniqueWord();
      const target = `/market/benchmark?event_type=booking_created&vertical=${word}&region=CL`;
      const answer = await context.node.raw({ method: "GET", target });
      check.status(answer, 200);
      check.equal("ok", { expected: false, actual: answer.at("ok"), answer });
      check.equal("reason", { expected: "insufficient_data", actual: answer.at("reason"), answer });
      const contributors = pickNumber(answer.body, "contributors") ?? 0;
      check.holds("contributors", contributors < LEAST, {
        expected: `fewer than ${LEAST}`,
        actual: contributors,
        answer,
      });
    });
  },
});
