import { defineMutants } from "../../define-mutants.ts";
import { type Editable, renaming } from "../../faulty.ts";
import { issuingAnyway } from "../../faulty-mandates.ts";
import type { MutantCall } from "../../mutant-call.ts";

const harmless = (attributes: Editable) => ({ attributes: { ...attributes, scopes: ["service:read"] } });
const from =
  (party: string) =>
  (attributes: Editable, { caller }: MutantCall) =>
    caller === party && !attributes.scopes.every((scope: string) => scope === "service:read")
      ? harmless(attributes)
      : null;

export default defineMutants("SVC-MAND-021", {
  "lets a client grant everything": () => issuingAnyway("FORBIDDEN", from("client")),
  "lets a professional grant everything": () => issuingAnyway("FORBIDDEN", from("provider")),
  "looks at the first scope only": () =>
    issuingAnyway("FORBIDDEN", (attributes) =>
      attributes.scopes.length > 1 && attributes.scopes[0] === "service:read" ? harmless(attributes) : null,
    ),
  "lets a client grant for another client": () =>
    issuingAnyway("FORBIDDEN", (attributes, { caller }) =>
      caller === "client" && attributes.scopes.length === 1 && attributes.context.startsWith("org:clinica")
        ? { as: "second_client", ...harmless(attributes) }
        : null,
    ),
  "lets anybody grant in any organization": () =>
    issuingAnyway("FORBIDDEN", (attributes) =>
      attributes.context.startsWith("org:clinica") || attributes.context.startsWith("personal:")
        ? null
        : { attributes: { ...attributes, context: "org:clinica-andes" } },
    ),
  "refuses, and issues": () => issuingAnyway("FORBIDDEN", from("client"), "no"),
  "calls missing authority a wrong input": () =>
    renaming("mandates.issue", "FORBIDDEN", { code: "VALIDATION_ERROR", status: 422 }),
});
