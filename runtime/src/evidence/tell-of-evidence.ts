import type { EvidenceSubmittedData } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../clock.ts";
import { recordEvents } from "../events/record-events.ts";
import type { Work } from "../lifecycle/author.ts";
import type { EvidenceRow } from "../storage/rows.ts";

/** Tells that an item was stored, and nothing of what it shows (evidence 6, rule 6). */
export async function tellOfEvidence(work: Work, item: EvidenceRow): Promise<void> {
  const data: EvidenceSubmittedData = {
    session_id: item.sessionId,
    evidence: {
      id: item.id,
      evidence_type: item.type,
      captured_at: isoInstant(item.capturedAt),
      ...(item.method !== null && { method: item.method }),
      data_sensitivity: item.dataSensitivity,
    },
  };
  const { organizationId, sessionId } = item;
  await recordEvents(work, { organizationId, sessionId }, [{ name: "evidence.submitted", data: { ...data } }]);
}
