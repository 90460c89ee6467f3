import type { MandateConstraints } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../../clock.ts";
import { isWithinHours, opensAt } from "../constraints/allowed-hours.ts";
import type { LocalDay } from "../constraints/daily-limit.ts";
import { isAllowedAddress } from "../constraints/ip-allowlist.ts";
import { refuse, type Verdict } from "./refuse.ts";

/** What the constraints look at. */
export interface Circumstances {
  /** Address of the peer; null when it is unknown. */
  readonly address: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Types of everything that the call names. */
  readonly serviceTypes: readonly string[];
  readonly day: LocalDay;
  /** Operations that the mandate has executed on that day. */
  readonly executedToday: number;
}

/**
 * Check 8: every constraint holds, in the order of the mandates page 3. The amount is judged once it is known, by
 * `autonomy.ts`.
 */
export function checkConstraints(constraints: MandateConstraints, circumstances: Circumstances): Verdict {
  const { ip_allowlist: ranges, allowed_hours: hours, service_types: types, max_actions_per_day: most } = constraints;
  const { address, now, serviceTypes, day, executedToday } = circumstances;
  if (ranges !== undefined && !isAllowedAddress(address, ranges)) {
    return violated("ip_allowlist", "The call comes from an address that the mandate does not list.");
  }
  if (hours !== undefined && !isWithinHours(now, hours)) {
    return violated("allowed_hours", `The mandate holds from ${hours.start} to ${hours.end} (${hours.timezone}).`, {
      retry_at: isoInstant(opensAt(now, hours)),
    });
  }
  const foreign = types === undefined ? undefined : serviceTypes.find((type) => !types.includes(type));
  if (foreign !== undefined)
    return violated("service_types", `The mandate does not cover services of the type "${foreign}".`);
  if (most !== undefined && executedToday >= most) {
    return violated("max_actions_per_day", `All ${most} actions of this day are used up.`, {
      retry_at: isoInstant(day.endsAt),
    });
  }
  return null;
}

function violated(constraint: string, detail: string, meta: Record<string, unknown> = {}): Verdict {
  return refuse(8, "CONSTRAINT_VIOLATED", detail, { constraint, ...meta });
}
