import type { MilestoneProgressData, PaymentSchedule } from "@servicialo/schema/0.8/types";
import { theSystem, type Work } from "../lifecycle/author.ts";
import { consumption, isUsedUp, sum } from "../rules/order-prices.ts";
import { lockRows } from "../storage/lock-rows.ts";
import type { OrderRow, SessionRow } from "../storage/rows.ts";
import { completeOrder } from "./complete-order.ts";
import { issueSale, reachMilestone } from "./issue-sale.ts";
import { readOrder } from "./move-order.ts";
import { orderSessions, verifiedSessions } from "./order-facts.ts";
import { orderPrices, termsOf } from "./order-terms.ts";

/**
 * What the move of a session means for its order: a charge bills the delivery where the schedule says so and reaches
 * milestones, a verification may use up the scope. Called by the one writer of a session's state.
 */
export async function afterOrderSessionMoved(work: Work, session: SessionRow, orderId: string): Promise<void> {
  if (session.state !== "charged" && session.state !== "verified") return;
  await lockRows(work.tx, session.organizationId, [orderId]);
  const order = await readOrder(work, orderId);
  if (session.state === "verified") return completeIfUsedUp(work, order);
  await billDelivery(work, order, session);
  for (const name of await milestonesReached(work, session)) await reachMilestone(work, order, name);
}

/** active, paused → completed, by the system, once as much was verified as a limit allows (lifecycle 11). */
async function completeIfUsedUp(work: Work, order: OrderRow): Promise<void> {
  if (order.state !== "active" && order.state !== "paused") return;
  const verified = verifiedSessions((await orderSessions(work.tx, [order.id])).get(order.id) ?? []);
  if (isUsedUp(orderPrices(termsOf(order)), verified))
    await completeOrder(work, order, { author: theSystem, reason: "scope_used_up" });
}

/** Issues the sale of one delivery: what it adds to the value of those billed before it. */
async function billDelivery(work: Work, order: OrderRow, session: SessionRow): Promise<void> {
  if ((order.paymentSchedule as PaymentSchedule).type !== "on_delivery") return;
  const billed = await work.tx.db
    .selectFrom("sale_sessions")
    .innerJoin("sales", "sales.id", "sale_sessions.saleId")
    .select("sale_sessions.sessionId")
    .where("sales.orderId", "=", order.id)
    .where("sales.purpose", "=", "order")
    .where("sales.voidedAt", "is", null)
    .execute();
  const before = new Set(billed.map((row) => row.sessionId));
  const all = (await orderSessions(work.tx, [order.id])).get(order.id) ?? [];
  const prices = orderPrices(termsOf(order));
  const earlier = all.filter(({ id }) => before.has(id) && id !== session.id);
  const withThis = [...earlier, ...all.filter(({ id }) => id === session.id)];
  const amountMinor = sum(consumption(prices, withThis)) - sum(consumption(prices, earlier));
  await issueSale(work, order, { key: `session:${session.id}`, amountMinor, session });
}

/** Milestones that the evidence of a session shows as done (evidence page 2). */
async function milestonesReached({ tx }: Work, session: SessionRow): Promise<string[]> {
  const items = await tx.db
    .selectFrom("evidence")
    .select("data")
    .where("sessionId", "=", session.id)
    .where("kind", "=", "milestone_progress")
    .execute();
  return items
    .map((item) => item.data as Partial<MilestoneProgressData> | null)
    .flatMap((data) =>
      data?.milestone_id !== undefined && (data.progress_percent ?? 0) >= 100 ? [data.milestone_id] : [],
    );
}
