import { isoInstant } from "../../clock.ts";
import { invalid, ProtocolError } from "../../errors.ts";
import { missingEvidence } from "../../evidence/missing-evidence.ts";
import { actorOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { SessionRow } from "../../storage/rows.ts";
import { judgeMove } from "../judge-move.ts";
import { authorOf, moveSession } from "../move-session.ts";

export interface DocumentInput {
  content?: string;
  template_id?: string;
}

/**
 * Documents what was delivered (L-09, L-11). From `delivered` every required kind of evidence must be there; from
 * `partial` the missing ones are only listed (P-20).
 * @param evidenceCame whether evidence was recorded with the same call, which stands for the content
 */
export async function document(
  context: OperationContext,
  session: SessionRow,
  input: DocumentInput,
  evidenceCame = false,
): Promise<SessionRow> {
  judgeMove(context, session, "documented");
  if (input.content === undefined && !evidenceCame) throw invalid("/content", "Documenting needs content or evidence.");
  const missing = await missingEvidence(context, session);
  if (missing.length > 0 && session.state !== "partial") {
    throw new ProtocolError("EVIDENCE_REQUIRED", {
      detail: `Evidence is missing: ${missing.join(", ")}.`,
      meta: { missing_evidence: missing },
    });
  }
  const actor = actorOf(context.caller);
  // Evidence that stands for the content is the record itself; who and when stands in the transition.
  const documentation = input.content !== undefined && {
    content: input.content,
    ...(input.template_id !== undefined && { template_id: input.template_id }),
    created_by: actor.id,
    created_at: isoInstant(context.clock.now()),
  };
  return moveSession(context, session, {
    to: "documented",
    author: authorOf(actor),
    ...(missing.length > 0 && { metadata: { missing_evidence: missing } }),
    ...(documentation && { set: { documentation } }),
  });
}
