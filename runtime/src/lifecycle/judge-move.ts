import { machines, serviceTargets } from "@servicialo/schema/0.8/machines";
import { ProtocolError } from "../errors.ts";
import { actorOf, agentOf, credentialOf, type ResolvedActor } from "../pipeline/caller.ts";
import type { OperationContext } from "../pipeline/context.ts";
import type { SessionRow } from "../storage/rows.ts";
import { transitionConflict } from "./move-session.ts";
import type { ServiceState } from "./states.ts";

/** What an actor is to a session. */
export type Role = "client" | "provider" | "organization";

const PARTIES: readonly Role[] = ["client", "provider", "organization"];

/** Moves whose mover must hold a credential of the provider's own (D-07). */
const PROVIDER_BOUND: readonly ServiceState[] = ["delivered", "partial"];

/** The actor's part in this session; null for somebody else's. */
export function roleIn(session: SessionRow, actor: ResolvedActor): Role | null {
  if (actor.type === "client") return actor.id === session.clientId ? "client" : null;
  if (actor.type === "provider") return actor.id === session.providerId ? "provider" : null;
  if (actor.type === "organization") return actor.id === session.organizationId ? "organization" : null;
  return null;
}

/**
 * Judges a wanted move: who may, before whether it is possible, so that nobody without authority learns the state
 * (SVC-ERR-005). Answers the actor's role.
 * @throws {ProtocolError} `FORBIDDEN`, `TRANSITION_CONFLICT`, `INVALID_TRANSITION` in this order
 */
export function judgeMove(context: OperationContext, session: SessionRow, to: ServiceState): Role {
  const actor = actorOf(context.caller);
  const role = roleIn(session, actor);
  const moves = machines.service.moves.filter((move) => move.to === to && move.from !== null);
  const mayEver = moves.some((move) => isBy(move.by, role));
  // A state that no party ever moves to is a matter of the state, not of authority.
  const mayAnybody = moves.some((move) => PARTIES.some((party) => isBy(move.by, party)));
  if (role === null || (mayAnybody && !mayEver)) throw forbidden(to);
  if (PROVIDER_BOUND.includes(to)) requireBoundProvider(context, session, to);
  judgeState(context, session, to);
  if (!moves.some((move) => move.from === session.state && isBy(move.by, role))) throw forbidden(to);
  return role;
}

/**
 * Judges only whether a move is possible now.
 * @throws {ProtocolError} `TRANSITION_CONFLICT`, `INVALID_TRANSITION`
 */
export function judgeState(context: OperationContext, session: SessionRow, to: ServiceState): void {
  if (context.seenVersion !== null && context.seenVersion !== session.version) throw transitionConflict();
  const targets: readonly ServiceState[] = serviceTargets[session.state];
  if (!targets.includes(to)) throw invalidTransition(session.state, to);
}

/** The refusal of a move that the machine does not have (lifecycle 2, rule 1). */
export function invalidTransition(from: ServiceState, to: ServiceState, detail?: string): ProtocolError {
  const targets: readonly ServiceState[] = serviceTargets[from];
  return new ProtocolError("INVALID_TRANSITION", {
    detail: detail ?? `From '${from}' to '${to}' is not allowed. Valid: ${targets.join(", ") || "none"}.`,
    meta: { valid_targets: targets },
  });
}

function requireBoundProvider(context: OperationContext, session: SessionRow, to: ServiceState): void {
  const { subjectType, subjectId } = credentialOf(context.caller);
  const isBound = subjectType === "provider" && subjectId === session.providerId;
  if (!isBound || agentOf(context.caller)) throw forbidden(to);
}

function isBy(parties: readonly string[], role: Role | null): boolean {
  return role !== null && parties.includes(role);
}

function forbidden(to: ServiceState): ProtocolError {
  return new ProtocolError("FORBIDDEN", { detail: `This actor may not move the session to '${to}'.` });
}
