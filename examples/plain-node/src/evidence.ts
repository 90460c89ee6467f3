import { randomUUID } from "node:crypto";
import { parseInstant } from "./clock.ts";
import { Fault, invalid } from "./fault.ts";
import type { Actor, Call } from "./request.ts";
import type { EvidenceItem, Session } from "./store.ts";

const OPEN = ["in_progress", "delivered", "documented", "charged", "partial", "disputed"];
const LEVELS = ["public", "internal", "confidential", "restricted"];
const METHODS = ["auto", "manual", "agent"];

type Data = Readonly<Record<string, unknown>>;

const isText = (value: unknown) => typeof value === "string" && value !== "";
const isWithin = (value: unknown, least: number, most: number) =>
  typeof value === "number" && value >= least && value <= most;

/** What the payload of each type must hold: the member that is wrong, or null. */
const PAYLOADS: { readonly [type: string]: ((data: Data) => string | null) | undefined } = {
  gps: (data) => {
    if (!isWithin(data["latitude"], -90, 90)) return "latitude";
    if (!isWithin(data["longitude"], -180, 180)) return "longitude";
    return ["checkin", "checkout", undefined].includes(data["event"] as string | undefined) ? null : "event";
  },
  signature: (data) => {
    if (!["provider", "client", "both"].includes(data["signer_role"] as string)) return "signer_role";
    const formats = ["image/png", "image/svg+xml", "application/pkcs7-signature"];
    return formats.includes(data["format"] as string) ? null : "format";
  },
  photo: (data) => (isText(data["uri"]) ? null : "uri"),
  document: (data) => (!isText(data["uri"]) ? "uri" : isText(data["document_type"]) ? null : "document_type"),
  duration: (data) => (isWithin(data["minutes"], 0, Number.MAX_SAFE_INTEGER) ? null : "minutes"),
  notes: (data) => (isText(data["text"]) ? null : "text"),
};

/**
 * Adds one item, or those of `{ items: […] }`, to a session. What is recorded is never touched again.
 * @throws {Fault} `VALIDATION_ERROR`; `INVALID_TRANSITION` outside of a delivery
 */
export function recordEvidence(
  call: Call,
  session: Session,
  { by, item, pointer }: { by: Actor; item: unknown; pointer: string },
): Session {
  const items = (item as { items?: unknown } | null)?.items;
  const given = Array.isArray(items) ? items : [item];
  const read = given.map((one, index) => {
    const at = Array.isArray(items) ? `${pointer}/items/${index}` : pointer;
    return readItem(call, session, { by, item: one, pointer: at });
  });
  if (!OPEN.includes(session.state)) {
    throw new Fault("INVALID_TRANSITION", {
      detail: `Evidence is recorded from in_progress on, not in ${session.state}.`,
    });
  }
  return call.work.put("sessions", { ...session, evidence: [...session.evidence, ...read] });
}

function readItem(
  call: Call,
  session: Session,
  { by, item, pointer }: { by: Actor; item: unknown; pointer: string },
): EvidenceItem {
  if (typeof item !== "object" || item === null) throw invalid(pointer, "An item of evidence.");
  const given = item as Data;
  const { evidence_type: type, data } = given;
  const rule = typeof type === "string" ? PAYLOADS[type] : undefined;
  if (!rule) throw invalid(`${pointer}/evidence_type`, `One of ${Object.keys(PAYLOADS).join(", ")}.`);
  if (typeof data !== "object" || data === null) throw invalid(`${pointer}/data`, "What was captured.");
  const wrong = rule(data as Data);
  if (wrong !== null) throw invalid(`${pointer}/data/${wrong}`, `${wrong} of a ${type} item is missing or wrong.`);
  const sensitivity = given["data_sensitivity"] ?? "internal";
  if (!LEVELS.includes(sensitivity as string)) throw invalid(`${pointer}/data_sensitivity`, LEVELS.join(", "));
  const method = given["method"] ?? (type === "gps" ? "auto" : "manual");
  if (!METHODS.includes(method as string)) throw invalid(`${pointer}/method`, METHODS.join(", "));
  const now = call.clock.now();
  const capturedAt = given["captured_at"] === undefined ? now : parseInstant(given["captured_at"]);
  if (capturedAt === null || capturedAt > now) throw invalid(`${pointer}/captured_at`, "A past date-time with offset.");
  const stands = by.type === "organization";
  return {
    id: `evd_${randomUUID()}`,
    type: type as string,
    capturedAt,
    actor: stands ? { type: "provider", id: session.providerId } : { type: by.type, id: by.id },
    recordedBy: stands ? by.id : null,
    method: method as string,
    sensitivity: sensitivity as string,
    data: data as Data,
  };
}
