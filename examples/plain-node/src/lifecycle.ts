import { randomUUID } from "node:crypto";
import { requireFree } from "./calendar.ts";
import { cancellationOf } from "./cancellation.ts";
import { recordEvidence } from "./evidence.ts";
import { Fault, invalid } from "./fault.ts";
import { proportion, readAmount, toMoney } from "./money.ts";
import { isState, type Role, rolesFor, rolesForAny, targetsOf } from "./moves.ts";
import { type Actor, actorOf, type Call, keyOf, optionalInstant, optionalText, requiredText } from "./request.ts";
import { openSale, voidSales } from "./sales.ts";
import { DISPUTE_WINDOW, VERIFICATION_WINDOW } from "./session-document.ts";
import type { ExceptionRecord, Session, Transition } from "./store.ts";

const GRACE = 15 * 60_000;

/** A session that may be moved, and for whom. */
export interface Movable {
  readonly call: Call;
  readonly session: Session;
  readonly by: Actor;
  readonly role: Role;
}

/** What a move brings along beside the new state. */
interface Effect {
  readonly set?: Partial<Session>;
  readonly exception?: Omit<ExceptionRecord, "at" | "initiatedBy">;
  /** Settles the newest open record of a type. */
  readonly settles?: { readonly type: ExceptionRecord["type"]; readonly resolution: string };
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/**
 * What the actor is to the session. Only the provider itself, under its own credential, may say that it delivered.
 * @throws {Fault} `FORBIDDEN` for somebody who is no party
 */
export function movable(call: Call, session: Session): Movable {
  const by = actorOf(call, true);
  const role = roleOf(session, by);
  if (role === null) throw new Fault("FORBIDDEN", { detail: "Only the parties to a session act on it." });
  return { call, session, by, role };
}

export function roleOf(session: Session, { type, id }: Actor): Role | null {
  if (type === "organization" && id === session.organizationId) return "organization";
  if (type === "provider" && id === session.providerId) return "provider";
  if (type === "client" && id === session.clientId) return "client";
  return null;
}

/**
 * Judges a move before anything is done: authority first, whatever the state is, then the state.
 * @throws {Fault} `FORBIDDEN`, `INVALID_TRANSITION`
 */
export function judge({ call, session, role }: Movable, to: string): void {
  const ever = rolesForAny(to);
  const now = rolesFor(session.state, to);
  const delivers = to === "delivered" || to === "partial";
  const standsIn = delivers && keyOf(call).subjectType !== "provider";
  if (standsIn || (ever.length > 0 && !(now ?? ever).includes(role))) {
    throw new Fault("FORBIDDEN", { detail: `This is not for a ${role} to do.` });
  }
  if (!now) throw notFrom(session.state, to);
}

function notFrom(state: string, to: string): Fault {
  const valid = targetsOf(state);
  return new Fault("INVALID_TRANSITION", {
    pointer: "/to_state",
    detail: `From '${state}' to '${to}' is not allowed. Valid: ${valid.join(", ") || "none"}.`,
    meta: { valid_targets: valid },
  });
}

/** Any move that the attributes of `lifecycle.transition` describe. Several records where the move brings others. */
export function transition(call: Call, session: Session): Session {
  const to = call.attributes["to_state"];
  if (!isState(to)) throw invalid("/to_state", "A state of protocol 0.8.");
  if (to === "cancelled" && optionalText(call, "reason") === undefined && session.state !== "disputed") {
    throw invalid("/reason", "Say why it is cancelled.");
  }
  const noShow = call.attributes["no_show_type"];
  if (noShow !== undefined && noShow !== "client" && noShow !== "provider") {
    throw invalid("/no_show_type", "client or provider.");
  }
  const subject = movable(call, session);
  judge(subject, to);
  return apply(subject, to);
}

/** Does a move that was judged. */
export function apply(subject: Movable, to: string): Session {
  const { call, by } = subject;
  const session = withHandedIn(subject, to);
  const effect = effects[to]?.({ ...subject, session }) ?? {};
  return afterwards(call, write(call, session, { to, by: by.id, method: "manual", effect }));
}

/** Evidence that comes along is recorded first. */
function withHandedIn({ call, session, by }: Movable, to: string): Session {
  const given = call.attributes["evidence"];
  if (given === undefined || to === "documented") return session;
  return recordEvidence(call, session, { by, item: given, pointer: "/evidence" });
}

interface Written {
  readonly to: string;
  readonly by: string;
  readonly method: "auto" | "manual";
  readonly effect: Effect;
}

/** The only place that writes a session's state, with its record. */
function write(call: Call, session: Session, { to, by, method, effect }: Written): Session {
  const last = session.transitions.at(-1)?.at ?? 0;
  const at = Math.max(call.clock.now(), last);
  const reason = call.attributes["reason"];
  const metadata = { ...(typeof reason === "string" && method === "manual" && { reason }), ...effect.metadata };
  const record: Transition = { from: session.state, to, at, by, method, metadata };
  const { exception, settles } = effect;
  const settled = settles ? settle(session.exceptions, settles, at) : session.exceptions;
  const exceptions = exception ? [...settled, { ...exception, at, initiatedBy: by }] : settled;
  const moved = {
    ...session,
    ...effect.set,
    state: to,
    transitions: [...session.transitions, record],
    exceptions,
  };
  return call.work.put("sessions", moved);
}

function settle(
  records: readonly ExceptionRecord[],
  { type, resolution }: NonNullable<Effect["settles"]>,
  at: number,
): readonly ExceptionRecord[] {
  const open = records.findLastIndex((record) => record.type === type && record.resolvedAt === undefined);
  return records.map((record, index) => (index === open ? { ...record, resolution, resolvedAt: at } : record));
}

/** A move by the node itself. */
export function moveBySystem(call: Call, session: Session, to: string, effect: Effect = {}): Session {
  return write(call, session, { to, by: "system", method: "auto", effect });
}

/** A charged session whose deadline has passed is verified at once. */
function afterwards(call: Call, session: Session): Session {
  const { state, deadline } = session;
  if (state !== "charged" || deadline === null || deadline > call.clock.now()) return session;
  return moveBySystem(call, session, "verified");
}

/** Verifies everything whose time has come. Answers the ids. */
export function verifyDue(call: Call): string[] {
  const due = call.work.all(
    "sessions",
    ({ state, deadline }) => state === "charged" && deadline !== null && deadline <= call.clock.now(),
  );
  return due.map((session) => moveBySystem(call, session, "verified").id);
}

const effects: { readonly [to: string]: ((subject: Movable) => Effect) | undefined } = {
  scheduled: toScheduled,
  in_progress: ({ call, session }) => ({ set: { checkin: timestampOf(call, session.transitions.at(-1)?.at ?? 0) } }),
  delivered: ({ call, session }) => ({ set: deliveredAt(call, session) }),
  partial: toPartial,
  documented: toDocumented,
  charged: toCharged,
  disputed: toDisputed,
  rescheduling: ({ call, session }) => {
    const previous = new Date(session.startsAt).toISOString();
    const reason = requiredText(call, "reason");
    return { exception: { type: "reschedule", details: { previous, cause: "party_request", reason } } };
  },
  reassigning: ({ call }) => {
    if (call.attributes["no_show_type"] !== "provider") throw invalid("/no_show_type", "provider, who is missing.");
    requiredText(call, "reason");
    return {
      exception: { type: "no_show", details: { no_show_type: "provider" } },
      metadata: { no_show_type: "provider" },
    };
  },
  cancelled: toCancelled,
};

/** When it happened: as told, not in the future. */
function timestampOf(call: Call, notBefore: number): number {
  const at = optionalInstant(call, "timestamp") ?? call.clock.now();
  if (at > call.clock.now()) throw invalid("/timestamp", "Not in the future.");
  return Math.max(at, Math.min(notBefore, at));
}

function toScheduled({ call, session }: Movable): Effect {
  const offer = call.work.find("offers", session.offerId);
  if (!offer) throw new Error("The offer of a session is gone.");
  const { state } = session;
  const providerId = state === "reassigning" ? requiredText(call, "provider_id") : session.providerId;
  const wished = optionalInstant(call, "starts_at");
  if (state === "rescheduling" && wished === undefined) throw invalid("/starts_at", "The new time.");
  const startsAt = state === "requested" ? session.startsAt : (wished ?? session.startsAt);
  if (!offer.providerIds.includes(providerId))
    throw invalid("/provider_id", "This provider does not deliver the offer.");
  requireFree(call.work, { offer, providerId, clientId: session.clientId, startsAt, except: session.id });
  const set = { providerId, startsAt, scheduledFor: startsAt };
  if (state === "reassigning") return { set, settles: { type: "no_show", resolution: "provider_reassigned" } };
  if (state === "rescheduling") return { set, settles: { type: "reschedule", resolution: "rescheduled" } };
  return { set };
}

function deliveredAt(call: Call, session: Session): Partial<Session> {
  const checkout = timestampOf(call, session.checkin ?? 0);
  if (session.checkin !== null && checkout < session.checkin) throw invalid("/timestamp", "Not before the check-in.");
  return { checkout, deadline: call.clock.now() + VERIFICATION_WINDOW };
}

function toPartial({ call, session }: Movable): Effect {
  requiredText(call, "reason");
  const partial = call.attributes["partial"];
  if (typeof partial !== "object" || partial === null) throw invalid("/partial", "What was delivered.");
  const { description, delivered_minutes: minutes, adjusted_amount: adjusted } = partial as { [name: string]: unknown };
  if (typeof description !== "string" || description === "")
    throw invalid("/partial/description", "What was delivered.");
  if (minutes === undefined && adjusted === undefined)
    throw invalid("/partial/delivered_minutes", "Or adjusted_amount.");
  if (minutes !== undefined && !(Number.isInteger(minutes) && (minutes as number) >= 0)) {
    throw invalid("/partial/delivered_minutes", "Whole minutes.");
  }
  const price = session.amount;
  const planned = call.work.find("offers", session.offerId)?.durationMinutes ?? 1;
  const agreed = adjusted === undefined ? null : readAmount(adjusted, price.currency, "/partial/adjusted_amount").minor;
  if (agreed !== null && agreed > price.minor) throw invalid("/partial/adjusted_amount", "At most the price.");
  const minor = agreed ?? Math.min(price.minor, proportion(price.minor, minutes as number, planned));
  const amount = { ...price, minor };
  return {
    set: { ...deliveredAt(call, session), amount },
    exception: {
      type: "partial",
      details: { description, delivered_minutes: minutes, adjusted_amount: toMoney(amount) },
    },
  };
}

function toDocumented({ call, session, by }: Movable): Effect {
  const given = call.attributes["evidence"];
  const content = optionalText(call, "content");
  if (given === undefined && (content === undefined || content.trim() === "")) throw invalid("/content", "The record.");
  const recorded =
    given === undefined ? session : recordEvidence(call, session, { by, item: given, pointer: "/evidence" });
  const documentation = content === undefined ? null : { content, by: by.id, at: call.clock.now() };
  return { set: { evidence: recorded.evidence, documentation } };
}

function toCharged(subject: Movable): Effect {
  const { call, session } = subject;
  if (session.state === "disputed") return prevails(subject, "provider_prevails");
  const price = call.attributes["unit_price"];
  const amount = price === undefined ? session.amount : readAmount(price, session.amount.currency, "/unit_price");
  openSale(call, { session, unitPrice: amount });
  return { set: chargedNow(call, session) };
}

/** What being charged does to the billing of a session. */
export function chargedNow(call: Call, session: Session): Partial<Session> {
  return { billing: session.billing === "paid" ? "paid" : "charged", chargedAt: call.clock.now() };
}

function toDisputed({ call, session }: Movable): Effect {
  const reason = requiredText(call, "reason");
  const since = session.transitions.find(({ to }) => to === "delivered" || to === "partial")?.at ?? 0;
  if (call.clock.now() > since + DISPUTE_WINDOW) {
    throw new Fault("DISPUTE_WINDOW_CLOSED", { detail: "The window of 48 hours is over." });
  }
  const details = {
    id: `dsp_${randomUUID()}`,
    session_id: session.id,
    opened_by: session.clientId,
    opened_at: new Date(call.clock.now()).toISOString(),
    opened_from: session.state,
    reason,
    status: "open",
  };
  const before = session.billing === "disputed" ? session.billingBefore : session.billing;
  return { set: { billing: "disputed", billingBefore: before }, exception: { type: "dispute", details } };
}

function prevails({ call, session }: Movable, outcome: "provider_prevails" | "client_prevails"): Effect {
  const resolution = call.attributes["resolution"] as { method?: unknown; note?: unknown } | undefined;
  if (typeof resolution !== "object" || resolution === null) throw invalid("/resolution", "method and note.");
  if (resolution.method !== "manual" && resolution.method !== "arbitration") {
    throw invalid("/resolution/method", "manual or arbitration.");
  }
  if (typeof resolution.note !== "string") throw invalid("/resolution/note", "Why it is settled so.");
  const settles = { type: "dispute", resolution: outcome } as const;
  if (outcome === "client_prevails") {
    voidSales(call, session);
    return { set: { billing: "pending" }, settles, metadata: { reason: resolution.note } };
  }
  const charged = session.chargedAt !== null;
  if (!charged) openSale(call, { session, unitPrice: session.amount });
  const billing = session.billingBefore === "paid" ? "paid" : "charged";
  return { set: { billing, chargedAt: session.chargedAt ?? call.clock.now() }, settles };
}

function toCancelled(subject: Movable): Effect {
  const { call, session } = subject;
  if (session.state === "disputed") return prevails(subject, "client_prevails");
  if (call.attributes["no_show_type"] === "client" && call.attributes["reason"] === "no_show")
    return clientNoShow(subject);
  const policy = cancellationOf(subject);
  const settles =
    session.state === "reassigning" ? ({ type: "no_show", resolution: "no_replacement" } as const) : undefined;
  if (policy.penalty > 0) openSale(call, { session, unitPrice: { ...session.amount, minor: policy.penalty } });
  return {
    ...(policy.penalty > 0 && { set: chargedNow(call, session) }),
    ...(settles && { settles }),
    exception: {
      type: "cancellation",
      resolution: policy.penalty > 0 ? "client_penalized" : "free",
      details: policy.shown,
    },
  };
}

function clientNoShow({ call, session, role }: Movable): Effect {
  const start = session.scheduledFor ?? session.startsAt;
  if (role === "client") throw new Fault("FORBIDDEN", { detail: "The other side marks a no-show." });
  if (session.state !== "confirmed" || call.clock.now() < start + GRACE) {
    throw new Fault("INVALID_TRANSITION", { pointer: "/to_state", detail: "The client still has time to come." });
  }
  openSale(call, { session, unitPrice: session.amount });
  const client = call.work.find("clients", session.clientId);
  if (client) call.work.put("clients", { ...client, noShows: client.noShows + 1 });
  return {
    set: chargedNow(call, session),
    exception: { type: "no_show", resolution: "client_penalized", details: { no_show_type: "client" } },
    metadata: { no_show_type: "client" },
  };
}
