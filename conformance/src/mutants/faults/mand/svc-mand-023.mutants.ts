import { defineMutants } from "../../define-mutants.ts";
import { editingAttributes, pretending, refusing, renaming } from "../../faulty.ts";
import { mandateReply } from "../../faulty-mandates.ts";
import type { MutantCall } from "../../mutant-call.ts";

const CHANGES = ["mandates.suspend", "mandates.reactivate", "mandates.revoke"] as const;
const as = (status: string) => (call: MutantCall) =>
  mandateReply(call, (mandate) => Object.assign(mandate, { status }));

export default defineMutants("SVC-MAND-023", {
  "suspends what is suspended": () => pretending("mandates.suspend", "CONFLICT", as("suspended")),
  "puts in force what never was out of it, and what is over": () =>
    pretending("mandates.reactivate", "CONFLICT", as("active")),
  "revokes twice": () => pretending("mandates.revoke", "CONFLICT", as("revoked")),
  "never puts a mandate in force again": () => refusing("mandates.reactivate", "CONFLICT"),
  "prolongs what it puts in force again": () => {
    const prolonged = new Set<string>();
    return editingAttributes(["mandates.get", "mandates.reactivate"], (mandate, call) => {
      if (call.is("mandates.reactivate")) prolonged.add(mandate.mandate_id);
      if (!prolonged.has(mandate.mandate_id)) return;
      mandate.expires_at = new Date(Date.parse(mandate.expires_at) + 3_600_000).toISOString();
    });
  },
  "calls a change that is not possible a wrong input": () =>
    renaming(CHANGES, "CONFLICT", { code: "VALIDATION_ERROR", status: 422 }),
});
