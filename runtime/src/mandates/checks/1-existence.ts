import { refuse, type Verdict } from "./refuse.ts";

/** Check 1: the node knows the mandate. The answer does not tell an unknown id from a missing one (E-01). */
export function checkExistence(mandate: object | undefined): Verdict {
  if (mandate !== undefined) return null;
  return refuse(1, "MANDATE_REQUIRED", "An agent acts under a known mandate only.");
}
