import type { Author, Work } from "../lifecycle/author.ts";
import type { OrderRow } from "../storage/rows.ts";
import { issueInstallments, issueUpfront } from "./issue-sale.ts";
import { moveOrder, readOrder } from "./move-order.ts";
import { onOrderDue } from "./order-schedule.ts";

/** Accepts an order: sessions may be booked under it, and its payment schedule begins (O-05). */
export async function activateOrder(work: Work, order: OrderRow, author: Author): Promise<OrderRow> {
  const active = await moveOrder(work, order, { to: "active", author, set: { activatedAt: work.clock.now() } });
  await issueUpfront(work, active);
  await issueInstallments(work, active, (moment) => moment.on === "activation");
  await onOrderDue(work, active.id);
  return readOrder(work, active.id);
}
