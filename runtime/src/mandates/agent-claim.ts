import type { Actor } from "@servicialo/schema/0.8/types";
import { ProtocolError } from "../errors.ts";
import type { Credential } from "../pipeline/caller.ts";
import { refuse } from "./checks/refuse.ts";

/** An agent that claims to be itself, under a mandate that it names. */
export interface AgentClaim {
  readonly claim: Actor;
  readonly agentId: string;
  readonly mandateId: string;
}

/** Whether a call is an agent's: by its credential, or by what it claims. */
export function isAgentCall(credential: Credential, claim: Actor | undefined): boolean {
  return credential.subjectType === "agent" || claim?.type === "agent";
}

/**
 * Check 0: an actor of type agent with a mandate, and a credential bound to that agent (D-24). A credential that is
 * bound to one mandate names it by itself.
 * @throws {ProtocolError} `FORBIDDEN`, `MANDATE_REQUIRED`
 */
export function readAgentClaim(credential: Credential, actor: Actor | undefined): AgentClaim {
  const claim = actor ?? ({ type: "agent", id: credential.subjectId } satisfies Actor);
  const isOwn = credential.subjectType === "agent" && claim.type === "agent" && claim.id === credential.subjectId;
  const mandateId = claim.mandate_id ?? credential.mandateId;
  // Before anything else: a client that cannot name a mandate learns that it needs a key that does (D-36).
  if (claim.type === "agent" && mandateId === null) {
    throw refuse(0, "MANDATE_REQUIRED", "An agent acts under a mandate only. Name it in mandate_id of the actor.");
  }
  if (!isOwn || mandateId === null) {
    throw new ProtocolError("FORBIDDEN", { detail: "The credential does not cover this actor." });
  }
  if (credential.mandateId !== null && mandateId !== credential.mandateId) {
    throw new ProtocolError("FORBIDDEN", { detail: "This credential is for another mandate." });
  }
  return { claim: { ...claim, mandate_id: mandateId }, agentId: claim.id, mandateId };
}
