import { askAvailability, datesAround, type ShownSlots } from "./availability-steps.ts";
import type { CaseContext } from "./case-context.ts";
import type { Check } from "./check.ts";
import { ResourceBench } from "./resource-bench.ts";

/** What an availability query may name, and the highest score a slot of it may have (lifecycle 9.4). */
export const MODES = [
  { mode: "A", names: "a provider", provider: true, resource: false, ceiling: 0.9 },
  { mode: "B", names: "a resource", provider: false, resource: true, ceiling: 0.8 },
  { mode: "C", names: "a provider and a resource", provider: true, resource: true, ceiling: 1 },
] as const;

export type Mode = (typeof MODES)[number];

/** Asks in each mode in turn; modes with a resource only where the node lets the suite make one. */
export async function inEachMode(
  context: CaseContext,
  judge: (mode: Mode, ask: (check: Check) => Promise<ShownSlots>) => Promise<void>,
): Promise<void> {
  const { offer, slots } = await context.world.bookable();
  const first = slots.all[Math.floor(slots.all.length / 2)] ?? slots.take();
  const dates = datesAround(Date.parse(first.startsAt));
  await ResourceBench.use(context, async (bench) => {
    let resource: string | undefined;
    for (const mode of MODES) {
      await judge(mode, async (check) => {
        if (mode.resource) {
          await context.world.needs("resource.create");
          resource ??= await bench.create();
        }
        const shown = await askAvailability(context, check, {
          ...dates,
          service_id: offer.serviceId,
          provider_id: mode.provider ? offer.providerId : undefined,
          resource_id: mode.resource ? resource : undefined,
        });
        check.holds(`slots of mode ${mode.mode}`, shown.slots.length > 0, {
          expected: "at least one",
          actual: shown.slots.length,
          answer: shown.first,
        });
        return shown;
      });
    }
  });
}
