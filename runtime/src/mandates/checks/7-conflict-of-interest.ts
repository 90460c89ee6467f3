import type { PrincipalType } from "@servicialo/schema/0.8/types";
import { sideOf } from "../sides.ts";
import { covers, type Extent, type Thing } from "./6-context.ts";
import { refuse, type Verdict } from "./refuse.ts";

/** What the agent is, and has done, on the interaction that a call is about. */
export interface Involvement {
  readonly actingFor: PrincipalType;
  /** The agent's other active mandates. */
  readonly otherMandates: readonly Extent[];
  /** Whom it has acted for on this interaction, with success, under whatever mandate. */
  readonly actedFor: readonly PrincipalType[];
}

/** Check 7: within one interaction an agent is on one side only (mandates page 9, SVC-MAND-009). */
export function checkConflictOfInterest(involvement: Involvement, things: readonly Thing[]): Verdict {
  const opposite = (type: PrincipalType) => sideOf(type) !== sideOf(involvement.actingFor);
  const holdsBoth = involvement.otherMandates.some(
    (other) => opposite(other.principalType) && things.some((thing) => isInteraction(thing) && covers(other, thing)),
  );
  if (holdsBoth) return conflict("it holds a mandate of the other side");
  return involvement.actedFor.some(opposite) ? conflict("it has acted for the other side before") : null;
}

/** Whether two sides can meet in a thing. */
export function isInteraction({ kind }: Thing): boolean {
  return kind === "session" || kind === "order" || kind === "sale" || kind === "booking" || kind === "charge";
}

function conflict(why: string): Verdict {
  return refuse(7, "CONFLICT_OF_INTEREST", `The agent cannot act here: ${why}.`);
}
