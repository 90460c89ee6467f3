import { type Author, moveSession, type Work } from "../lifecycle/move-session.ts";
import { verifyIfDue } from "../lifecycle/moves/verify.ts";
import { billingStatusAfter } from "../rules/billing-status.ts";
import type { SaleRow, SessionRow } from "../storage/rows.ts";

/**
 * documented → charged, by the sale that charges it; verified at once when its deadline has passed (L-12, SVC-VERI-004).
 * What was paid before stays paid (SVC-BILL-003), and a sale that asks for nothing is paid.
 */
export async function chargeSession(
  work: Work,
  session: SessionRow,
  sale: SaleRow,
  author: Author,
): Promise<SessionRow> {
  const charged = billingStatusAfter(session.billingStatus, { type: "charged" });
  const isPaid = sale.transactional && sale.status === "paid";
  const moved = await moveSession(work, session, {
    to: "charged",
    author,
    set: {
      billingStatus: isPaid ? billingStatusAfter(charged, { type: "settled" }) : charged,
      chargedAt: work.clock.now(),
    },
  });
  return verifyIfDue(work, moved);
}
