import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { ResourceBench } from "../../resource-bench.ts";
import type { Slot } from "../../slot-book.ts";
import { Unmet } from "../../verdict.ts";

export default defineCase({
  requirement: "SVC-SCHED-006",
  title: "provider, client and resource are committed together or not at all",
  async run(context) {
    await ResourceBench.use(context, async (bench) => {
      /** A time at which two providers of the offer are free. */
      const shared = async (): Promise<{ slot: Slot; other: Slot }> => {
        const { others } = await bench.place();
        const at = (slot: Slot) => others.find((one) => Date.parse(one.startsAt) === Date.parse(slot.startsAt));
        const [slot] = (await bench.run([0], (first) => at(first) !== undefined)) as [Slot];
        const other = at(slot);
        if (other === undefined) throw new Unmet("no time at which two providers of an offer are free");
        return { slot, other };
      };
      const control = await context.positive("a booking commits all three", async (check) => {
        const { slot, other } = await shared();
        const [mine, free] = [await bench.create(), await bench.create()];
        const [client, another] = [await context.world.newClient(), await context.world.newClient()];
        await bench.expectBooked(check, { slot, resourceId: mine, clientId: client });
        const busyProvider = await bench.tryBook({ slot, resourceId: free, clientId: another });
        check.refused(busyProvider.answer, "CONFLICT");
        const busyClient = await bench.tryBook({ slot: other, resourceId: free, clientId: client });
        check.refused(busyClient.answer, "CONFLICT");
        return { other, mine, free, another };
      });
      await context.negative("a booking that fails for the resource holds nobody", control, async (check) => {
        const { other, mine, free, another } = need(control.value);
        await bench.expectUnavailable(check, { slot: other, resourceId: mine, clientId: another });
        // The very provider and client of the failed one, at the same time, with the one thing changed.
        await bench.expectBooked(check, { slot: other, resourceId: free, clientId: another });
      });
      await context.negative("a reschedule that fails for the resource moves nothing", control, async (check) => {
        await context.world.needs("scheduling.reschedule");
        const [from, to] = (await bench.run([0, (await bench.place()).offer.durationMinutes])) as [Slot, Slot];
        const [mine, free] = [await bench.create(), await bench.create()];
        const session = await bench.expectBooked(check, { slot: from, resourceId: mine });
        check.status(await context.journeys.transition(session, "scheduled"), 200);
        // Somebody else has the resource at the wanted time, with another provider where there is one.
        const blocker = await bench.expectBooked(check, {
          slot: to,
          resourceId: mine,
          clientId: await context.world.newClient(),
        });
        const { session: before } = await context.journeys.read(session.id);
        const answer = await context.journeys.operate("scheduling.reschedule", session, {
          attributes: { new_datetime: to.startsAt },
        });
        check.refused(answer, "RESOURCE_UNAVAILABLE", "CONFLICT");
        const { answer: read, session: after } = await context.journeys.read(session.id);
        check.equal("the session stays", { expected: before.attributes, actual: after.attributes, answer: read });
        await bench.cancel(blocker);
        const held = await bench.tryBook({ slot: from, resourceId: free, clientId: await context.world.newClient() });
        check.refused(held.answer, "CONFLICT");
        // With the resource free again, the very same request is accepted.
        const moved = await context.journeys.operate("scheduling.reschedule", session, {
          attributes: { new_datetime: to.startsAt },
        });
        check.resource(moved, 200, "sessions");
      });
    });
  },
});
