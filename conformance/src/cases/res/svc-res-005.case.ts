import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { ResourceBench } from "../../resource-bench.ts";
import type { Slot } from "../../slot-book.ts";

export default defineCase({
  requirement: "SVC-RES-005",
  title: "a deleted resource stays readable, out of use, and is not booked",
  async run(context) {
    await ResourceBench.use(context, async (bench) => {
      const control = await context.positive("a resource in use is booked", async (check) => {
        const [slot] = (await bench.run([0])) as [Slot];
        const [resourceId, other] = [await bench.create(), await bench.create()];
        await bench.cancel(await bench.expectBooked(check, { slot, resourceId }));
        return { slot, resourceId, other };
      });
      const deleted = await context.positive("it is deleted, and still read", async (check) => {
        const { resourceId } = need(control.value);
        const before = await bench.get(resourceId);
        for (const answer of [await bench.remove(resourceId), await bench.remove(resourceId)]) {
          check.resource(answer, 200, "resources");
          check.equal("is_active", { expected: false, actual: answer.at("data.attributes.is_active"), answer });
        }
        const answer = await bench.get(resourceId);
        check.resource(answer, 200, "resources");
        check.equal("is_active, read again", {
          expected: false,
          actual: answer.at("data.attributes.is_active"),
          answer,
        });
        for (const member of ["name", "capacity", "buffer_minutes", "availability"]) {
          const expected = before.at(`data.attributes.${member}`);
          check.equal(`${member} stays`, { expected, actual: answer.at(`data.attributes.${member}`), answer });
        }
      });
      await context.negative("it is booked after that", deleted, async (check) => {
        const { slot, resourceId, other } = need(control.value);
        await bench.expectUnavailable(check, { slot, resourceId });
        await bench.expectBooked(check, { slot, resourceId: other });
      });
    });
  },
});
