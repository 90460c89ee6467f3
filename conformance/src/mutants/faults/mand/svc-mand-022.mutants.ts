import { defineMutants } from "../../define-mutants.ts";
import { type Editable, editingAttributes, editingErrors } from "../../faulty.ts";
import { issuingAnyway } from "../../faulty-mandates.ts";

const ROLES: Readonly<Record<string, string>> = {
  organization: "organization",
  provider: "professional",
  client: "patient",
};

/** Issues with the role that a principal has, for some of what it says. */
const correcting = (which: (attributes: Editable, role: string) => boolean) => () =>
  issuingAnyway("VALIDATION_ERROR", (attributes, { caller }) => {
    const role = ROLES[caller ?? ""] ?? "";
    const corrected = { ...attributes, principal_type: role, acting_for: role };
    return which(attributes, role) ? { attributes: corrected } : null;
  });

export default defineMutants("SVC-MAND-022", {
  "lets a principal hand out the interests of others": correcting(
    ({ principal_type }, role) => principal_type === role,
  ),
  "believes what a principal says that it is": correcting(({ principal_type }, role) => principal_type !== role),
  "lets a client hand out the interests of the organization": correcting(
    ({ acting_for, principal_type }, role) =>
      role === "patient" && principal_type === role && acting_for === "organization",
  ),
  "acts for the organization in every mandate": () =>
    editingAttributes("mandates.issue", (mandate) => {
      mandate.acting_for = "organization";
    }),
  "points at the principal": () =>
    editingErrors("mandates.issue", ({ source }) => {
      if (source?.pointer) source.pointer = "/data/attributes/principal_id";
    }),
});
