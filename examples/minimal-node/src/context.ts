import { type Call, type CallerContext, ProtocolError } from "../generated/servicialo.ts";
import type { Actor } from "../generated/types.ts";
import type { Party, Store } from "./store.ts";
import { verifyDue } from "./verification.ts";

/** What every handler gets besides its input. */
export interface Context extends CallerContext {
  readonly store: Store;
  /** Null on public calls without a key. */
  readonly party: Party | null;
}

/**
 * Says who calls, after everything that has become due meanwhile is done.
 * @throws {ProtocolError} `UNAUTHORIZED` without a valid key, `FORBIDDEN` when the key is another organization's than named
 */
export function contextOf(store: Store, call: Call): Context {
  verifyDue(store);
  const party = store.keys.get(call.token ?? "") ?? null;
  if (party === null && call.needsCredential) {
    throw new ProtocolError("UNAUTHORIZED", { detail: "Send Authorization: Bearer <key>." });
  }
  const home = store.organizations.find(({ id }) => id === party?.organizationId);
  if (call.needsCredential && call.organization !== undefined && call.organization !== home?.slug) {
    throw new ProtocolError("FORBIDDEN", {
      detail: "The key belongs to another organization than X-Servicialo-Org names.",
    });
  }
  return { store, party, subject: party === null ? `public/${call.address}` : `${party.type}/${party.id}` };
}

/** The party behind the key of a call that needs one. */
export function partyOf({ party }: Context): Party {
  if (party === null) throw new ProtocolError("UNAUTHORIZED");
  return party;
}

/**
 * Who acts: the key's own party unless the call claims another (decisions D-23 and D-24). Only an organization may act
 * for others, and only for its own people.
 * @throws {ProtocolError} `FORBIDDEN` for a false claim, `MANDATE_REQUIRED` for agents, who have no mandates here
 */
export function actorOf(context: Context, claim: Actor | undefined): Party {
  const party = partyOf(context);
  if (claim === undefined) return party;
  if (claim.type === "agent") throw new ProtocolError("MANDATE_REQUIRED", { detail: "This node knows no mandates." });
  if (claim.type === party.type && isSelf(context, party, claim.id)) return party;
  const people =
    claim.type === "provider" ? context.store.providers : claim.type === "client" ? context.store.clients : [];
  const own = people.some(({ id, organizationId }) => id === claim.id && organizationId === party.organizationId);
  if (party.type !== "organization" || !own)
    throw new ProtocolError("FORBIDDEN", { detail: "The key does not cover this actor." });
  return { type: claim.type, id: claim.id, organizationId: party.organizationId };
}

/** An organization may name itself by its slug. */
function isSelf({ store }: Context, party: Party, id: string): boolean {
  return id === party.id || store.organizations.some((one) => one.id === party.id && one.slug === id);
}

/** @throws {ProtocolError} `FORBIDDEN` unless the key is an organization's own */
export function requireAdministrator(context: Context): void {
  if (partyOf(context).type !== "organization")
    throw new ProtocolError("FORBIDDEN", { detail: "Only an organization's key may do this." });
}
