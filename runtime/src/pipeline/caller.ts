import type { Actor } from "@servicialo/schema/0.8/types";

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
}

/** Who calls: the credential, and the actor it was allowed to claim. Public operations have neither. */
export interface Caller {
  readonly credential: Credential | null;
  readonly actor: ResolvedActor | null;
  readonly requestId: string;
  /** Address of the peer; null for a local pipe. */
  readonly address: string | null;
}

/** An actor whose claim fits the credential. */
export interface ResolvedActor {
  readonly type: SubjectType;
  readonly id: string;
  readonly claim: Actor;
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
