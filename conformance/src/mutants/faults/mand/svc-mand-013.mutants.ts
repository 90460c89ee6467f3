import { defineMutants } from "../../define-mutants.ts";
import { byAgent, ignoring, misreading, refusedBy, refusingMandates } from "../../faulty-mandates.ts";

export default defineMutants("SVC-MAND-013", {
  "does not look at the type of a service": () => ignoring("CONSTRAINT_VIOLATED", { constraint: "service_types" }),
  "looks at sessions, and not at what is booked": () =>
    ignoring("CONSTRAINT_VIOLATED", { constraint: "service_types", which: byAgent("scheduling.book") }),
  "looks at the first type only": () => misreading("service_types", (types: string[]) => types.slice(0, 1)),
  "limits what names no type": () =>
    refusingMandates(byAgent("mandates.list"), ({ constraints }) =>
      constraints?.service_types ? refusedBy(8, "CONSTRAINT_VIOLATED", { constraint: "service_types" }) : null,
    ),
});
