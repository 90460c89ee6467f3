import { ProtocolError } from "../generated/servicialo.ts";
import type {
  ExceptionRecord,
  ExceptionType,
  ServiceState,
  Session,
  Transition,
  TransitionMetadata,
} from "../generated/types.ts";
import { type Context, partyOf } from "./context.ts";
import type { Party, Store, StoredSession } from "./store.ts";

/** What an actor is to a session; null for somebody else's. */
export function roleIn({ document, organizationId }: StoredSession, actor: Party): Party["type"] | null {
  const ids = { client: document.client_id, provider: document.provider_id, organization: organizationId };
  return ids[actor.type] === actor.id ? actor.type : null;
}

/** A copy of a session that the caller may see. @throws {ProtocolError} `NOT_FOUND`, whoever's it is */
export function findSession(context: Context, id: string): StoredSession {
  const stored = context.store.session(id);
  if (stored && roleIn(stored, partyOf(context)) !== null) return stored;
  throw new ProtocolError("NOT_FOUND", { detail: "There is no such session." });
}

/** Appends a transition to a copy; the move was judged before. `by: "system"` is what the node does itself. */
export function record(
  store: Store,
  { document }: StoredSession,
  move: { to: ServiceState; by: string; metadata?: TransitionMetadata },
): void {
  const { lifecycle } = document;
  const transitions = lifecycle.transitions ?? [];
  const last = transitions.at(-1);
  const at = store.instant(Math.max(store.now(), last ? Date.parse(last.at) : 0));
  const method = move.by === "system" ? "auto" : "manual";
  const { metadata = {} } = move;
  lifecycle.transitions = [...transitions, { from: last?.to ?? null, to: move.to, at, by: move.by, method, metadata }];
  lifecycle.current_state = move.to;
}

/** Appends an exception record to a copy. */
export function recordException(
  store: Store,
  { document }: StoredSession,
  exception: Omit<ExceptionRecord, "at">,
): void {
  document.lifecycle.exceptions = [...(document.lifecycle.exceptions ?? []), { ...exception, at: store.instant() }];
}

/** Settles the open exception of a type, if there is one. */
export function settleException(
  store: Store,
  { document }: StoredSession,
  type: ExceptionType,
  resolution: string,
): void {
  const open = document.lifecycle.exceptions?.findLast((one) => one.type === type && one.resolved_at === undefined);
  if (open) Object.assign(open, { resolution, resolved_at: store.instant() });
}

/** Sets when a session begins; its end follows from its length. */
export function setStart({ document }: StoredSession, startsAt: number): void {
  document.starts_at = new Date(startsAt).toISOString();
  document.ends_at = new Date(startsAt + document.duration_minutes * 60_000).toISOString();
}

/**
 * Refuses an interval that the provider or the client has not free. Intervals are half-open; a session holds its time
 * from `requested` on (lifecycle 9.1, P-01).
 * @throws {ProtocolError} `CONFLICT`
 */
export function requireFree(
  store: Store,
  wanted: Pick<Session, "id" | "provider_id" | "client_id">,
  time: Interval,
): void {
  const overlapping = overlappingSessions(store, time).filter(({ id }) => id !== wanted.id);
  if (overlapping.some((other) => holdsProvider(other, wanted.provider_id))) {
    throw new ProtocolError("CONFLICT", { detail: "The provider is not free then." });
  }
  if (overlapping.some((other) => other.client_id === wanted.client_id)) {
    throw new ProtocolError("CONFLICT", { detail: "The client is not free then." });
  }
}

/** Milliseconds since the epoch, and length in minutes. */
export interface Interval {
  readonly startsAt: number;
  readonly minutes: number;
}

/** Sessions that hold some of an interval. */
export function overlappingSessions(store: Store, { startsAt, minutes }: Interval): Session[] {
  return store.sessions
    .map(({ document }) => document)
    .filter(({ lifecycle, starts_at, duration_minutes }) => {
      const otherStart = Date.parse(starts_at);
      const apart = otherStart >= startsAt + minutes * 60_000 || startsAt >= otherStart + duration_minutes * 60_000;
      return lifecycle.current_state !== "cancelled" && !apart;
    });
}

/** A provider who fails to come is free again; client and slot stay held. */
export function holdsProvider({ provider_id, lifecycle }: Session, providerId: string): boolean {
  return provider_id === providerId && lifecycle.current_state !== "reassigning";
}

/** A start that lies ahead, in milliseconds. @throws {ProtocolError} `VALIDATION_ERROR` */
export function futureStart(store: Store, startsAt: string): number {
  const start = Date.parse(startsAt);
  if (start > store.now()) return start;
  throw invalid("/starts_at", "The start must lie in the future.");
}

/** The answer to a command on a session: the session, and the moves that the command made. */
export function sessionAnswer(stored: StoredSession, movesBefore: number, meta: Record<string, unknown> = {}) {
  const made = (stored.document.lifecycle.transitions ?? []).slice(movesBefore).map(summary);
  const last = made.at(-1);
  const moves = { ...(last && { transition: last }), ...(made.length > 1 && { transitions: made }) };
  return { id: stored.document.id, attributes: stored.document, meta: { ...moves, ...meta } };
}

function summary({ from, to, at }: Transition) {
  return { from, to, at };
}

export function invalid(pointer: string, detail: string): ProtocolError {
  return new ProtocolError("VALIDATION_ERROR", { pointer, detail });
}
