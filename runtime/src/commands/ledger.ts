import type { Command } from "commander";
import { chargeBackSale, type Decision, refundSale, writeOffSale } from "../billing/settlement.ts";
import { verifyLedger } from "../billing/verify-ledger.ts";
import { systemClock } from "../clock.ts";
import type { Work } from "../lifecycle/author.ts";
import { fromMinorUnits, toMinorUnits } from "../money.ts";
import { lockRows } from "../storage/lock-rows.ts";
import type { SaleRow } from "../storage/rows.ts";
import { withDatabase } from "./database-option.ts";
import { withStorage } from "./with-storage.ts";

interface SettleOptions {
  database: string;
  amount?: string;
  reason: string;
  by?: string;
}

type Settle = (work: Work, sale: SaleRow, decision: Decision, amountMinor?: number) => Promise<SaleRow>;

/** `servicialo-node ledger`: money that moves back, and the proof that every figure follows from its events. */
export function addLedger(program: Command): void {
  const ledger = program
    .command("ledger")
    .description("refund, charge back, write off, verify: what the protocol has no operation for");
  const settling = [
    ["refund", "give money back; the sale stays paid, and no delivery is undone", refundSale],
    ["chargeback", "record that the payer's bank took money back; it is owed again", chargeBackSale],
    ["write-off", "give up what is still due", writeOffSale],
  ] as const;
  for (const [name, description, settle] of settling) {
    withDatabase(ledger.command(`${name} <sale>`))
      .description(description)
      .option("-a, --amount <number>", "in the currency of the sale; all of it when left out")
      .requiredOption("-r, --reason <text>", "why")
      .option("--by <id>", "who decided it; the organization when left out")
      .action((saleId: string, options: SettleOptions) => settleSale(saleId, options, settle));
  }
  withDatabase(ledger.command("verify"))
    .description("recompute every figure from the recorded events; report each difference and exit with 1")
    .action(verify);
}

async function settleSale(saleId: string, options: SettleOptions, settle: Settle): Promise<void> {
  const { amount, reason, by } = options;
  await withStorage(options.database, (database) =>
    database.transaction(async (tx) => {
      const found = await tx.db
        .selectFrom("sales")
        .select("organizationId")
        .where("id", "=", saleId)
        .executeTakeFirst();
      if (!found) throw new Error(`There is no sale ${saleId}. payments.get_status lists the sales of a client.`);
      await lockRows(tx, found.organizationId, [saleId]);
      const sale = await tx.db.selectFrom("sales").selectAll().where("id", "=", saleId).executeTakeFirstOrThrow();
      const amountMinor = amount === undefined ? [] : [toMinorUnits(readNumber(amount), sale.currency)];
      const work = { tx, clock: systemClock };
      const after = await settle(work, sale, { by: by ?? sale.organizationId, reason }, ...(amountMinor as [number?]));
      const money = (minor: number) => `${fromMinorUnits(minor, sale.currency)} ${sale.currency}`;
      console.log(`${sale.id} is ${after.status}: ${money(after.paidMinor)} received, ${money(after.dueMinor)} due.`);
    }),
  );
}

function readNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value))
    throw new Error(`--amount is "${text}"; give a number, such as 35000 or 99.95.`);
  return value;
}

async function verify(options: { database: string }): Promise<void> {
  const { checked, differences } = await withStorage(options.database, (database) => database.read(verifyLedger));
  for (const { of, id, figure, stored, recomputed } of differences) {
    console.log(`${of} ${id}: ${figure} is ${stored}, but its events make ${recomputed}`);
  }
  const { sales, sessions, orders, clients } = checked;
  console.log(
    `${sales} sales, ${sessions} sessions, ${orders} orders, ${clients} clients recomputed: ${differences.length} differences.`,
  );
  if (differences.length > 0) process.exitCode = 1;
}
