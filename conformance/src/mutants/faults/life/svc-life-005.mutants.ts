import { defineMutants } from "../../define-mutants.ts";
import { allowing, renaming } from "../../faulty.ts";

export default defineMutants("SVC-LIFE-005", {
  "cancels without a reason": () =>
    allowing("lifecycle.transition", "VALIDATION_ERROR", ({ attributes }) =>
      attributes["to_state"] === "cancelled" ? { attributes: { ...attributes, reason: "none given" } } : null,
    ),
  "asks for a reason with another code": () =>
    renaming("lifecycle.transition", "VALIDATION_ERROR", { code: "INVALID_TRANSITION" }),
});
