import { machines, serviceTargets } from "../generated/machines.ts";
import { type Input, ProtocolError } from "../generated/servicialo.ts";
import type { Actor, ServiceState } from "../generated/types.ts";
import { applyCancellationPolicy, charge, makeSale, voidSale } from "./billing.ts";
import { type Context, partyOf } from "./context.ts";
import { addEvidence, missingEvidence } from "./evidence.ts";
import { fromMinor, readAmount, share, toMinor } from "./money.ts";
import {
  futureStart,
  invalid,
  record,
  recordException,
  requireFree,
  roleIn,
  setStart,
  settleException,
} from "./sessions.ts";
import { newId, type Party, type StoredSession } from "./store.ts";

const HOUR = 3_600_000;
/** What every contract of this node says: the protocol's defaults. */
const VERIFICATION_HOURS = 12;
const DISPUTE_WINDOW_HOURS = 48;
const GRACE_MINUTES = 15;

type TransitionInput = Omit<Input<"lifecycle.transition">, "actor"> & { actor?: Actor };

/** One wanted move: a copy of the session to change, who acts and what was said. */
export interface Move {
  readonly context: Context;
  readonly stored: StoredSession;
  readonly actor: Party;
  readonly role: Party["type"];
  readonly input: TransitionInput;
}

type Meta = Record<string, unknown> | undefined;

/** What each move does beyond the record that it leaves. A state of the protocol that is missing here does not compile. */
const moves: Record<ServiceState, (move: Move) => Meta> = {
  requested: never,
  pending_confirmation: never,
  scheduled,
  confirmed: (move) => go(move),
  in_progress: checkIn,
  delivered: (move) => endDelivery(move, () => go(move)),
  documented,
  charged: (move) => (stateOf(move) === "disputed" ? providerPrevails(move) : chargeNow(move)),
  verified: (move) => go(move),
  cancelled: (move) => (stateOf(move) === "disputed" ? clientPrevails(move) : cancelled(move)),
  disputed,
  reassigning,
  rescheduling,
  partial,
};

/**
 * Makes one move on a copy of a session, with the evidence that came along. What is refused changes nothing.
 * @throws {ProtocolError} `FORBIDDEN` before `INVALID_TRANSITION`: who may not do it learns nothing about the state
 */
export function makeMove(context: Context, stored: StoredSession, actor: Party, input: TransitionInput): Meta {
  const role = judge(context, stored, actor, input.to_state);
  const { evidence } = input;
  const items = evidence === undefined ? [] : "items" in evidence ? evidence.items : [evidence];
  for (const [index, item] of items.entries()) {
    const pointer = evidence && "items" in evidence ? `/evidence/items/${index}` : "/evidence";
    addEvidence(context.store, stored, { actor, item, pointer });
  }
  return moves[input.to_state]({ context, stored, actor, role, input });
}

function judge(context: Context, stored: StoredSession, actor: Party, to: ServiceState): Party["type"] {
  const role = roleIn(stored, actor);
  const into = machines.service.moves.filter((move) => move.to === to && move.from !== null);
  const isBy = (move: (typeof into)[number], who: string | null) =>
    (move.by as readonly string[]).some((party) => party === who);
  const anyParty = into.some((move) => ["client", "provider", "organization"].some((party) => isBy(move, party)));
  if (role === null || (anyParty && !into.some((move) => isBy(move, role)))) throw forbidden(to);
  const party = partyOf(context);
  const isBound = party.type === "provider" && party.id === stored.document.provider_id;
  if ((to === "delivered" || to === "partial") && !isBound) throw forbidden(to);
  const from = stored.document.lifecycle.current_state;
  if (!serviceTargets[from].includes(to)) throw notAllowed(from, to);
  if (!into.some((move) => move.from === from && isBy(move, role))) throw forbidden(to);
  return role;
}

function stateOf({ stored }: Move): ServiceState {
  return stored.document.lifecycle.current_state;
}

function go({ context, stored, actor, input }: Move): Meta {
  const { reason, no_show_type } = input;
  const metadata = { ...(reason !== undefined && { reason }), ...(no_show_type !== undefined && { no_show_type }) };
  record(context.store, stored, { to: input.to_state, by: actor.id, metadata });
  return undefined;
}

function never({ stored, input }: Move): Meta {
  throw notAllowed(stored.document.lifecycle.current_state, input.to_state);
}

function reasonOf({ input }: Move): string {
  if (input.reason === undefined) throw invalid("/reason", `Say why: ${input.to_state} needs a reason.`);
  return input.reason;
}

