import type { OperationId } from "../../../artefacts.ts";
import { defineMutants } from "../../define-mutants.ts";
import { sentBy } from "../../fault-parts.ts";
import { allowing, renaming } from "../../faulty.ts";
import type { MutantCall } from "../../mutant-call.ts";

const isForeign = (id: OperationId) => (call: MutantCall) => call.is(id) && call.caller?.startsWith("foreign") === true;

export default defineMutants("SVC-SEC-001", {
  "shows sessions to the neighbour": () =>
    allowing(isForeign("service.get"), "NOT_FOUND", () => ({ as: "organization" })),
  "shows sales to the neighbour": () =>
    allowing(isForeign("payments.get_status"), "NOT_FOUND", () => ({ as: "organization" })),
  "tells the neighbour that there is something": () =>
    renaming(isForeign("service.get"), "NOT_FOUND", { code: "FORBIDDEN", status: 403 }),
  "lets the neighbour move sessions": () =>
    allowing(isForeign("lifecycle.transition"), "NOT_FOUND", (call) => sentBy(call, "organization")),
});
