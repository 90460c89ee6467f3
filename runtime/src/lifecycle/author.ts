import type { Clock } from "../clock.ts";
import type { ResolvedActor } from "../pipeline/caller.ts";
import type { Tx } from "../storage/open-database.ts";

/** What a move works with. */
export interface Work {
  readonly tx: Tx;
  readonly clock: Clock;
}

/** Who a record names, and how the move came about (lifecycle 4). */
export interface Author {
  readonly by: string;
  readonly method: "auto" | "manual" | "agent";
}

/** The node itself: a timer, a rule, the second half of a command. */
export const theSystem: Author = { by: "system", method: "auto" };

/** The author that an actor is. */
export function authorOf(actor: ResolvedActor): Author {
  return { by: actor.id, method: actor.type === "agent" ? "agent" : "manual" };
}
