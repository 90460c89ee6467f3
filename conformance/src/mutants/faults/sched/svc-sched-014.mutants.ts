import { defineMutants } from "../../define-mutants.ts";
import { changed } from "../../fault-parts.ts";
import { asking, type Editable } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

/** Reads the blocks of a resource in another zone. */
function readingIn(zoneOf: (zone: string) => string): Fault {
  return asking("resource.create", (call) => {
    const { availability, timezone } = call.attributes as Editable;
    const blocks = availability?.map((block: Editable) => ({
      ...block,
      timezone: zoneOf(block.timezone ?? timezone ?? "UTC"),
    }));
    return changed(call, { availability: blocks });
  });
}

/** The zone that shows today's time all year round. */
const FIXED: Readonly<Record<string, string>> = { "America/Santiago": "Etc/GMT+3", "Europe/Berlin": "Etc/GMT-1" };

export default defineMutants("SVC-SCHED-014", {
  "reads blocks in UTC": () => readingIn(() => "UTC"),
  "reads blocks by the clock of today all year round": () => readingIn((zone) => FIXED[zone] ?? zone),
  "reads all blocks in the zone of their resource": () =>
    asking("resource.create", (call) => {
      const { availability } = call.attributes as Editable;
      return changed(call, { availability: availability?.map(({ timezone: _, ...block }: Editable) => block) });
    }),
  "opens on six days of seven": () =>
    asking("resource.create", (call) => {
      const { availability } = call.attributes as Editable;
      return availability?.length === 7 ? changed(call, { availability: availability.slice(1) }) : null;
    }),
});
