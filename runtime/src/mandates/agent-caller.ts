import { ProtocolError } from "../errors.ts";
import type { Caller } from "../pipeline/caller.ts";
import type { OperationCall } from "../pipeline/execute.ts";
import type { MandateRow } from "../storage/rows.ts";
import type { AgentClaim } from "./agent-claim.ts";
import { PARTY_OF } from "./sides.ts";
import type { MoveWatch } from "./watch-moves.ts";

/** The caller as operations see it: with the principal's rights, and the agent's name on every record. */
export function callerFor(
  call: OperationCall,
  { claim, mandate, watch }: { claim: AgentClaim; mandate: MandateRow; watch: MoveWatch },
): Caller {
  const { credential, requestId, address } = call;
  if (!credential) throw new Error("An agent has a credential.");
  const type = PARTY_OF[mandate.principalType];
  const { on_behalf_of: party, confirmation_id: confirmation } = claim.claim;
  const trace = {
    mandate_id: mandate.id,
    acting_for: mandate.actingFor,
    principal_id: mandate.principalId,
    ...(party !== undefined && { on_behalf_of: party }),
    ...(confirmation !== undefined && { confirmation_id: confirmation }),
  };
  const agent = {
    id: claim.agentId,
    mandateId: mandate.id,
    principalId: mandate.principalId,
    principalType: mandate.principalType,
    scopes: mandate.scopes as string[],
    orderId: mandate.context.startsWith("order:") ? mandate.context.slice("order:".length) : null,
    trace,
    watch,
  };
  return {
    credential: { ...credential, subjectType: type, subjectId: mandate.principalId },
    actor: { type, id: mandate.principalId, claim: claim.claim, agent },
    requestId,
    address,
  };
}

/** @throws {ProtocolError} `FORBIDDEN` when the agent claims to stand in for anybody but its principal */
export function requireOwnParty({ claim }: AgentClaim, mandate: MandateRow): void {
  const party = claim.on_behalf_of;
  if (party === undefined) return;
  const synonyms: Readonly<Record<string, string>> = { patient: "client", professional: "provider" };
  const type = synonyms[party.type] ?? party.type;
  if (type === PARTY_OF[mandate.principalType] && party.id === mandate.principalId) return;
  throw new ProtocolError("FORBIDDEN", {
    detail: "on_behalf_of names somebody else than the principal of the mandate.",
  });
}
