import type { SubmittedEvidence } from "../../evidence/record-evidence.ts";
import { recordEvidence } from "../../evidence/record-evidence.ts";
import { findSession } from "../../lifecycle/find-session.ts";
import { sessionAnswer } from "../../lifecycle/session-answer.ts";
import type { Handler } from "../handler.ts";

/** Records one item that shows the delivery; never moves the state (operations 4.6). */
export const recordSessionEvidence: Handler<"delivery.record_evidence"> = async (context, input) => {
  const session = await findSession(context, input.session_id);
  const item = await recordEvidence(context, session, input as unknown as SubmittedEvidence);
  const meta = item.dataSensitivity === "restricted" ? { warning: "RESTRICTED_EVIDENCE_STORED" } : {};
  return sessionAnswer(context, session, session, meta);
};
