import type { ServicialoClient } from "@servicialo/schema/0.8/client";
import type { OperationId } from "@servicialo/schema/0.8/operations";
import type { Actor, Contract, ServiceOffer } from "@servicialo/schema/0.8/types";

/** A person with a connection of their own. */
export type Party = ServicialoClient & { readonly id: string };

/** Everybody in the story, each with a connection of their own. */
export interface Cast {
  readonly stranger: ServicialoClient;
  readonly organization: ServicialoClient;
  readonly provider: Party;
  /** Stands in for the provider; without one there is nobody to reassign to. */
  readonly substitute: Party | null;
  readonly client: Party;
  readonly organizationSlug: string;
  /** A client of another organization on the same node. */
  readonly neighbour: { readonly client: Party; readonly organizationSlug: string } | null;
}

/** What the agent found out before anybody committed to anything. */
export interface Clinic {
  readonly organizationId: string;
  readonly offer: Offer;
  readonly contract: Contract;
  /** Names of the operations that the node says it serves. */
  readonly declared: ReadonlySet<string>;
  /** Whether the node lets time be moved; without it the story leaves out what needs time to pass. */
  readonly sandboxClock: boolean;
}

/** An offer of the catalogue. */
export interface Offer {
  readonly id: string;
  readonly attributes: ServiceOffer;
}

/** Tells the reader what just happened. */
export type Narrate = (line: string) => void;

/** Everything that a flow of the story plays with. */
export interface Scene {
  readonly cast: Cast;
  readonly clinic: Clinic;
  readonly narrate: Narrate;
}

/** One flow of the protocol, which checks itself. */
export interface Flow {
  readonly title: string;
  /** Operations without which it cannot be played. */
  readonly needs: readonly OperationId[];
  /** Whether it needs time to pass. */
  readonly movesTime?: boolean;
  /**
   * @throws {Mismatch} at the first thing that is not as the protocol says
   * @throws {LeftOut} when the node has nothing to play it with
   */
  readonly play: (scene: Scene) => Promise<void>;
}

/** A flow cannot be played here, and that speaks against nobody. */
export class LeftOut extends Error {
  override readonly name = "LeftOut";
}

/** Who acts. */
export type Role = "client" | "provider" | "substitute" | "organization";

/** The connection of a party and the claim of who acts. */
export function as({ cast, clinic }: Scene, role: Role): { readonly node: ServicialoClient; readonly actor: Actor } {
  if (role === "organization") {
    return { node: cast.organization, actor: { type: "organization", id: clinic.organizationId } };
  }
  if (role === "client") return { node: cast.client, actor: { type: "client", id: cast.client.id } };
  const provider = role === "provider" ? cast.provider : substituteOf(cast);
  return { node: provider, actor: { type: "provider", id: provider.id } };
}

/** @throws {LeftOut} when the keys have no second provider */
export function substituteOf({ substitute }: Cast): Party {
  if (substitute === null) throw new LeftOut("the keys have no second provider");
  return substitute;
}
