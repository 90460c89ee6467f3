import { paidForSession } from "../../billing/session-money.ts";
import { toMoney } from "../../money.ts";
import type { SessionRow } from "../../storage/rows.ts";
import { recordException } from "../exceptions.ts";
import type { Author, Work } from "../move-session.ts";
import { endSession } from "./cancel.ts";

/**
 * Ends a public booking that was never confirmed: pending_confirmation → cancelled, free of charge, because its credential
 * expired or because another booking replaces it (L-22, P-11).
 */
export async function letGo(
  work: Work,
  session: SessionRow,
  { author, reason }: { author: Author; reason: "confirmation_expired" | "replaced" },
): Promise<SessionRow> {
  const paidMinor = await paidForSession(work, session);
  const ended = await endSession(work, session, { author, reason, penaltyMinor: 0, paidMinor });
  await recordException(work, ended, {
    type: "cancellation",
    initiatedBy: author.by,
    resolution: "free",
    details: { penalty: toMoney(0, session.currency), refund: toMoney(paidMinor, session.currency) },
  });
  return ended;
}
