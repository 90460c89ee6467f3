import { isoInstant } from "../../clock.ts";
import type { MandateRow } from "../../storage/rows.ts";
import { refuse, type Verdict } from "./refuse.ts";

/** Check 3: now lies within the mandate's time, and nobody has taken it back (SVC-MAND-004). */
export function checkTime(mandate: Pick<MandateRow, "issuedAt" | "expiresAt" | "revokedAt">, now: number): Verdict {
  const { issuedAt, expiresAt, revokedAt } = mandate;
  if (now < issuedAt) {
    return refuse(3, "MANDATE_NOT_YET_VALID", `The mandate holds from ${isoInstant(issuedAt)}.`, {
      retry_at: isoInstant(issuedAt),
    });
  }
  if (now < expiresAt && revokedAt === null) return null;
  return refuse(
    3,
    "MANDATE_EXPIRED",
    `The mandate ended at ${isoInstant(revokedAt ?? expiresAt)}. Ask the principal for a new one.`,
  );
}
