import { serviceTargets } from "@servicialo/schema/0.8/machines";
import type { Evidence, ExceptionRecord, LifecycleStates, Session, Transition } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../clock.ts";
import type { Disclosures } from "../evidence/disclosures.ts";
import { toMoney } from "../money.ts";
import type { Tx } from "../storage/open-database.ts";
import { preparedQuery } from "../storage/prepared-query.ts";
import type { EvidenceRow, ExceptionRow, ProviderRow, SessionRow, TransitionRow } from "../storage/rows.ts";
import { transitionRecord } from "./transition-record.ts";

/** What a session document is put together from. */
export interface DocumentSource {
  readonly tx: Tx;
  /** Opens restricted payloads for the caller. */
  readonly disclosures: Disclosures;
}

interface Parts {
  readonly transitions: readonly TransitionRow[];
  readonly exceptions: readonly ExceptionRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly provider: ProviderRow;
}

/**
 * The session with its eight dimensions and the flat copies that commands show (objects pages 5 and 6).
 * @param known its records, oldest first, when they were read already
 */
export async function sessionDocument(
  source: DocumentSource,
  session: SessionRow,
  known?: readonly TransitionRow[],
): Promise<Session> {
  const parts = await readParts(source.tx, session, known);
  return {
    ...identity(session),
    provider: providerDimension(parts.provider),
    client: { id: session.clientId, ...(session.payerId !== null && { payer_id: session.payerId }) },
    schedule: {
      requested_at: isoInstant(session.requestedAt),
      ...(session.scheduledFor !== null && { scheduled_for: isoInstant(session.scheduledFor) }),
      duration_expected: session.durationMinutes,
    },
    ...(session.location !== null && { location: session.location }),
    lifecycle: {
      current_state: session.state,
      transitions: parts.transitions.map((row) => transitionRecord(row) as Transition),
      exceptions: parts.exceptions.map(exceptionDocument),
      ...deadline(session),
    },
    proof: proof(source.disclosures, session, parts.evidence),
    billing: billing(session),
    ...(session.documentation !== null && { documentation: session.documentation }),
    ...flatCopies(session),
  } as Session;
}

/** Where a session stands (objects page 6). */
export async function lifecycleDocument(tx: Tx, session: SessionRow): Promise<LifecycleStates> {
  const transitions = await readTransitions(tx, session.id);
  const exceptions = await exceptionsOf.all(tx, { sessionId: session.id });
  return {
    current_state: session.state,
    available_transitions: [...serviceTargets[session.state]],
    transitions: transitions.map((row) => transitionRecord(row) as Transition),
    exceptions: exceptions.map(exceptionDocument),
    ...deadline(session),
  } as LifecycleStates;
}

interface OfSession {
  readonly sessionId: string;
}

const transitionsOf = preparedQuery((db, { sessionId }: OfSession) =>
  db.selectFrom("transitions").selectAll().where("sessionId", "=", sessionId).orderBy("seq"),
);
const exceptionsOf = preparedQuery((db, { sessionId }: OfSession) =>
  db.selectFrom("exception_records").selectAll().where("sessionId", "=", sessionId).orderBy("at").orderBy("id"),
);
const evidenceOf = preparedQuery((db, { sessionId }: OfSession) =>
  db.selectFrom("evidence").selectAll().where("sessionId", "=", sessionId).orderBy("recordedAt").orderBy("id"),
);
const providerCalled = preparedQuery((db, { id }: { readonly id: string }) =>
  db.selectFrom("providers").selectAll().where("id", "=", id),
);

/** The records of a session, oldest first. */
export async function readTransitions(tx: Tx, sessionId: string): Promise<TransitionRow[]> {
  return transitionsOf.all(tx, { sessionId });
}