/** L-03, and the ends of `rescheduling` (L-19) and `reassigning` (L-21). */
function scheduled(move: Move): Meta {
  const { context, stored, input } = move;
  const { store } = context;
  const { document } = stored;
  const from = stateOf(move);
  if (from === "rescheduling" && input.starts_at === undefined) throw invalid("/starts_at", "Name the new start.");
  if (from === "reassigning") {
    const offer = store.offers.find(({ id }) => id === document.service_id);
    if (
      input.provider_id === undefined ||
      input.provider_id === document.provider_id ||
      !offer?.provider_ids?.includes(input.provider_id)
    ) {
      throw invalid("/provider_id", "Name another provider of the same offer.");
    }
    document.provider_id = document.provider.id = input.provider_id;
  }
  const startsAt = input.starts_at === undefined ? Date.parse(document.starts_at) : futureStart(store, input.starts_at);
  requireFree(store, document, { startsAt, minutes: document.duration_minutes });
  setStart(stored, startsAt);
  document.schedule.scheduled_for = document.starts_at;
  settleException(store, stored, "reschedule", "rescheduled");
  settleException(store, stored, "no_show", "provider_reassigned");
  return go(move);
}

function checkIn(move: Move): Meta {
  const at = momentOf(move);
  move.stored.document.proof = { ...move.stored.document.proof, checkin: at };
  go(move);
  return position(move, "checkin", at);
}

/** The end of a delivery, whole or in part: check-out, real duration, deadline (L-07, L-08). */
function endDelivery(move: Move, moveOn: () => Meta): Meta {
  const { context, stored } = move;
  const { document } = stored;
  const at = momentOf(move);
  const minutes = Math.floor((Date.parse(at) - Date.parse(document.proof?.checkin ?? at)) / 60_000);
  if (minutes < 0) throw invalid("/timestamp", "The check-out must not lie before the check-in.");
  position(move, "checkout", at);
  document.proof = { ...document.proof, checkout: at, duration_actual: minutes };
  document.lifecycle.verification_deadline = context.store.instant(context.store.now() + VERIFICATION_HOURS * HOUR);
  stored.deliveredAt = context.store.now();
  return moveOn();
}

function momentOf({ context, input }: Move): string {
  if (input.timestamp !== undefined && Date.parse(input.timestamp) > context.store.now())
    throw invalid("/timestamp", "It must not lie in the future.");
  return input.timestamp ?? context.store.instant();
}

/** A position that came along with check-in or check-out becomes evidence (P-20). */
function position({ context, stored, actor, input }: Move, event: "checkin" | "checkout", at: string): Meta {
  if (!input.location) return undefined;
  const data = { latitude: input.location.lat, longitude: input.location.lng, event };
  addEvidence(context.store, stored, { actor, item: { evidence_type: "gps", data, captured_at: at }, pointer: "" });
  return undefined;
}

function partial(move: Move): Meta {
  const { context, stored, actor, input } = move;
  reasonOf(move);
  const { partial: part } = input;
  if (part === undefined) throw invalid("/partial", "Say what was delivered.");
  const { amount } = stored.document.billing;
  const price = toMinor(amount);
  const adjusted =
    part.adjusted_amount === undefined
      ? null
      : readAmount(part.adjusted_amount, amount.currency, "/partial/adjusted_amount");
  if (adjusted === null && part.delivered_minutes === undefined)
    throw invalid("/partial", "Give delivered_minutes or adjusted_amount.");
  if (adjusted !== null && adjusted > price) throw invalid("/partial/adjusted_amount", "It must not exceed the price.");
  const { duration_minutes: planned } = stored.document;
  const owed = fromMinor(
    adjusted ?? share(price, Math.min(part.delivered_minutes ?? 0, planned), planned),
    amount.currency,
  );
  stored.document.billing.amount = owed;
  recordException(context.store, stored, {
    type: "partial",
    initiated_by: actor.id,
    details: { ...part, adjusted_amount: owed },
  });
  return endDelivery(move, () => go(move));
}

function documented(move: Move): Meta {
  const { context, stored, actor, input } = move;
  if (input.content === undefined && input.evidence === undefined)
    throw invalid("/content", "Documenting needs content or evidence.");
  const offer = context.store.offers.find(({ id }) => id === stored.document.service_id);
  const missing = missingEvidence(stored, offer?.required_evidence ?? []);
  if (missing.length > 0 && stateOf(move) !== "partial") {
    throw new ProtocolError("EVIDENCE_REQUIRED", {
      detail: `Missing: ${missing.join(", ")}.`,
      meta: { missing_evidence: missing },
    });
  }
  if (input.content !== undefined) {
    stored.document.documentation = {
      content: input.content,
      created_by: actor.id,
      created_at: context.store.instant(),
    };
  }
  return go(move);
}

function chargeNow({ context, stored, actor, input }: Move): Meta {
  const { amount } = stored.document.billing;
  const unit =
    input.unit_price === undefined ? toMinor(amount) : readAmount(input.unit_price, amount.currency, "/unit_price");
  makeSale(context.store, [stored], unit);
  charge(context.store, stored, actor.id);
  return undefined;
}

