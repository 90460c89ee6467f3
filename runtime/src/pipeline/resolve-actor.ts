import type { Actor } from "@servicialo/schema/0.8/types";
import { ProtocolError } from "../errors.ts";
import type { Tx } from "../storage/open-database.ts";
import { belongsToOrganization } from "../storage/parties.ts";
import type { Credential, ResolvedActor } from "./caller.ts";

const FORBIDDEN = "The credential does not cover this actor.";

/**
 * Checks the actor claim against the credential (D-23, D-24): a credential bound to a client, provider or agent may
 * only claim itself; an organization's may act as the organization and for its own clients and providers.
 * @throws {ProtocolError} `FORBIDDEN` on a false claim, `MANDATE_REQUIRED` for an agent without a known mandate
 */
export async function resolveActor(tx: Tx, credential: Credential, claim: Actor | undefined): Promise<ResolvedActor> {
  if (claim === undefined) return ownSubject(credential);
  const type = claim.type;
  if (type === "agent") return resolveAgent(credential, claim);
  if (credential.subjectType === "agent") throw new ProtocolError("FORBIDDEN", { detail: FORBIDDEN });
  if (credential.subjectType !== "organization") {
    if (type !== credential.subjectType || claim.id !== credential.subjectId) {
      throw new ProtocolError("FORBIDDEN", { detail: FORBIDDEN });
    }
    return { type, id: claim.id, claim };
  }
  if (!(await belongsToOrganization(tx, credential.organizationId, type, claim.id))) {
    throw new ProtocolError("FORBIDDEN", { detail: FORBIDDEN });
  }
  return { type, id: type === "organization" ? credential.organizationId : claim.id, claim };
}

function ownSubject(credential: Credential): ResolvedActor {
  const { subjectType, subjectId } = credential;
  if (subjectType === "agent") throw new ProtocolError("MANDATE_REQUIRED", { detail: "An agent acts under a mandate only." });
  return { type: subjectType, id: subjectId, claim: { type: subjectType, id: subjectId } };
}

/** Check 0 and 1 of the mandates page. No mandate can be issued on this node yet, so none is ever known. */
function resolveAgent(credential: Credential, claim: Actor): never {
  if (credential.subjectType !== "agent" || credential.subjectId !== claim.id) {
    throw new ProtocolError("FORBIDDEN", { detail: FORBIDDEN });
  }
  throw new ProtocolError("MANDATE_REQUIRED", { detail: "An agent acts under a known mandate only.", meta: { check: 1 } });
}
