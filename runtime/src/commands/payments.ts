import { type Command, Option } from "commander";
import { type Settlement, settleIntent } from "../billing/payment-intents.ts";
import { isoInstant, systemClock } from "../clock.ts";
import { fromMinorUnits } from "../money.ts";
import { lockRows } from "../storage/lock-rows.ts";
import { withDatabase } from "./database-option.ts";
import { withStorage } from "./with-storage.ts";

const METHODS = ["efectivo", "transferencia", "mercadopago", "tarjeta"] as const;

interface SettleOptions {
  database: string;
  method: Settlement["method"];
  reference?: string;
}

/** `servicialo-node payments`: prepayments that the organization takes itself. */
export function addPayments(program: Command): void {
  const payments = program.command("payments").description("prepayments of bookings");
  withDatabase(payments.command("settle <intent>"))
    .description("record that a prepayment was paid; its client can then book within 15 minutes")
    .addOption(new Option("-m, --method <method>", "how it came in").choices(METHODS).default("transferencia"))
    .option("--reference <text>", "reference of the payment elsewhere")
    .action(settle);
  withDatabase(payments.command("list"))
    .description("list prepayments that are open or wait for their booking")
    .action(list);
}

async function settle(intentId: string, { database: location, method, reference }: SettleOptions): Promise<void> {
  await withStorage(location, (database) =>
    database.transaction(async (tx) => {
      const known = await tx.db
        .selectFrom("payment_intents")
        .select("organizationId")
        .where("id", "=", intentId)
        .executeTakeFirst();
      if (known) await lockRows(tx, known.organizationId, [intentId]);
      const intent = await settleIntent({ tx, clock: systemClock }, intentId, {
        method,
        ...(reference !== undefined && { reference }),
      });
      const amount = `${fromMinorUnits(intent.amountMinor, intent.currency)} ${intent.currency}`;
      console.log(
        `${intent.id} is settled: ${amount}. It can be used for a booking until ${isoInstant(intent.expiresAt)}.`,
      );
    }),
  );
}

async function list({ database: location }: { database: string }): Promise<void> {
  const intents = await withStorage(location, (database) =>
    database.read(({ db }) =>
      db
        .selectFrom("payment_intents")
        .selectAll()
        .where("state", "in", ["open", "settled"])
        .orderBy("createdAt")
        .execute(),
    ),
  );
  for (const { id, state, clientId, amountMinor, currency, expiresAt } of intents) {
    console.log(
      [
        id,
        state,
        clientId,
        `${fromMinorUnits(amountMinor, currency)} ${currency}`,
        `until ${isoInstant(expiresAt)}`,
      ].join("  "),
    );
  }
}
