/** What an item of a kind may need to know about its session. */
export interface EvidenceSubject {
  readonly clientId: string;
  /** Moment of the record in milliseconds since the epoch. */
  readonly atMs: number;
}

type Item = Record<string, unknown>;

const HERE = { latitude: -33.4378, longitude: -70.6505 };
const FILE = "https://example.org/certification/record";

const KINDS: Readonly<Record<string, (subject: EvidenceSubject) => Item>> = {
  gps_checkin: () => gps("checkin"),
  gps_checkout: () => gps("checkout"),
  clinical_record: () => document({ uri: FILE, document_type: "clinical_record", signed_by: ["provider", "client"] }),
  treatment_adherence: () =>
    document({ document_type: "treatment_adherence", checklist: [{ item: "rest", completed: true }] }),
  photo_before: (subject) => photo("before", subject),
  photo_after: (subject) => photo("after", subject),
  completion_checklist: () =>
    document({ document_type: "completion_checklist", checklist: [{ task: "all", completed: true }] }),
  client_signature: () => ({ evidence_type: "signature", data: { signer_role: "client", format: "image/png" } }),
  meeting_minutes: () => document({ uri: FILE, document_type: "meeting_minutes" }),
  document_delivery: ({ clientId }) =>
    document({ uri: FILE, document_type: "legal_deliverable", delivered_to: clientId }),
  billable_hours: () => ({ evidence_type: "duration", data: { minutes: 30, category: "delivery" } }),
  attendance_record: () =>
    document({ document_type: "attendance_record", student_present: true, instructor_present: true }, "auto"),
  material_delivery: () => document({ uri: FILE, document_type: "course_material" }),
  evaluation: () => document({ document_type: "session_evaluation", score: 80 }),
  approved_deliverable: ({ clientId, atMs }) =>
    document({
      uri: FILE,
      document_type: "deliverable",
      approved_by: clientId,
      approved_at: new Date(atMs).toISOString(),
    }),
  committee_minutes: () => document({ uri: FILE, document_type: "committee_minutes" }),
  milestone_progress: () =>
    document({ document_type: "milestone_progress", milestone_id: "m-1", progress_percent: 100 }),
};

/** Names that older texts use for two kinds (evidence 3). */
const SYNONYMS: Readonly<Record<string, string>> = { check_in: "gps_checkin", check_out: "gps_checkout" };

/** A valid item of a catalogued kind (evidence 2), as attributes of delivery.record_evidence; null for unknown kinds. */
export function evidenceOfKind(kind: string, subject: EvidenceSubject): Item | null {
  if (kind.startsWith("x-")) return document({ uri: FILE, document_type: kind });
  return KINDS[SYNONYMS[kind] ?? kind]?.(subject) ?? null;
}

/** A valid item of each of the six types (objects 9). */
export function evidenceOfType(type: string): Item {
  switch (type) {
    case "gps":
      return { evidence_type: "gps", data: HERE };
    case "signature":
      return { evidence_type: "signature", data: { signer_role: "provider", format: "image/png" } };
    case "photo":
      return { evidence_type: "photo", data: { uri: FILE } };
    case "document":
      return { evidence_type: "document", data: { uri: FILE, document_type: "x-certification" } };
    case "duration":
      return { evidence_type: "duration", data: { minutes: 30 } };
    default:
      return { evidence_type: "notes", data: { text: "Note of a certification run." } };
  }
}

function gps(event: string): Item {
  return { evidence_type: "gps", data: { ...HERE, event }, method: "auto" };
}

function document(data: Item, method = "manual"): Item {
  return { evidence_type: "document", data, method };
}

function photo(label: string, subject: EvidenceSubject): Item {
  const metadata = { ...HERE, taken_at: new Date(subject.atMs - 60_000).toISOString() };
  return { evidence_type: "photo", data: { uri: FILE, label, metadata }, method: "manual" };
}
