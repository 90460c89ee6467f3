import { defineMutants } from "../../define-mutants.ts";
import { allowing, everyCall, renaming } from "../../faulty.ts";

export default defineMutants("SVC-HTTP-006", {
  "serves whatever version is asked for": () =>
    allowing(everyCall, "UNSUPPORTED_VERSION", () => ({ headers: { "x-servicialo-version": "0.8" } })),
  "refuses an unknown version with 400": () => renaming(everyCall, "UNSUPPORTED_VERSION", { status: 400 }),
  "refuses an unknown version as not acceptable": () =>
    renaming(everyCall, "UNSUPPORTED_VERSION", { code: "NOT_ACCEPTABLE" }),
});
