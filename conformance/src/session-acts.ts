import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import type { OwnedSession } from "./journey-steps.ts";
import type { Actor } from "./protocol-client.ts";
import type { CredentialKind } from "./settings.ts";

export type SessionParty = "client" | "provider" | "organization";

/**
 * Credential and claim of a party of a session. A client that the suite made has no credential: the organization acts
 * for its own clients (decision D-23).
 */
export async function partyOf(
  context: CaseContext,
  session: Pick<OwnedSession, "clientId">,
  party: SessionParty,
): Promise<{ as: CredentialKind; actor: Actor }> {
  if (party !== "client") return { as: party, actor: await context.world.actorOf(party) };
  const isBound = context.node.has("client") && context.node.credential("client").id === session.clientId;
  return { as: isBound ? "client" : "organization", actor: { type: "client", id: session.clientId } };
}

/** Cancels by the operation that answers the policy, where the node declares it; else by a transition (P-10). */
export async function cancelAs(
  context: CaseContext,
  session: Pick<OwnedSession, "id" | "clientId">,
  party: SessionParty,
): Promise<Answer> {
  const { as, actor } = await partyOf(context, session, party);
  if (await context.world.declares("scheduling.cancel")) {
    return context.journeys.operate("scheduling.cancel", session, {
      as,
      attributes: { actor, reason: "certification run" },
    });
  }
  return context.journeys.transition(session, "cancelled", { as, actor });
}

/** A transition in the name of a party. */
export async function moveAs(
  context: CaseContext,
  session: Pick<OwnedSession, "id" | "clientId">,
  move: { to: string; party: SessionParty; attributes?: Readonly<Record<string, unknown>> },
): Promise<Answer> {
  const { as, actor } = await partyOf(context, session, move.party);
  return context.journeys.transition(session, move.to, { as, actor, attributes: move.attributes ?? {} });
}
