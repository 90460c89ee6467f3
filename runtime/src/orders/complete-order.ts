import type { Author, Work } from "../lifecycle/author.ts";
import type { OrderRow } from "../storage/rows.ts";
import { issueInstallments } from "./issue-sale.ts";
import { moveOrder } from "./move-order.ts";

/** Ends an order whose scope is used up or whose term is over (O-08), and issues what its completion makes due. */
export async function completeOrder(
  work: Work,
  order: OrderRow,
  { author, reason }: { author: Author; reason?: string },
): Promise<OrderRow> {
  const completed = await moveOrder(work, order, {
    to: "completed",
    author,
    ...(reason !== undefined && { metadata: { reason } }),
  });
  await issueInstallments(work, completed, (moment) => moment.on === "completion");
  return completed;
}
