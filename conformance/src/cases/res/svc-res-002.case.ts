import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { ResourceBench } from "../../resource-bench.ts";
import type { Slot } from "../../slot-book.ts";

const BUFFER = 15;

export default defineCase({
  requirement: "SVC-RES-002",
  title: "a resource is occupied for the session and its buffer, the provider for the session only",
  async run(context) {
    await ResourceBench.use(context, async (bench) => {
      const { offer } = await bench.place();
      const length = offer.durationMinutes;
      const booked = await context.positive("a session on a resource with a buffer", async (check) => {
        // before … inside the buffer before … the session … inside the buffer after … after
        const run = await bench.run([0, BUFFER, length + BUFFER, 2 * length + BUFFER, 2 * length + 2 * BUFFER]);
        const [buffered, other] = [await bench.create({ buffer_minutes: BUFFER }), await bench.create()];
        const slots = run as [Slot, Slot, Slot, Slot, Slot];
        await bench.expectBooked(check, { slot: slots[2], resourceId: buffered });
        return { slots, buffered, other };
      });
      for (const [where, at, clear] of [
        ["right after the session", 3, 4],
        ["right before the session", 1, 0],
      ] as const) {
        const control = await context.positive(`${where} the provider is free, on another resource`, async (check) => {
          const { slots, other } = need(booked.value);
          const session = await bench.expectBooked(check, { slot: slots[at], resourceId: other });
          await bench.cancel(session);
        });
        await context.negative(`${where} the same resource is not`, control, async (check) => {
          const { slots, buffered, other } = need(booked.value);
          await bench.expectUnavailable(check, { slot: slots[at], resourceId: buffered });
          // Nothing was held by the refused one: provider and client are still free there.
          await bench.cancel(await bench.expectBooked(check, { slot: slots[at], resourceId: other }));
        });
        await context.positive(`${where} and its buffer the same resource is free`, async (check) => {
          const { slots, buffered } = need(booked.value);
          await bench.expectBooked(check, { slot: slots[clear], resourceId: buffered });
        });
      }
    });
  },
});
