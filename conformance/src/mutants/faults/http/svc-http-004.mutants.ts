import { defineMutants } from "../../define-mutants.ts";
import { allowing, everyCall, renaming } from "../../faulty.ts";

export default defineMutants("SVC-HTTP-004", {
  "takes a body of any media type": () =>
    allowing(everyCall, "UNSUPPORTED_MEDIA_TYPE", () => ({ headers: { "content-type": "application/json" } })),
  "takes text as JSON": () =>
    allowing(
      (call) => call.request.headers["content-type"]?.startsWith("text/plain") === true,
      "UNSUPPORTED_MEDIA_TYPE",
      () => ({ headers: { "content-type": "application/vnd.api+json" } }),
    ),
  "refuses other media types with 400": () =>
    renaming(everyCall, "UNSUPPORTED_MEDIA_TYPE", { code: "MALFORMED_REQUEST", status: 400 }),
});
