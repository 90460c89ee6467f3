import { isoInstant, parseInstant } from "../clock.ts";
import { invalid, ProtocolError } from "../errors.ts";
import { newId } from "../ids.ts";
import { evaluateDispute } from "../lifecycle/evaluate-evidence.ts";
import type { ServiceState } from "../lifecycle/states.ts";
import { agentOf } from "../pipeline/caller.ts";
import type { OperationContext } from "../pipeline/context.ts";
import {
  claimsKind,
  type DataSensitivity,
  type EvidenceKind,
  kindOf,
  kindsOfVertical,
} from "../rules/evidence-kinds.ts";
import type { JsonObject } from "../storage/json-shapes.ts";
import type { EvidenceRow, SessionRow } from "../storage/rows.ts";
import { authorOfEvidence } from "./author-of-evidence.ts";
import { catalogue, payloadFaults } from "./catalogue.ts";
import { tellOfEvidence } from "./tell-of-evidence.ts";

/** An item as a command hands it in. */
export interface SubmittedEvidence {
  readonly evidence_type: EvidenceRow["type"];
  readonly data: JsonObject;
  readonly data_sensitivity?: DataSensitivity;
  readonly captured_at?: string;
  readonly method?: "auto" | "manual" | "agent";
}

/** Evidence may be recorded from the start of the delivery until it is verified (operations 4.6). */
const OPEN_STATES: readonly ServiceState[] = [
  "in_progress",
  "delivered",
  "documented",
  "charged",
  "partial",
  "disputed",
];

const LEVELS: readonly DataSensitivity[] = ["public", "internal", "confidential", "restricted"];

/** General payload rule of each type; a recognized kind's rule stands in its place (evidence 3). */
const GENERAL: Readonly<Record<EvidenceRow["type"], string>> = {
  gps: "GpsData",
  signature: "SignatureData",
  photo: "PhotoData",
  document: "DocumentData",
  duration: "DurationData",
  notes: "NotesData",
};

/**
 * Records one immutable item of a session; the actor is the party that captured it. It never changes the state.
 * @param pointer where the item stands in the attributes
 * @throws {ProtocolError} `FORBIDDEN`, `INVALID_TRANSITION`, `VALIDATION_ERROR`, `EVIDENCE_INVALID`
 */
export async function recordEvidence(
  context: OperationContext,
  session: SessionRow,
  item: SubmittedEvidence,
  pointer = "",
): Promise<EvidenceRow> {
  const author = authorOfEvidence(context, session);
  if (!OPEN_STATES.includes(session.state)) {
    throw new ProtocolError("INVALID_TRANSITION", {
      detail: `Evidence can be recorded from in_progress until verified; the session is ${session.state}.`,
      meta: { valid_states: OPEN_STATES },
    });
  }
  const capturedAt = capturedAtOf(context, item, pointer);
  const claimed = item.method ?? (item.evidence_type === "gps" ? "auto" : "manual");
  // What an agent hands in was captured by it, whatever it says (D-36).
  const method = agentOf(context.caller) ? "agent" : claimed;
  const { kind, recognized } = requireValidPayload(session, { ...item, method }, pointer);
  const sensitivity = sensitivityOf(item, kind ?? recognized ?? null, pointer);
  const id = newId("evd", context.clock);
  const restricted = sensitivity === "restricted";
  const row: EvidenceRow = {
    id,
    organizationId: session.organizationId,
    sessionId: session.id,
    type: item.evidence_type,
    kind: kind?.name ?? (recognized ? null : ownKindOf(item)),
    capturedAt,
    ...author,
    method,
    dataSensitivity: sensitivity,
    data: restricted ? null : item.data,
    sealedData: restricted ? context.vault.seal(id, item.data) : null,
    recordedAt: context.clock.now(),
  };
  await context.tx.db.insertInto("evidence").values(row).execute();
  await tellOfEvidence(context, row);
  if (session.state === "disputed") await evaluateDispute(context, session);
  return row;
}

function capturedAtOf(context: OperationContext, item: SubmittedEvidence, pointer: string): number {
  const now = context.clock.now();
  if (item.captured_at === undefined) return now;
  const capturedAt = parseInstant(item.captured_at, `${pointer}/captured_at`);
  if (capturedAt > now) {
    throw invalid(
      `${pointer}/captured_at`,
      `Evidence cannot have been captured in the future; it is ${isoInstant(now)}.`,
    );
  }
  return capturedAt;
}

/** The kind of the item, once its payload holds, and the one it claims by its discriminator: captured otherwise, it does not count (D-36). */
function requireValidPayload(
  session: SessionRow,
  item: SubmittedEvidence & { method: "auto" | "manual" | "agent" },
  pointer: string,
): { kind: EvidenceKind | null; recognized: EvidenceKind | undefined } {
  const subject = { type: item.evidence_type, method: item.method, data: item.data };
  const claimed = kindsOfVertical(catalogue.kinds, session.vertical).filter(
    (kind) => kind.discriminator !== null && claimsKind(subject, kind),
  );
  const [recognized] = claimed;
  const model = recognized?.payload ?? GENERAL[item.evidence_type];
  const [fault] = payloadFaults(model, item.data);
  if (fault) {
    const at = `${pointer}/data${fault.pointer}`;
    const detail = `${fault.pointer || "The payload"} ${fault.message}.`;
    throw recognized
      ? new ProtocolError("EVIDENCE_INVALID", { pointer: at, detail, meta: { kind: recognized.name } })
      : invalid(at, detail);
  }
  return { kind: kindOf(subject, session.vertical, catalogue), recognized };
}

/** Name of a node's own kind of document, which contracts match by its document type (evidence 4). */
function ownKindOf(item: SubmittedEvidence): string | null {
  const documentType = item.evidence_type === "document" ? item.data["document_type"] : undefined;
  return typeof documentType === "string" ? documentType : null;
}

function sensitivityOf(item: SubmittedEvidence, kind: EvidenceKind | null, pointer: string): DataSensitivity {
  const level = item.data_sensitivity ?? kind?.defaultSensitivity ?? "internal";
  const floor = kind?.floor ?? null;
  if (floor !== null && LEVELS.indexOf(level) < LEVELS.indexOf(floor)) {
    throw new ProtocolError("EVIDENCE_INVALID", {
      pointer: `${pointer}/data_sensitivity`,
      detail: `${kind?.name} is kept as ${floor} at least.`,
      meta: { floor },
    });
  }
  return level;
}
