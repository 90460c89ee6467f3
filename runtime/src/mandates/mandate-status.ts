import type { MandateStatus } from "@servicialo/schema/0.8/types";
import type { MandateRow } from "../storage/rows.ts";

export type MandateTimes = Pick<MandateRow, "revokedAt" | "suspendedAt" | "expiresAt">;

/** Where a mandate stands at a moment, epoch milliseconds; what ends it for good goes first (mandates page 1). */
export function statusOf({ revokedAt, suspendedAt, expiresAt }: MandateTimes, now: number): MandateStatus {
  if (revokedAt !== null) return "revoked";
  if (now >= expiresAt) return "expired";
  return suspendedAt === null ? "active" : "suspended";
}
