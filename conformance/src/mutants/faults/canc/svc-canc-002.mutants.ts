import { defineMutants } from "../../define-mutants.ts";
import { askedBy, sentBy } from "../../fault-parts.ts";
import { asking } from "../../faulty.ts";
import { pricing, tierAt } from "../../pricing.ts";

const ZONE = "America/Santiago";
const HOUR_MS = 3_600_000;

/** What a clock on the wall shows, as if it were UTC. */
function wall(at: number): number {
  const options = { timeZone: ZONE, hourCycle: "h23", dateStyle: "short", timeStyle: "medium" } as const;
  return Date.parse(`${new Intl.DateTimeFormat("sv-SE", options).format(at).replace(" ", "T")}Z`);
}

export default defineMutants("SVC-CANC-002", {
  "counts the hours that a clock on the wall shows": () =>
    pricing(({ start, at, tiers }) => tierAt(tiers, (wall(start) - wall(at)) / HOUR_MS)),
  "counts begun hours as whole ones": () => pricing(({ hours, tiers }) => tierAt(tiers, Math.ceil(hours))),
  "cancels for everybody as the organization does, for nothing": () =>
    asking(askedBy("scheduling.cancel", "organization", "client"), (call) => sentBy(call, "organization")),
});
