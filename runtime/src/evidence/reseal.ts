import { sealOf } from "../pipeline/idempotency.ts";
import type { Tx } from "../storage/open-database.ts";
import type { Vault } from "./vault.ts";

/**
 * Seals everything that was sealed with a former key with the current one: evidence, answers kept for replay, secrets of
 * webhooks, keys at resolvers, A2A tasks.
 * @returns how many there were
 */
export async function resealAll({ db }: Tx, vault: Vault): Promise<number> {
  let resealed = 0;
  const evidence = await db
    .selectFrom("evidence")
    .select(["id", "sealedData"])
    .where("sealedData", "is not", null)
    .execute();
  for (const { id, sealedData } of evidence) {
    const anew = sealedData === null ? null : vault.reseal(id, sealedData);
    if (anew === null) continue;
    await db.updateTable("evidence").set({ sealedData: anew }).where("id", "=", id).execute();
    resealed += 1;
  }
  const answers = await db
    .selectFrom("idempotency_records")
    .selectAll()
    .where("responseBody", "is not", null)
    .execute();
  for (const answer of answers) {
    const anew = answer.responseBody === null ? null : vault.reseal(sealOf(answer), answer.responseBody);
    if (anew === null) continue;
    await db.updateTable("idempotency_records").set({ responseBody: anew }).where("id", "=", answer.id).execute();
    resealed += 1;
  }
  const subscriptions = await db.selectFrom("webhook_subscriptions").select(["id", "sealedSecret"]).execute();
  for (const { id, sealedSecret } of subscriptions) {
    const anew = vault.reseal(id, sealedSecret);
    if (anew === null) continue;
    await db.updateTable("webhook_subscriptions").set({ sealedSecret: anew }).where("id", "=", id).execute();
    resealed += 1;
  }
  for (const { id, sealedKey } of await db.selectFrom("resolver_links").select(["id", "sealedKey"]).execute()) {
    const anew = vault.reseal(id, sealedKey);
    if (anew === null) continue;
    await db.updateTable("resolver_links").set({ sealedKey: anew }).where("id", "=", id).execute();
    resealed += 1;
  }
  for (const { id, sealedDocument } of await db.selectFrom("a2a_tasks").select(["id", "sealedDocument"]).execute()) {
    const anew = vault.reseal(id, sealedDocument);
    if (anew === null) continue;
    await db.updateTable("a2a_tasks").set({ sealedDocument: anew }).where("id", "=", id).execute();
    resealed += 1;
  }
  return resealed;
}
