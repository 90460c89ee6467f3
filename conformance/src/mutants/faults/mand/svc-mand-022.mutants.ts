import { defineMutants } from "../../define-mutants.ts";
import { type Editable, editingAttributes, editingErrors } from "../../faulty.ts";
import { issuingAnyway } from "../../faulty-mandates.ts";
import type { MutantCall } from "../../mutant-call.ts";

const ROLES: Readonly<Record<string, string>> = {
  organization: "organization",
  provider: "professional",
  client: "patient",
};

/** The role that a principal has, whatever it says. */
const corrected = (attributes: Editable, { caller }: MutantCall) => {
  const role = ROLES[caller ?? ""];
  return role === undefined ? null : { attributes: { ...attributes, principal_type: role, acting_for: role } };
};

export default defineMutants("SVC-MAND-022", {
  "lets a principal hand out the interests of others": () => issuingAnyway("VALIDATION_ERROR", corrected),
  "believes what a principal says that it is": () => issuingAnyway("FORBIDDEN", corrected),
  "acts for the organization in every mandate": () =>
    editingAttributes("mandates.issue", (mandate) => {
      mandate.acting_for = "organization";
    }),
  "points at the principal": () =>
    editingErrors("mandates.issue", ({ source }) => {
      if (source?.pointer) source.pointer = "/data/attributes/principal_id";
    }),
});
