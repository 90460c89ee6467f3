import type { ServicialoClient } from "@servicialo/schema/0.8/client";
import type { Actor, Contract, ServiceOffer } from "@servicialo/schema/0.8/types";

/** Everybody in the story, each with a connection of their own. */
export interface Cast {
  readonly stranger: ServicialoClient;
  readonly organization: ServicialoClient;
  readonly provider: ServicialoClient & { readonly id: string };
  readonly client: ServicialoClient & { readonly id: string };
  readonly organizationSlug: string;
}

/** What the agent found out before anybody committed to anything. */
export interface Clinic {
  readonly organizationId: string;
  readonly offer: { readonly id: string; readonly attributes: ServiceOffer };
  readonly contract: Contract;
  /** Whether the node lets time be moved; without it the story leaves out what needs time to pass. */
  readonly sandboxClock: boolean;
}

/** Tells the reader what just happened. */
export type Narrate = (line: string) => void;

/** The actor claim of a party. */
export function actorOf(type: "client" | "provider" | "organization", id: string): Actor {
  return { type, id };
}
