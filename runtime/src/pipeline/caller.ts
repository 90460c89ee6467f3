import type { Actor, PrincipalType } from "@servicialo/schema/0.8/types";
import type { MoveWatch } from "../mandates/watch-moves.ts";
import type { JsonObject } from "../storage/json-shapes.ts";

/** Kind of party that a credential is bound to. */
export type SubjectType = "organization" | "provider" | "client" | "agent";

/** A credential that was presented and found valid. */
export interface Credential {
  readonly id: string;
  readonly organizationId: string;
  readonly subjectType: SubjectType;
  /** Id of the organization, provider, client or agent. */
  readonly subjectId: string;
  /** The one mandate an agent's credential may be bound to. */
  readonly mandateId: string | null;
  /** The person behind an organization's credential, when it stands for one. */
  readonly memberId: string | null;
}

/** Who calls: the credential, and the actor it was allowed to claim. Public operations have neither. */
export interface Caller {
  readonly credential: Credential | null;
  readonly actor: ResolvedActor | null;
  readonly requestId: string;
  /** Address of the peer; null for a local pipe. */
  readonly address: string | null;
}

/** The agent behind a call, and the mandate that it acts under. */
export interface ActingAgent {
  readonly id: string;
  readonly mandateId: string;
  readonly principalId: string;
  readonly principalType: PrincipalType;
  readonly scopes: readonly string[];
  /** The one order that the mandate is confined to. */
  readonly orderId: string | null;
  /** What a record says of it. */
  readonly trace: JsonObject;
  readonly watch: MoveWatch;
}

/**
 * An actor whose claim fits the credential. For an agent, `type` and `id` are the principal's, whose rights it has
 * within its mandate; `agent` tells who it is.
 */
export interface ResolvedActor {
  readonly type: SubjectType;
  readonly id: string;
  readonly claim: Actor;
  readonly agent?: ActingAgent;
}

/** The agent behind a call; null when the party itself calls. */
export function agentOf(caller: Caller): ActingAgent | null {
  return caller.actor?.agent ?? null;
}

/** The credential of a call to an operation that demands one; the pipeline has made sure of it. */
export function credentialOf(caller: Caller): Credential {
  if (!caller.credential) throw new Error("This operation was reached without a credential.");
  return caller.credential;
}

/** The actor of a call to an operation that demands a credential. */
export function actorOf(caller: Caller): ResolvedActor {
  if (!caller.actor) throw new Error("This operation was reached without an actor.");
  return caller.actor;
}
