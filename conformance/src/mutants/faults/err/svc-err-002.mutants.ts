import { defineMutants } from "../../define-mutants.ts";
import { everyCall, renaming } from "../../faulty.ts";

export default defineMutants("SVC-ERR-002", {
  "has a name of its own for what is not found": () => renaming(everyCall, "NOT_FOUND", { code: "NO_SUCH_THING" }),
  "has a name of its own for a move that is not allowed": () =>
    renaming(everyCall, "INVALID_TRANSITION", { code: "BAD_MOVE" }),
  "says that a taken slot is invalid": () =>
    renaming("scheduling.book", "CONFLICT", { code: "VALIDATION_ERROR", status: 422 }),
  "answers the right code with another status": () => renaming(everyCall, "FORBIDDEN", { status: 400 }),
  "answers the right status with another code": () => renaming(everyCall, "FORBIDDEN", { code: "SCOPE_INSUFFICIENT" }),
});
