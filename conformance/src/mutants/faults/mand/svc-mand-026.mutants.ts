import { defineMutants } from "../../define-mutants.ts";
import { editingAttributes } from "../../faulty.ts";
import { issuingAnyway } from "../../faulty-mandates.ts";

const taking = (which: (scope: string) => boolean) => () =>
  issuingAnyway("VALIDATION_ERROR", (attributes) =>
    attributes.scopes.some(which) ? { attributes: { ...attributes, scopes: ["service:read"] } } : null,
  );

export default defineMutants("SVC-MAND-026", {
  "grants scopes that nobody knows": taking((scope) => scope === "foo:bar"),
  "grants everything of a resource at once": taking((scope) => scope.endsWith("*")),
  "does not mind how a scope is written": taking((scope) => scope.startsWith("X-")),
  "drops scopes that are its own": () =>
    editingAttributes("mandates.issue", (mandate) => {
      mandate.scopes = mandate.scopes.filter((scope: string) => !scope.startsWith("x-"));
    }),
});
