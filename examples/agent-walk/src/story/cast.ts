import type { Contract, ServiceOffer } from "@servicialo/schema/0.8/types";
import type { NodeClient, Resource } from "../node-client.ts";

/** Everybody in the story, each with a connection of their own. */
export interface Cast {
  readonly stranger: NodeClient;
  readonly organization: NodeClient;
  readonly provider: NodeClient & { readonly id: string };
  readonly client: NodeClient & { readonly id: string };
  readonly organizationSlug: string;
}

/** What the agent found out before anybody committed to anything. */
export interface Clinic {
  readonly organizationId: string;
  readonly offer: Resource<ServiceOffer>;
  readonly contract: Contract;
  /** Whether the node lets time be moved; without it the story leaves out what needs time to pass. */
  readonly sandboxClock: boolean;
}

/** Tells the reader what just happened. */
export type Narrate = (line: string) => void;

/** The actor claim of a party. */
export function actorOf(type: "client" | "provider" | "organization", id: string): { type: string; id: string } {
  return { type, id };
}
