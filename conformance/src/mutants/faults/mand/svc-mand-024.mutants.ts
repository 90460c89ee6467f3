import { defineMutants } from "../../define-mutants.ts";
import { answering, editingAttributes, refusal } from "../../faulty.ts";
import { issuingAnyway } from "../../faulty-mandates.ts";

const SHOWN = ["mandates.issue", "mandates.get", "mandates.list"] as const;

export default defineMutants("SVC-MAND-024", {
  "forgets signatures": () => editingAttributes("mandates.get", (mandate) => void delete mandate.signature),
  "wants mandates to be signed": () =>
    answering("mandates.issue", ({ attributes }) =>
      attributes["signature"] === undefined
        ? refusal("VALIDATION_ERROR", { source: { pointer: "/data/attributes/signature" } })
        : null,
    ),
  "writes its own word over the metadata": () =>
    editingAttributes(SHOWN, (mandate) => {
      if (mandate.metadata) mandate.metadata = { issued_by: mandate.principal_id };
    }),
  "has a word of its own for a status": () =>
    editingAttributes(SHOWN, (mandate) => {
      mandate.status = String(mandate.status).toUpperCase();
    }),
  "lists mandates without their constraints": () =>
    editingAttributes("mandates.list", (mandate) => void delete mandate.constraints),
  "takes constraints that mean nothing": () =>
    issuingAnyway("VALIDATION_ERROR", ({ constraints, ...attributes }) => (constraints ? { attributes } : null)),
  "grants nothing": () =>
    issuingAnyway("VALIDATION_ERROR", (attributes) =>
      attributes.scopes.length === 0 ? { attributes: { ...attributes, scopes: ["service:read"] } } : null,
    ),
});
