import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { evidenceKinds } from "../generated/evidence-kinds.ts";
import { ProtocolError } from "../generated/servicialo.ts";
import * as schemas from "../generated/typebox.ts";
import type { DataSensitivity, Evidence, EvidenceItem, EvidenceType, ServiceState } from "../generated/types.ts";
import { invalid, roleIn } from "./sessions.ts";
import { newId, type Party, type Store, type StoredSession } from "./store.ts";

type Kind = (typeof evidenceKinds)[keyof typeof evidenceKinds];

const OPEN_STATES: readonly ServiceState[] = [
  "in_progress",
  "delivered",
  "documented",
  "charged",
  "partial",
  "disputed",
];
const SENSITIVITY: readonly DataSensitivity[] = ["public", "internal", "confidential", "restricted"];

/** What the payload of each type must be, where no kind of the vertical says more. */
const GENERAL = {
  gps: schemas.GpsData,
  signature: schemas.SignatureData,
  photo: schemas.PhotoData,
  document: schemas.DocumentData,
  duration: schemas.DurationData,
  notes: schemas.NotesData,
} satisfies Record<EvidenceType, unknown>;

/**
 * Appends one immutable item to a copy of a session (evidence 3).
 * @param pointer where the item stands in the attributes
 * @throws {ProtocolError} `FORBIDDEN`, `INVALID_TRANSITION`, `VALIDATION_ERROR`, `EVIDENCE_INVALID`
 */
export function addEvidence(
  store: Store,
  stored: StoredSession,
  { actor, item, pointer }: { actor: Party; item: EvidenceItem; pointer: string },
): Evidence {
  const { document } = stored;
  const role = roleIn(stored, actor);
  if (role === null)
    throw new ProtocolError("FORBIDDEN", { detail: "Only the parties to a session record its evidence." });
  if (!OPEN_STATES.includes(document.lifecycle.current_state)) {
    const detail = `Evidence is recorded from in_progress until verified; the session is ${document.lifecycle.current_state}.`;
    throw new ProtocolError("INVALID_TRANSITION", { detail, meta: { valid_states: OPEN_STATES } });
  }
  const capturedAt = item.captured_at ?? store.instant();
  if (Date.parse(capturedAt) > store.now())
    throw invalid(`${pointer}/captured_at`, "It cannot have been captured in the future.");
  const kind = kindOf(document.vertical, item);
  requirePayload(item, kind, pointer);
  const evidence = {
    id: newId("evd"),
    type: item.evidence_type,
    captured_at: capturedAt,
    // An organization records for its provider, and is named beside.
    actor: role === "organization" ? { type: "provider", id: document.provider_id } : { type: role, id: actor.id },
    ...(role === "organization" && { recorded_by: actor.id }),
    method: item.method ?? (item.evidence_type === "gps" ? "auto" : "manual"),
    data_sensitivity: sensitivityOf(item, kind, pointer),
    // The payload was held against the schema of its type just now.
    data: item.data as never,
  } as Evidence;
  document.proof = { ...document.proof, evidence: [...(document.proof?.evidence ?? []), evidence] };
  return evidence;
}

/** Names of the required kinds that no item of a session is of. */
export function missingEvidence({ document }: StoredSession, required: readonly string[]): string[] {
  const present = (document.proof?.evidence ?? []).map(({ type, data }) =>
    kindOf(document.vertical, { evidence_type: type, data: data as unknown as Record<string, unknown> }),
  );
  return required.filter(
    (name) =>
      !present.some((kind) => kind?.name === name || (kind?.synonyms as readonly string[] | undefined)?.includes(name)),
  );
}

function kindOf(
  vertical: string,
  { evidence_type, data }: Pick<EvidenceItem, "evidence_type" | "data">,
): Kind | undefined {
  return Object.values(evidenceKinds).find(
    ({ vertical: home, type, discriminator }) =>
      home === vertical &&
      type === evidence_type &&
      discriminator !== null &&
      data[discriminator.property] === discriminator.value,
  );
}

function requirePayload({ evidence_type, data }: EvidenceItem, kind: Kind | undefined, pointer: string): void {
  const byName: Readonly<Record<string, TSchema>> = schemas;
  const schema = (kind && byName[kind.payload]) ?? GENERAL[evidence_type];
  const [fault] = Compile(schema).Errors(data);
  if (!fault) return;
  const at = `${pointer}/data${fault.instancePath}`;
  throw new ProtocolError(kind ? "EVIDENCE_INVALID" : "VALIDATION_ERROR", {
    pointer: at,
    detail: `The payload ${fault.message}.`,
  });
}

function sensitivityOf(
  { data_sensitivity: given }: EvidenceItem,
  kind: Kind | undefined,
  pointer: string,
): DataSensitivity {
  const level = given ?? kind?.defaultSensitivity ?? "internal";
  const floor: DataSensitivity | null = kind?.floor ?? null;
  if (floor === null || SENSITIVITY.indexOf(level) >= SENSITIVITY.indexOf(floor)) return level;
  throw new ProtocolError("EVIDENCE_INVALID", {
    pointer: `${pointer}/data_sensitivity`,
    detail: `It is kept as ${floor} at least.`,
  });
}
