import { defineMutants } from "../../define-mutants.ts";
import { allowing, renaming } from "../../faulty.ts";

export default defineMutants("SVC-LIFE-004", {
  "says that an unknown state is no valid target": () =>
    renaming("lifecycle.transition", "VALIDATION_ERROR", { code: "INVALID_TRANSITION" }),
  "understands the words of another version": () =>
    allowing("lifecycle.transition", "VALIDATION_ERROR", ({ attributes }) =>
      attributes["to_state"] === "completed" ? { attributes: { ...attributes, to_state: "confirmed" } } : null,
    ),
  "does not mind capitals": () =>
    allowing("lifecycle.transition", "VALIDATION_ERROR", ({ attributes }) =>
      attributes["to_state"] === "Confirmed" ? { attributes: { ...attributes, to_state: "confirmed" } } : null,
    ),
});
