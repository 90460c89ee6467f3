import { readEntries } from "../../audit/read-entries.ts";
import { findMandate } from "../../mandates/find-mandate.ts";
import type { Handler } from "../handler.ts";

/** The trail of one mandate, newest first, and the newest end of its chain (SVC-AUD-005, SVC-AUD-008). */
export const auditOfMandate: Handler<"mandates.audit"> = async (context, input) => {
  const { mandate } = await findMandate(context, input.mandate_id);
  const { mandate_id: mandateId, ...query } = input;
  const entries = await readEntries(context.tx, { mandateId }, query);
  return { ...entries, meta: { head: { seq: mandate.auditSeq, hash: mandate.auditHash } } };
};
