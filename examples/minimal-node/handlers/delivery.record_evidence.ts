import type { Handler } from "../generated/servicialo.ts";
import { actorOf } from "../src/context.ts";
import { addEvidence } from "../src/evidence.ts";
import { findSession } from "../src/sessions.ts";

/**
 * Records one item that shows the delivery. From `in_progress` until `verified`; the caller's command moves no state.
 *
 * POST /servicialo/v1/sessions/{session_id}/evidence
 */
const handler: Handler<"delivery.record_evidence"> = async (context, input) => {
  const actor = actorOf(context, input.actor);
  const stored = findSession(context, input.session_id);
  const { data_sensitivity } = addEvidence(context.store, stored, { actor, item: input, pointer: "" });
  context.store.keep(stored);
  const meta = data_sensitivity === "restricted" ? { warning: "RESTRICTED_EVIDENCE_STORED" } : {};
  return { id: stored.document.id, attributes: stored.document, status: 201, meta };
};

export default handler;
