import type { Actor } from "@servicialo/schema/0.8/types";
import { ProtocolError } from "../errors.ts";
import type { Tx } from "../storage/open-database.ts";
import { belongsToOrganization } from "../storage/parties.ts";
import type { Credential, ResolvedActor } from "./caller.ts";

const FORBIDDEN = "The credential does not cover this actor.";

/**
 * Checks the actor claim of a party against its credential (D-23): a credential bound to a client or provider may only
 * claim itself; an organization's may act as the organization and for its own clients and providers. Agents are judged
 * by their mandates (`mandates/agent-claim.ts`).
 * @throws {ProtocolError} `FORBIDDEN` on a false claim
 */
export async function resolveActor(tx: Tx, credential: Credential, claim: Actor | undefined): Promise<ResolvedActor> {
  if (claim === undefined) return ownSubject(credential);
  const type = claim.type;
  if (type === "agent" || credential.subjectType === "agent")
    throw new ProtocolError("FORBIDDEN", { detail: FORBIDDEN });
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

function ownSubject({ subjectType, subjectId }: Credential): ResolvedActor {
  return { type: subjectType, id: subjectId, claim: { type: subjectType, id: subjectId } };
}
