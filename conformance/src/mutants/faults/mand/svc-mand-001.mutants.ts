import { defineMutants } from "../../define-mutants.ts";
import { editingErrors, renaming } from "../../faulty.ts";
import { byAgent, claimOf, ignoring } from "../../faulty-mandates.ts";
import type { MutantCall } from "../../mutant-call.ts";

const namesOne = (call: MutantCall) => claimOf(call)["mandate_id"] !== undefined;

export default defineMutants("SVC-MAND-001", {
  "lets an agent act without a mandate": () =>
    ignoring("MANDATE_REQUIRED", { which: (call) => byAgent()(call) && !namesOne(call) }),
  "takes any id for a mandate": () =>
    ignoring("MANDATE_REQUIRED", { which: (call) => byAgent()(call) && namesOne(call) }),
  "does not find a mandate that it does not know": () =>
    renaming(byAgent(), "MANDATE_REQUIRED", { code: "NOT_FOUND", status: 404 }),
  "does not ask who reads": () =>
    ignoring("MANDATE_REQUIRED", { which: (call) => byAgent("service.get")(call) && !namesOne(call) }),
  "counts its checks from another number": () =>
    editingErrors(byAgent(), (error) => {
      if (error.meta?.check !== undefined) error.meta.check += 1;
    }),
});
