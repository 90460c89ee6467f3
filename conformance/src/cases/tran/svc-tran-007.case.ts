import { coreStates } from "../../artefacts.ts";
import { expectBooking } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickList } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-TRAN-007",
  title: "recorded transitions never change",
  async run(context) {
    await context.positive("records read after each move stay as they were", async (check) => {
      const session = await expectBooking(context, check);
      let earlier = pickList(
        (await context.journeys.read(session.id)).answer.body,
        "data.attributes.lifecycle.transitions",
      );
      check.holds("a first record", earlier.length > 0, { expected: "at least one", actual: earlier });
      for (const state of coreStates().slice(earlier.length)) {
        await context.journeys.advance(session, state);
        const { answer } = await context.journeys.read(session.id);
        const now = pickList(answer.body, "data.attributes.lifecycle.transitions");
        check.equal(`records before ${state}`, { expected: earlier, actual: now.slice(0, earlier.length), answer });
        check.holds(`a record of ${state}`, now.length > earlier.length, {
          expected: "one more",
          actual: now.length,
          answer,
        });
        earlier = now;
      }
    });
  },
});
