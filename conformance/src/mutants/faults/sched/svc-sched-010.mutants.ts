import { defineMutants } from "../../define-mutants.ts";
import { retargeted } from "../../fault-parts.ts";
import { asking, type Editable, editing } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";
import { storing, whileResourceHas } from "../../resource-faults.ts";

const ask = "scheduling.check_availability";

/** Offers times of a resource as if it needed no buffer, and books as it should. */
function offeringIntoBuffers(): Fault {
  return async (call) => {
    const resource = call.query.get("resource_id");
    if (!call.is(ask) || resource === null || call.query.has("provider_id")) return call.pass();
    return whileResourceHas(call, resource, { buffer_minutes: 0 });
  };
}

export default defineMutants("SVC-SCHED-010", {
  "offers times within the buffer": offeringIntoBuffers,
  "answers for the provider alone where both are asked for": () =>
    asking(ask, (call) => {
      const both = call.query.has("provider_id") && call.query.has("resource_id");
      return both ? retargeted(call, { resource_id: null }) : null;
    }),
  "answers for the resource alone where both are asked for": () =>
    asking(ask, (call) => {
      const both = call.query.has("provider_id") && call.query.has("resource_id");
      return both ? retargeted(call, { provider_id: null }) : null;
    }),
  "offers places in empty rooms only": () => storing(({ capacity }) => (capacity > 1 ? { capacity: 1 } : {})),
  "offers places in full rooms": () => storing(({ capacity }) => (capacity > 1 ? { capacity: capacity + 1 } : {})),
  "does not name the resource of a slot": () =>
    editing(ask, (body) => {
      for (const slot of body.data as Editable[]) delete slot.attributes.resource_id;
    }),
});