async function readParts(tx: Tx, session: SessionRow, known?: readonly TransitionRow[]): Promise<Parts> {
  const transitions = known ?? (await readTransitions(tx, session.id));
  const exceptions = await exceptionsOf.all(tx, { sessionId: session.id });
  const evidence = await readEvidence(tx, session.id);
  const provider = await providerCalled.one(tx, { id: session.providerId });
  return { transitions, exceptions, evidence, provider };
}

/** The evidence of a session in the order in which it was recorded. */
export async function readEvidence(tx: Tx, sessionId: string): Promise<EvidenceRow[]> {
  return evidenceOf.all(tx, { sessionId });
}

function identity(session: SessionRow) {
  return {
    id: session.id,
    ...(session.orderId !== null && { service_order_id: session.orderId }),
    service_id: session.offerId,
    type: session.type,
    vertical: session.vertical,
    name: session.name,
    duration_minutes: session.durationMinutes,
    ...((session.requirements as string[]).length > 0 && { requirements: session.requirements }),
    visibility: session.visibility,
  };
}

function providerDimension(provider: ProviderRow) {
  return {
    id: provider.id,
    organization_id: provider.organizationId,
    credentials: provider.credentials,
    ...(provider.profileId !== null && { profile_id: provider.profileId }),
  };
}

/** From `delivered` or `partial` until the session leaves the cycle. */
function deadline(session: SessionRow) {
  const over = session.state === "verified" || session.state === "cancelled";
  return session.verificationDeadline === null || over
    ? {}
    : { verification_deadline: isoInstant(session.verificationDeadline) };
}

function exceptionDocument(row: ExceptionRow): ExceptionRecord {
  return {
    type: row.type,
    at: isoInstant(row.at),
    initiated_by: row.initiatedBy,
    ...(row.resolution !== null && { resolution: row.resolution }),
    ...(row.resolvedAt !== null && { resolved_at: isoInstant(row.resolvedAt) }),
    details: row.details,
  } as unknown as ExceptionRecord;
}

function proof(disclosures: Disclosures, session: SessionRow, evidence: readonly EvidenceRow[]) {
  return {
    ...(session.checkinAt !== null && { checkin: isoInstant(session.checkinAt) }),
    ...(session.checkoutAt !== null && { checkout: isoInstant(session.checkoutAt) }),
    ...(session.durationActualMinutes !== null && { duration_actual: session.durationActualMinutes }),
    evidence: evidence.map((item) => evidenceDocument(disclosures, session, item)),
  };
}

/** One item, with its payload as far as the caller may read it. */
export function evidenceDocument(disclosures: Disclosures, session: SessionRow, item: EvidenceRow): Evidence {
  return {
    id: item.id,
    type: item.type,
    captured_at: isoInstant(item.capturedAt),
    actor: { type: item.actorType, id: item.actorId },
    ...(item.recordedBy !== null && { recorded_by: item.recordedBy }),
    ...(item.method !== null && { method: item.method }),
    data: disclosures.payloadOf(session, item),
    data_sensitivity: item.dataSensitivity,
  } as unknown as Evidence;
}

function billing(session: SessionRow) {
  return {
    amount: toMoney(session.amountMinor, session.currency),
    payer: session.payerId ?? session.clientId,
    status: session.billingStatus,
    ...(session.chargedAt !== null && { charged_at: isoInstant(session.chargedAt) }),
    ...(session.paymentId !== null && { payment_id: session.paymentId }),
    ...(session.taxDocument !== null && { tax_document: session.taxDocument }),
  };
}

function flatCopies(session: SessionRow) {
  return {
    provider_id: session.providerId,
    client_id: session.clientId,
    starts_at: isoInstant(session.scheduledFor ?? session.startsAt),
    ends_at: isoInstant(session.endsAt),
    ...(session.resourceId !== null && { resource_id: session.resourceId }),
    ...(session.seriesId !== null && { series_id: session.seriesId }),
    ...(session.previousSessionId !== null && { previous_session_id: session.previousSessionId }),
    ...(session.submission !== null && { submission: session.submission }),
    human_intent_confirmed: session.humanIntentConfirmed,
  };
}
