import { randomUUID } from "node:crypto";
import { requireFree } from "./calendar.ts";
import { iso, parseInstant } from "./clock.ts";
import { recordEvidence } from "./evidence.ts";
import { Fault, invalid } from "./fault.ts";
import { apply, judge, type Movable, movable, moveBySystem, roleOf, transition, verifyDue } from "./lifecycle.ts";
import { targetsOf } from "./moves.ts";
import { offerResource } from "./operations-public.ts";
import {
  type Answer,
  actorOf,
  type Call,
  keyOf,
  optionalText,
  requiredInstant,
  requiredText,
  sessionOf,
} from "./request.ts";
import { lifecycleDocument, sessionDocument, transitionDocument } from "./session-document.ts";
import type { Client, Session } from "./store.ts";

/** A session in its new state, and the moves that brought it there. */
function moved(call: Call, before: Session | null, after: Session, meta: object = {}): Answer {
  const records = after.transitions.slice(before?.transitions.length ?? 0).map(transitionDocument);
  const last = records.at(-1);
  return {
    data: { type: "sessions", id: after.id, attributes: sessionDocument(call.work, after) },
    meta: { ...(last && { transition: last }), ...(records.length > 1 && { transitions: records }), ...meta },
  };
}

export function getService(call: Call): Answer {
  const id = call.params["service_id"] ?? "";
  const key = keyOf(call);
  const offer = call.work.find("offers", id);
  if (offer) {
    const stranger = offer.organizationId !== key.organizationId;
    const hidden = offer.visibility === "private" && (stranger || key.subjectType === "client");
    if (hidden) throw new Fault("NOT_FOUND", { detail: "There is no such offer." });
    return { data: offerResource(offer) };
  }
  const session = sessionOf({ ...call, params: { session_id: id } });
  if (key.subjectType === "provider" && session.providerId !== key.subjectId) {
    throw new Fault("FORBIDDEN", { detail: "Only the parties to a session read it." });
  }
  return { data: { type: "services", id, attributes: sessionDocument(call.work, session) } };
}

export function getState(call: Call): Answer {
  const session = sessionOf(call);
  const attributes = lifecycleDocument(session, targetsOf(session.state));
  return { data: { type: "lifecycle_states", id: session.id, attributes } };
}

export function getOrCreateClient(call: Call): Answer {
  const email = optionalText(call, "email")?.toLowerCase();
  const phone = optionalText(call, "phone");
  if (email === undefined && phone === undefined) throw invalid("/email", "email or phone.");
  if (email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(email)) throw invalid("/email", "An e-mail address.");
  const actor = actorOf(call, true);
  if (actor.type === "client") throw new Fault("FORBIDDEN", { detail: "Clients do not make clients." });
  const { organizationId } = keyOf(call);
  const theirs = call.work.all("clients", (one) => one.organizationId === organizationId);
  const found =
    theirs.find((one) => email !== undefined && one.email === email) ??
    theirs.find((one) => phone !== undefined && one.phone === phone);
  if (found) return { data: clientResource(call, found, true) };
  const client = call.work.put("clients", {
    id: `cli_${randomUUID()}`,
    organizationId,
    email: email ?? null,
    phone: phone ?? null,
    name: requiredText(call, "name"),
    lastName: requiredText(call, "last_name"),
    noShows: 0,
  });
  return { status: 201, data: clientResource(call, client, false) };
}

function clientResource(call: Call, client: Client, withHistory: boolean) {
  const { id, organizationId, email, phone, name, lastName, noShows } = client;
  const sessions = withHistory ? call.work.all("sessions", (one) => one.clientId === id) : [];
  const history = {
    sessions_total: sessions.length,
    sessions_verified: sessions.filter(({ state }) => state === "verified").length,
    no_show_count: noShows,
  };
  const attributes = {
    id,
    organization_id: organizationId,
    ...(email !== null && { email }),
    ...(phone !== null && { phone }),
    name,
    last_name: lastName,
    no_show_count: noShows,
    ...(withHistory && { history_summary: history }),
  };
  return { type: "clients", id, attributes };
}

