import type { Tx } from "../storage/open-database.ts";
import type { MandateRow } from "../storage/rows.ts";

/**
 * A mandate of the organization, as it is from now until the end of this transaction: calls under it, its revocation and
 * the chain of its entries take turns. It is locked before anything else, so that nobody waits in a circle.
 */
export async function lockMandate(tx: Tx, id: string): Promise<MandateRow | undefined> {
  return tx.db
    .selectFrom("mandates")
    .selectAll()
    .where("id", "=", id)
    .$if(tx.dialect === "postgres", (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
}
