import { iso } from "./clock.ts";
import { toMoney } from "./money.ts";
import type { EvidenceItem, ExceptionRecord, Session, Transition, Work } from "./store.ts";

const HOUR = 3_600_000;

/** A delivery in its eight dimensions, and the flat copies of a session. */
export function sessionDocument(work: Work, session: Session): Record<string, unknown> {
  const offer = work.find("offers", session.offerId);
  const organization = work.find("organizations", session.organizationId);
  if (!offer || !organization) throw new Error(`Session ${session.id} has lost its offer.`);
  const starts = session.scheduledFor ?? session.startsAt;
  return {
    id: session.id,
    service_id: session.offerId,
    type: offer.type,
    vertical: organization.vertical,
    name: offer.name,
    duration_minutes: offer.durationMinutes,
    visibility: "private",
    provider: { id: session.providerId, organization_id: session.organizationId },
    client: { id: session.clientId, ...(session.payerId !== null && { payer_id: session.payerId }) },
    schedule: {
      requested_at: iso(session.requestedAt),
      ...(session.scheduledFor !== null && { scheduled_for: iso(session.scheduledFor) }),
      duration_expected: offer.durationMinutes,
    },
    location: { type: offer.modality },
    lifecycle: {
      current_state: session.state,
      transitions: session.transitions.map(transitionDocument),
      exceptions: session.exceptions.map(exceptionDocument),
      ...(deadlineShown(session) && { verification_deadline: iso(session.deadline ?? 0) }),
    },
    proof: proofDocument(session),
    ...(session.documentation && {
      documentation: {
        content: session.documentation.content,
        created_by: session.documentation.by,
        created_at: iso(session.documentation.at),
      },
    }),
    billing: {
      amount: toMoney(session.amount),
      payer: session.payerId ?? session.clientId,
      status: session.billing,
      ...(session.chargedAt !== null && { charged_at: iso(session.chargedAt) }),
    },
    provider_id: session.providerId,
    client_id: session.clientId,
    starts_at: iso(starts),
    ends_at: iso(starts + offer.durationMinutes * 60_000),
    human_intent_confirmed: session.humanIntent,
    ...(session.submission && { submission: session.submission }),
  };
}

/** Until the session leaves the cycle. */
function deadlineShown({ state, deadline }: Session): boolean {
  return deadline !== null && state !== "verified" && state !== "cancelled";
}

export function lifecycleDocument(session: Session, targets: readonly string[]): Record<string, unknown> {
  return {
    current_state: session.state,
    available_transitions: targets,
    transitions: session.transitions.map(transitionDocument),
    exceptions: session.exceptions.map(exceptionDocument),
    ...(deadlineShown(session) && { verification_deadline: iso(session.deadline ?? 0) }),
  };
}

export function transitionDocument({ from, to, at, by, method, metadata }: Transition) {
  return { from, to, at: iso(at), by, method, metadata };
}

function exceptionDocument({ type, at, initiatedBy, resolution, resolvedAt, details }: ExceptionRecord) {
  return {
    type,
    at: iso(at),
    initiated_by: initiatedBy,
    ...(resolution !== undefined && { resolution }),
    ...(resolvedAt !== undefined && { resolved_at: iso(resolvedAt) }),
    details,
  };
}

function proofDocument({ checkin, checkout, evidence }: Session) {
  return {
    ...(checkin !== null && { checkin: iso(checkin) }),
    ...(checkout !== null && { checkout: iso(checkout) }),
    ...(checkin !== null && checkout !== null && { duration_actual: Math.floor((checkout - checkin) / 60_000) }),
    evidence: evidence.map(evidenceDocument),
  };
}

function evidenceDocument(item: EvidenceItem) {
  const { id, type, capturedAt, actor, recordedBy, method, sensitivity, data } = item;
  return {
    id,
    type,
    captured_at: iso(capturedAt),
    actor,
    ...(recordedBy !== null && { recorded_by: recordedBy }),
    method,
    data_sensitivity: sensitivity,
    data,
  };
}

/** Hours after `delivered` in which a client may dispute, and after which silence accepts. */
export const DISPUTE_WINDOW = 48 * HOUR;
export const VERIFICATION_WINDOW = 12 * HOUR;
