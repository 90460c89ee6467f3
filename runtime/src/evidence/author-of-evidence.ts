import { ProtocolError } from "../errors.ts";
import { roleIn } from "../lifecycle/judge-move.ts";
import { actorOf } from "../pipeline/caller.ts";
import type { OperationContext } from "../pipeline/context.ts";
import type { EvidenceRow, SessionRow } from "../storage/rows.ts";

/**
 * The party that captured an item: an organization records for the provider and is named beside it (objects page 9).
 * @throws {ProtocolError} `FORBIDDEN` when the caller is no party to the session
 */
export function authorOfEvidence(
  context: OperationContext,
  session: SessionRow,
): Pick<EvidenceRow, "actorType" | "actorId" | "recordedBy"> {
  const role = roleIn(session, actorOf(context.caller));
  if (role === "client") return { actorType: "client", actorId: session.clientId, recordedBy: null };
  if (role === "provider") return { actorType: "provider", actorId: session.providerId, recordedBy: null };
  if (role === "organization")
    return { actorType: "provider", actorId: session.providerId, recordedBy: session.organizationId };
  throw new ProtocolError("FORBIDDEN", { detail: "Only the parties to a session record its evidence." });
}
