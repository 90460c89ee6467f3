import type { MandateStatus } from "@servicialo/schema/0.8/types";
import { refuse, type Verdict } from "./refuse.ts";

/** Check 2: the mandate is active, as computed now (SVC-MAND-002, SVC-MAND-003). */
export function checkStatus(status: MandateStatus): Verdict {
  if (status === "active") return null;
  if (status === "suspended")
    return refuse(2, "MANDATE_SUSPENDED", "The mandate is suspended. Its principal can put it in force again.");
  return refuse(2, "MANDATE_EXPIRED", `The mandate is ${status}. Ask the principal for a new one.`);
}
