import type { OperationId } from "../../../artefacts.ts";
import { defineMutants } from "../../define-mutants.ts";
import { refusing } from "../../faulty.ts";
import type { MutantCall } from "../../mutant-call.ts";

const isAnonymous = (id: OperationId) => (call: MutantCall) =>
  call.is(id) && call.request.headers["authorization"] === undefined;

export default defineMutants("SVC-HTTP-008", {
  "asks for a credential for the manifest": () => refusing(isAnonymous("registry.manifest"), "UNAUTHORIZED"),
  "asks for a credential for a search": () => refusing(isAnonymous("registry.search"), "UNAUTHORIZED"),
  "asks for a credential for the catalogue": () => refusing(isAnonymous("services.list"), "UNAUTHORIZED"),
});
