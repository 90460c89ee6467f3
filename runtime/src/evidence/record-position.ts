import { newId } from "../ids.ts";
import { agentOf } from "../pipeline/caller.ts";
import type { OperationContext } from "../pipeline/context.ts";
import { kindOf } from "../rules/evidence-kinds.ts";
import type { EvidenceRow, SessionRow } from "../storage/rows.ts";
import { authorOfEvidence } from "./author-of-evidence.ts";
import { catalogue } from "./catalogue.ts";
import { tellOfEvidence } from "./tell-of-evidence.ts";

export interface Position {
  readonly event: "checkin" | "checkout";
  readonly position: { lat: number; lng: number };
  /** When it was taken, epoch milliseconds. */
  readonly at: number;
}

/** Keeps the place of a check-in or check-out as GPS evidence, captured automatically (P-20, D-13). */
export async function recordPosition(
  context: OperationContext,
  session: SessionRow,
  { event, position, at }: Position,
): Promise<void> {
  const data = { latitude: position.lat, longitude: position.lng, event };
  // What an agent tells was not captured by the session's own devices (D-36).
  const method = agentOf(context.caller) ? "agent" : "auto";
  const kind = kindOf({ type: "gps", method, data }, session.vertical, catalogue);
  const row: EvidenceRow = {
    id: newId("evd", context.clock),
    organizationId: session.organizationId,
    sessionId: session.id,
    type: "gps",
    kind: kind?.name ?? null,
    capturedAt: at,
    ...authorOfEvidence(context, session),
    method,
    dataSensitivity: kind?.defaultSensitivity ?? "internal",
    data,
    sealedData: null,
    recordedAt: context.clock.now(),
  };
  await context.tx.db.insertInto("evidence").values(row).execute();
  await tellOfEvidence(context, row);
}
