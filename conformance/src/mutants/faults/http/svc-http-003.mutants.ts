import { defineMutants } from "../../define-mutants.ts";
import { refusing } from "../../faulty.ts";
import type { MutantCall } from "../../mutant-call.ts";

const sentAs = (type: string) => (call: MutantCall) =>
  call.is("scheduling.book") && call.request.headers["content-type"]?.startsWith(type) === true;

export default defineMutants("SVC-HTTP-003", {
  "refuses application/json": () => refusing(sentAs("application/json"), "UNSUPPORTED_MEDIA_TYPE"),
  "refuses application/vnd.api+json": () => refusing(sentAs("application/vnd.api+json"), "UNSUPPORTED_MEDIA_TYPE"),
});
