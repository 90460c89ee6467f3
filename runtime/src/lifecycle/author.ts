import type { Clock } from "../clock.ts";
import type { MoveWatch } from "../mandates/watch-moves.ts";
import type { ResolvedActor } from "../pipeline/caller.ts";
import type { JsonObject } from "../storage/json-shapes.ts";
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
  /** What a record says of the mandate that an agent acted under. */
  readonly trace?: JsonObject;
  /** Sees every move of an agent before it is made, and forbids what no agent does. */
  readonly watch?: MoveWatch;
}

/** The node itself: a timer, a rule, the second half of a command. */
export const theSystem: Author = { by: "system", method: "auto" };

/** The author that an actor is. */
export function authorOf({ id, agent }: ResolvedActor): Author {
  if (!agent) return { by: id, method: "manual" };
  return { by: agent.id, method: "agent", trace: agent.trace, watch: agent.watch };
}
