import type { Command } from "commander";
import { systemClock } from "../clock.ts";
import { reachMilestone } from "../orders/issue-sale.ts";
import { lockRows } from "../storage/lock-rows.ts";
import { withDatabase } from "./database-option.ts";
import { withStorage } from "./with-storage.ts";

/** `servicialo-node orders`: what the protocol has no operation for. */
export function addOrders(program: Command): void {
  const orders = program.command("orders").description("service orders");
  withDatabase(orders.command("milestone <order> <name>"))
    .description("say that a milestone was reached: the installments with that trigger are billed")
    .action(milestone);
}

async function milestone(orderId: string, name: string, options: { database: string }): Promise<void> {
  await withStorage(options.database, (database) =>
    database.transaction(async (tx) => {
      const known = await tx.db
        .selectFrom("service_orders")
        .select("organizationId")
        .where("id", "=", orderId)
        .executeTakeFirst();
      if (!known) throw new Error(`There is no service order ${orderId}.`);
      await lockRows(tx, known.organizationId, [orderId]);
      const order = await tx.db
        .selectFrom("service_orders")
        .selectAll()
        .where("id", "=", orderId)
        .executeTakeFirstOrThrow();
      if (order.activatedAt === null || order.state === "cancelled") {
        throw new Error(`The order is ${order.state}; only an accepted one is billed.`);
      }
      const issued = await reachMilestone({ tx, clock: systemClock }, order, name);
      console.log(
        issued === 0
          ? `Nothing is due for ${name}, or it was billed already.`
          : `Billed for ${name}: ${issued} sale(s).`,
      );
    }),
  );
}