export function book(call: Call): Answer {
  const { work, clock, attributes } = call;
  const offerId = requiredText(call, "service_id");
  const providerId = requiredText(call, "provider_id");
  const clientId = requiredText(call, "client_id");
  const startsAt = requiredInstant(call, "starts_at");
  const payerId = optionalText(call, "payer_id") ?? null;
  const submission = submissionOf(attributes["submission"]);
  const by = actorOf(call, true);
  const { organizationId } = keyOf(call);
  const offer = work.find("offers", offerId);
  const provider = work.find("providers", providerId);
  const client = work.find("clients", clientId);
  for (const [name, row] of [
    ["service_id", offer],
    ["provider_id", provider],
    ["client_id", client],
  ] as const) {
    if (row?.organizationId === organizationId) continue;
    throw new Fault("NOT_FOUND", { pointer: `/${name}`, detail: `There is nothing under this ${name}.` });
  }
  if (!offer) throw new Error("Looked up above.");
  const key = keyOf(call);
  const forOthers = (by.type === "client" && by.id !== clientId) || (by.type === "provider" && by.id !== providerId);
  if (forOthers || (key.subjectType === "client" && key.subjectId !== clientId)) {
    throw new Fault("FORBIDDEN", { detail: "This party books for itself only." });
  }
  if (!offer.providerIds.includes(providerId))
    throw invalid("/provider_id", "This provider does not deliver the offer.");
  if (startsAt <= clock.now()) throw invalid("/starts_at", "In the future.");
  requireFree(work, { offer, providerId, clientId, startsAt });
  const at = clock.now();
  const session = work.put("sessions", {
    id: `ses_${randomUUID()}`,
    organizationId,
    offerId,
    providerId,
    clientId,
    payerId,
    requestedAt: at,
    startsAt,
    scheduledFor: null,
    state: "requested",
    transitions: [{ from: null, to: "requested", at, by: by.id, method: "manual", metadata: {} }],
    exceptions: [],
    checkin: null,
    checkout: null,
    deadline: null,
    evidence: [],
    documentation: null,
    amount: offer.price,
    billing: "pending",
    billingBefore: "pending",
    chargedAt: null,
    humanIntent: attributes["human_intent_confirmed"] === true,
    submission,
  });
  return { status: 201, ...moved(call, null, session) };
}

function submissionOf(given: unknown): Readonly<Record<string, unknown>> | null {
  if (given === undefined) return null;
  if (typeof given !== "object" || given === null) throw invalid("/submission", "An object.");
  const submission = given as Readonly<Record<string, unknown>>;
  const channels = ["web", "whatsapp", "phone", "chat", "api", "other"];
  if (!channels.includes(submission["channel"] as string)) throw invalid("/submission/channel", channels.join(", "));
  const kinds = ["human", "agent", "human_with_agent_assistance"];
  if (!kinds.includes(submission["submitted_by_type"] as string)) {
    throw invalid("/submission/submitted_by_type", kinds.join(", "));
  }
  return submission;
}

export function confirm(call: Call): Answer {
  const session = sessionOf(call);
  const subject = movable(call, session);
  if (session.state !== "requested") {
    judge(subject, "confirmed");
    return moved(call, session, apply(subject, "confirmed"));
  }
  // Whoever confirms what was only requested is told both moves (D-06).
  const offer = call.work.find("offers", session.offerId);
  const { providerId, clientId, startsAt, id } = session;
  if (offer) requireFree(call.work, { offer, providerId, clientId, startsAt, except: id });
  const scheduled = moveBySystem(call, session, "scheduled", { set: { scheduledFor: startsAt } });
  return moved(call, session, apply({ ...subject, session: scheduled }, "confirmed"));
}

export function moveSession(call: Call): Answer {
  const session = sessionOf(call);
  return moved(call, session, transition(call, session));
}

