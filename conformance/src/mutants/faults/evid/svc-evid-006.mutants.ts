import { evidenceOfKind } from "../../../evidence-kinds.ts";
import { defineMutants } from "../../define-mutants.ts";
import { command, moving, sessionOf } from "../../fault-parts.ts";
import { codeOf, type Editable, renaming } from "../../faulty.ts";
import type { Fault, MutantCall, Reply } from "../../mutant-call.ts";

const documenting = (call: MutantCall) => moving("documented")(call) || call.is("documentation.create");

/** Kinds that a refusal says are missing. */
const missingIn = (refused: Reply): readonly string[] =>
  (refused.body as Editable).errors[0].meta?.missing_evidence ?? [];

/** Records by itself what it should have asked for. */
function filling(which: (call: MutantCall) => boolean, fills: (kind: string) => boolean = () => true): Fault {
  return async (call) => {
    const reply = await call.pass();
    if (!which(call) || codeOf(reply) !== "EVIDENCE_REQUIRED" || !missingIn(reply).every(fills)) return reply;
    const id = call.params["session_id"] ?? "";
    const session = await sessionOf(call, id);
    for (const kind of missingIn(reply)) {
      const item = evidenceOfKind(kind, { clientId: session?.client?.id, atMs: Date.now() }) ?? {};
      await command(call, `/sessions/${id}/evidence`, item, "provider");
    }
    return call.pass({ headers: { "idempotency-key": undefined } });
  };
}

export default defineMutants("SVC-EVID-006", {
  "documents without evidence": () => filling(documenting),
  "does not miss the check-out": () => filling(documenting, (kind) => kind === "gps_checkout"),
  "looks at the evidence in one of two operations only": () => filling((call) => call.is("documentation.create")),
  "says that missing evidence is invalid": () =>
    renaming(documenting, "EVIDENCE_REQUIRED", { code: "VALIDATION_ERROR" }),
});
