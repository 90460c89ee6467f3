import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { expectInvalid } from "../../refusals.ts";
import { ResourceBench } from "../../resource-bench.ts";
import type { Slot } from "../../slot-book.ts";

export default defineCase({
  requirement: "SVC-RES-004",
  title: "an offer that is delivered with a resource is booked with one",
  async run(context) {
    await ResourceBench.use(context, async (bench) => {
      const { offer } = await bench.place();
      if (!offer.needsResource) context.notVerified("no public offer of the bound provider needs a resource");
      const control = await context.positive("with resource_id", async (check) => {
        const [slot] = (await bench.run([0])) as [Slot];
        const resourceId = offer.fixedResourceId ?? (await bench.create());
        await bench.cancel(await bench.expectBooked(check, { slot, resourceId }));
        return { slot, resourceId };
      });
      await context.negative("without resource_id", control, async (check) => {
        const { slot, resourceId } = need(control.value);
        const { answer } = await bench.tryBook({ slot, resourceId: null });
        expectInvalid(check, answer, "resource_id");
        await bench.expectBooked(check, { slot, resourceId });
      });
    });
  },
});
