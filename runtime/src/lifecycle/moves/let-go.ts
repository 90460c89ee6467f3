import { paidForSession } from "../../billing/session-money.ts";
import { toMoney } from "../../money.ts";
import { cancellationOutcome } from "../../rules/cancellation-policy.ts";
import type { ContractTerms } from "../../storage/json-shapes.ts";
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
  const { hoursBefore, penaltyMinor, refundMinor } = cancellationOutcome({
    policy: (session.contract as ContractTerms).cancellation_policy,
    state: session.state,
    by: "system",
    startsAt: session.startsAt,
    now: work.clock.now(),
    amountMinor: session.amountMinor,
    paidMinor,
  });
  const ended = await endSession(work, session, { author, reason, penaltyMinor, paidMinor });
  await recordException(work, ended, {
    type: "cancellation",
    initiatedBy: author.by,
    resolution: "free",
    details: {
      hours_before: hoursBefore,
      penalty: toMoney(penaltyMinor, session.currency),
      refund: toMoney(refundMinor, session.currency),
    },
  });
  return ended;
}