/** A convenience operation: the same as the transition to its state. */
const movingTo =
  (to: string) =>
  (call: Call): Answer => {
    const session = sessionOf(call);
    const subject: Movable = movable(call, session);
    judge(subject, to);
    const after = apply(withLocation(subject), to);
    const policy = after.exceptions.at(-1)?.type === "cancellation" ? after.exceptions.at(-1)?.details : undefined;
    return moved(call, session, after, to === "cancelled" && policy ? { policy } : {});
  };

/** A place that comes with a check-in or check-out is kept once the delivery runs. */
function withLocation(subject: Movable): Movable {
  const location = subject.call.attributes["location"];
  if (location === undefined) return subject;
  const { lat, lng } = (location ?? {}) as { lat?: unknown; lng?: unknown };
  if (typeof lat !== "number" || Math.abs(lat) > 90) throw invalid("/location/lat", "From -90 to 90.");
  if (typeof lng !== "number" || Math.abs(lng) > 180) throw invalid("/location/lng", "From -180 to 180.");
  const event = subject.session.state === "confirmed" ? "checkin" : "checkout";
  const { session, by, call } = subject;
  const stands = by.type === "organization";
  const item = {
    id: `evd_${randomUUID()}`,
    type: "gps",
    capturedAt: call.clock.now(),
    actor: stands ? { type: "provider", id: session.providerId } : { type: by.type, id: by.id },
    recordedBy: stands ? by.id : null,
    method: "auto",
    sensitivity: "internal",
    data: { latitude: lat, longitude: lng, event },
  };
  return { ...subject, session: { ...session, evidence: [...session.evidence, item] } };
}

export const cancel = movingTo("cancelled");
export const checkin = movingTo("in_progress");
export const checkout = movingTo("delivered");

export function addEvidence(call: Call): Answer {
  const { evidence_type: type, data } = call.attributes;
  if (type === undefined) throw invalid("/evidence_type", "evidence_type is required.");
  if (data === undefined) throw invalid("/data", "data is required.");
  const by = actorOf(call, true);
  const session = sessionOf(call);
  if (roleOf(session, by) === null) throw new Fault("FORBIDDEN", { detail: "Only the parties record evidence." });
  const after = recordEvidence(call, session, { by, item: call.attributes, pointer: "" });
  const restricted = after.evidence.at(-1)?.sensitivity === "restricted";
  const answer = moved(call, after, after, restricted ? { warning: "RESTRICTED_EVIDENCE_STORED" } : {});
  const last = after.transitions.at(-1);
  return { ...answer, status: 201, meta: { ...answer.meta, ...(last && { transition: transitionDocument(last) }) } };
}

export function document(call: Call): Answer {
  requiredText(call, "content");
  const session = sessionOf(call);
  const subject = movable(call, session);
  judge(subject, "documented");
  return { status: 201, ...moved(call, session, apply(subject, "documented")) };
}

export function getClock(call: Call): Answer {
  requireAdministrator(call);
  return { data: clockResource(call, {}) };
}

export function setClock(call: Call): Answer {
  requireAdministrator(call);
  const { advance_seconds: seconds, set_to: to } = call.attributes;
  if ((seconds === undefined) === (to === undefined)) throw invalid("/advance_seconds", "Either that or set_to.");
  const now = call.clock.now();
  let by = 0;
  if (seconds !== undefined) {
    if (!Number.isInteger(seconds) || (seconds as number) < 1) throw invalid("/advance_seconds", "From 1 on.");
    by = (seconds as number) * 1000;
  } else {
    const at = parseInstant(to);
    if (at === null || at < now) throw invalid("/set_to", "A date-time with offset, not before now.");
    by = at - now;
  }
  call.clock.advance(by);
  const fired = verifyDue(call).map((id) => ({ kind: "verification", subject_id: id, due_at: iso(call.clock.now()) }));
  return { data: clockResource(call, { fired }) };
}

function requireAdministrator(call: Call): void {
  if (keyOf(call).subjectType !== "organization") throw new Fault("FORBIDDEN", { detail: "For the organization." });
}

function clockResource({ clock }: Call, more: object) {
  const attributes = { now: iso(clock.now()), offset_seconds: Math.round(clock.offset / 1000), ...more };
  return { type: "sandbox_clocks", id: "clock", attributes };
}
