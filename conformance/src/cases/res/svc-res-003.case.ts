import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { ResourceBench } from "../../resource-bench.ts";
import type { Slot } from "../../slot-book.ts";

export default defineCase({
  requirement: "SVC-RES-003",
  title: "a resource holds as many clients at once as its capacity",
  async run(context) {
    await ResourceBench.use(context, async (bench) => {
      // One offer, one provider, one start, one resource: a group (lifecycle 9.1), so that only the room can be full.
      const control = await context.positive("two clients where two have room", async (check) => {
        const [slot] = (await bench.run([0])) as [Slot];
        const resourceId = await bench.create({ capacity: 2 });
        await bench.expectBooked(check, { slot, resourceId, clientId: await context.world.newClient() });
        const clientId = await context.world.newClient();
        const second = await bench.expectBooked(check, { slot, resourceId, clientId });
        return { slot, resourceId, second, third: await context.world.newClient() };
      });
      await context.negative("a third client where two have room", control, async (check) => {
        const { slot, resourceId, second, third } = need(control.value);
        await bench.expectUnavailable(check, { slot, resourceId, clientId: third });
        await bench.cancel(second);
        await bench.expectBooked(check, { slot, resourceId, clientId: third });
      });
      const alone = await context.positive("one client where one has room", async (check) => {
        const [slot] = (await bench.run([0])) as [Slot];
        const resourceId = await bench.create({ capacity: 1 });
        await bench.expectBooked(check, { slot, resourceId, clientId: await context.world.newClient() });
        return { slot, resourceId };
      });
      await context.negative("a second client where one has room", alone, async (check) => {
        const { slot, resourceId } = need(alone.value);
        const clientId = await context.world.newClient();
        const { answer } = await bench.tryBook({ slot, resourceId, clientId });
        // Without a group the provider is taken as well; either obstacle may be named.
        check.refused(answer, "RESOURCE_UNAVAILABLE", "CONFLICT");
      });
    });
  },
});
