import { defineMutants } from "../../define-mutants.ts";
import { answering, everyCall, refusal, renaming } from "../../faulty.ts";

export default defineMutants("SVC-HTTP-013", {
  "answers 422 to a body that is no JSON": () =>
    renaming(everyCall, "MALFORMED_REQUEST", { code: "VALIDATION_ERROR", status: 422 }),
  "answers 500 to a body that is no JSON": () =>
    renaming(everyCall, "MALFORMED_REQUEST", { code: "INTERNAL_ERROR", status: 500 }),
  "answers 400 to a body that is too large": () =>
    renaming(everyCall, "PAYLOAD_TOO_LARGE", { code: "MALFORMED_REQUEST", status: 400 }),
  "finds 50 KiB too large": () =>
    answering(everyCall, (call) => (call.request.body.length > 50 * 1024 ? refusal("PAYLOAD_TOO_LARGE") : null)),
});