function cancelled(move: Move): Meta {
  const { context, stored, actor, role, input } = move;
  if (reasonOf(move) === "no_show" || input.no_show_type !== undefined) return clientNoShow(move);
  const policy = applyCancellationPolicy(context.store, stored, role);
  const { percent, ...details } = { ...policy, percent: policy.penalty_percent };
  const resolution = percent > 0 ? "client_penalized" : "free";
  settleException(context.store, stored, "no_show", "no_replacement");
  recordException(context.store, stored, { type: "cancellation", initiated_by: actor.id, resolution, details });
  go(move);
  return { policy };
}

/** The client did not come: after the grace period, at the full price (lifecycle 6.1). */
function clientNoShow(move: Move): Meta {
  const { context, stored, actor, role, input } = move;
  const { document } = stored;
  if (role === "client") throw forbidden("cancelled");
  if (input.no_show_type !== "client") throw invalid("/no_show_type", "An absent client is no_show_type client.");
  if (stateOf(move) !== "confirmed" || context.store.now() < Date.parse(document.starts_at) + GRACE_MINUTES * 60_000) {
    throw notAllowed(stateOf(move), "cancelled", "Only a confirmed session whose grace period is over is a no-show.");
  }
  makeSale(context.store, [stored], toMinor(document.billing.amount));
  Object.assign(document.billing, { status: "charged", charged_at: context.store.instant() });
  const details = { no_show_type: "client", penalty: document.billing.amount } as const;
  recordException(context.store, stored, {
    type: "no_show",
    initiated_by: actor.id,
    resolution: "client_penalized",
    details,
  });
  return go(move);
}

function disputed(move: Move): Meta {
  const { context, stored, actor, input } = move;
  const { store } = context;
  const { document } = stored;
  const reason = reasonOf(move);
  if (store.now() > (stored.deliveredAt ?? store.now()) + DISPUTE_WINDOW_HOURS * HOUR)
    throw new ProtocolError("DISPUTE_WINDOW_CLOSED");
  const { currency } = document.billing.amount;
  const amount =
    input.amount === undefined
      ? document.billing.amount
      : fromMinor(readAmount(input.amount, currency, "/amount"), currency);
  const details = {
    id: newId("dsp"),
    session_id: document.id,
    opened_by: actor.id,
    opened_at: store.instant(),
    opened_from: stateOf(move) as "delivered" | "documented" | "charged",
    reason,
    ...(input.reason_category !== undefined && { reason_category: input.reason_category }),
    amount,
    status: "open",
  } as const;
  recordException(store, stored, { type: "dispute", initiated_by: actor.id, details });
  document.billing.status = "disputed";
  return go(move);
}

function resolutionOf({ input }: Move): void {
  if (input.resolution === undefined) throw invalid("/resolution", "Say how the dispute was decided.");
}

/** L-16: the charge stands, or is made now (P-06). */
function providerPrevails(move: Move): Meta {
  const { context, stored, actor } = move;
  resolutionOf(move);
  settleException(context.store, stored, "dispute", "provider_prevails");
  const isCharged = stored.document.billing.charged_at !== undefined;
  if (!isCharged) makeSale(context.store, [stored], toMinor(stored.document.billing.amount));
  charge(context.store, stored, actor.id);
  return undefined;
}

/** L-17: the sale is taken back. */
function clientPrevails(move: Move): Meta {
  resolutionOf(move);
  settleException(move.context.store, move.stored, "dispute", "client_prevails");
  voidSale(move.context.store, move.stored.document.id);
  move.stored.document.billing.status = "pending";
  return go(move);
}

function reassigning(move: Move): Meta {
  const { context, stored, actor, input } = move;
  reasonOf(move);
  if (input.no_show_type !== "provider")
    throw invalid("/no_show_type", "reassigning is for a provider who does not come.");
  const isOver = context.store.now() >= Date.parse(stored.document.starts_at) + GRACE_MINUTES * 60_000;
  if (move.role !== "provider" && !isOver)
    throw notAllowed(stateOf(move), "reassigning", "The grace period is not over.");
  recordException(context.store, stored, {
    type: "no_show",
    initiated_by: actor.id,
    details: { no_show_type: "provider" },
  });
  return go(move);
}

function rescheduling(move: Move): Meta {
  const { context, stored, actor } = move;
  reasonOf(move);
  const details = { previous: stored.document.starts_at, cause: "party_request" } as const;
  recordException(context.store, stored, { type: "reschedule", initiated_by: actor.id, details });
  return go(move);
}

function forbidden(to: ServiceState): ProtocolError {
  return new ProtocolError("FORBIDDEN", { detail: `This actor may not move the session to '${to}'.` });
}

function notAllowed(from: ServiceState, to: ServiceState, detail?: string): ProtocolError {
  const valid = serviceTargets[from];
  return new ProtocolError("INVALID_TRANSITION", {
    pointer: "/to_state",
    detail: detail ?? `From '${from}' to '${to}' is not allowed. Valid: ${valid.join(", ") || "none"}.`,
    meta: { valid_targets: valid },
  });
}
