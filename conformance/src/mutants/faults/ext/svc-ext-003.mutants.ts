import { defineMutants } from "../../define-mutants.ts";
import { allowing } from "../../faulty.ts";

export default defineMutants("SVC-EXT-003", {
  "takes any channel of a submission": () =>
    allowing("scheduling.book", "VALIDATION_ERROR", ({ attributes }) => {
      const { submission: _, ...others } = attributes;
      return attributes["submission"] === undefined ? null : { attributes: others };
    }),
  "takes any sensitivity": () =>
    allowing("delivery.record_evidence", "VALIDATION_ERROR", ({ attributes }) => ({
      attributes: { ...attributes, data_sensitivity: "internal" },
    })),
  "takes any state for the next one": () =>
    allowing("lifecycle.transition", "VALIDATION_ERROR", ({ attributes }) => ({
      attributes: { ...attributes, to_state: "scheduled" },
    })),
});
