import { evaluateEvidence, lastEvaluation } from "../../lifecycle/evaluate-evidence.ts";
import { findReadableSession } from "../../lifecycle/find-session.ts";
import { lifecycleDocument } from "../../lifecycle/session-document.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { SessionRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";

/** Where a session stands, where it can go and how it came there (objects page 6). */
export const getState: Handler<"lifecycle.get_state"> = async (context, input) => {
  const session = await findReadableSession(context, input.session_id);
  const attributes = await lifecycleDocument(context.tx, session);
  if (session.deliveredAt === null) return { id: session.id, attributes };
  return { id: session.id, attributes, meta: { evaluation: await evaluate(context, session) } };
};

/** What the evidence rule finds: in a dispute, what it found about that (evidence 5). */
async function evaluate(context: OperationContext, session: SessionRow) {
  return (await lastEvaluation(context, session)) ?? evaluateEvidence(context, session);
}
