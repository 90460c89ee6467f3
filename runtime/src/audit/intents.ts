import { lockMandate } from "../mandates/lock-mandate.ts";
import type { NodeServices } from "../pipeline/execute.ts";
import { confine } from "../storage/tenancy.ts";
import { appendEntry } from "./append-entry.ts";

/** An action that is on record and has no outcome after this long was cut off by a crash, in milliseconds. */
const CUT_OFF_AFTER_MS = 30_000;

/** How many of them are looked up at once. */
const BATCH = 100;

/**
 * Gives every intent that has been left without an outcome the entry `halted` (mandates page 7.1). Should its call still
 * be running after all, it finds its outcome settled and takes no effect.
 * @returns how many there were
 */
export async function haltCutOffActions({ database, clock }: NodeServices): Promise<number> {
  const before = clock.now() - CUT_OFF_AFTER_MS;
  let halted = 0;
  for (;;) {
    const left = await database.read(({ db }) =>
      db
        .selectFrom("audit_intents")
        .leftJoin("audit_entries", "audit_entries.intentId", "audit_intents.id")
        .selectAll("audit_intents")
        .where("audit_entries.id", "is", null)
        .where("audit_intents.at", "<=", before)
        .orderBy("audit_intents.at")
        .limit(BATCH)
        .execute(),
    );
    for (const intent of left) {
      await database.transaction(async (all) => {
        const tx = confine(all, intent.organizationId);
        await lockMandate(tx, intent.mandateId);
        const settled = await tx.db
          .selectFrom("audit_entries")
          .select("id")
          .where("intentId", "=", intent.id)
          .executeTakeFirst();
        if (settled) return;
        await appendEntry({ tx, clock }, intent.mandateId, {
          action: intent.action,
          input: null,
          result: "halted",
          failureReason: "INTERNAL_ERROR",
          resourceId: intent.resourceId,
          ipAddress: intent.ipAddress,
          requestId: intent.requestId,
          intentId: intent.id,
        });
        halted += 1;
      });
    }
    if (left.length < BATCH) return halted;
  }
}
