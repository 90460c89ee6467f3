import { inEachMode } from "../../availability-modes.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-SCHED-011",
  title: "no slot is more certain than its mode allows",
  async run(context) {
    await context.world.needs("scheduling.check_availability");
    await inEachMode(context, async (mode, ask) => {
      await context.positive(`mode ${mode.mode}, ${mode.names}: at most ${mode.ceiling}`, async (check) => {
        const shown = await ask(check);
        const scores = [...new Set(shown.slots.flatMap((slot) => slot.confidence ?? []))];
        const outside = scores.filter((score) => score < 0 || score > mode.ceiling);
        check.equal("scores outside", { expected: [], actual: outside, answer: shown.first });
      });
    });
  },
});
