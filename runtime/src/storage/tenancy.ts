import type { Tx } from "./open-database.ts";
import { QueryScope } from "./query-templates.ts";

export { tenantTables } from "./tenant-transformer.ts";

const unconfined = new WeakMap<Tx, Tx>();

/**
 * The same transaction, in which no query reaches another organization's rows, whatever it asks for: every table of
 * tenants in a select, join, update or delete gets the owner as a further condition, and an insert with another owner
 * is refused (SVC-SEC-001). What is confined to one organization cannot be confined to another.
 */
export function confine(tx: Tx, organizationId: string): Tx {
  if (unconfined.has(tx)) throw new Error("This transaction is confined to an organization already.");
  const scope = QueryScope.of(tx.db).confinedTo(organizationId);
  const confined: Tx = { ...tx, db: tx.db.withoutPlugins().withPlugin(scope) };
  unconfined.set(confined, tx);
  return confined;
}

/**
 * The transaction with the rows of everybody: for the node's own work, such as its deadlines, never for a caller's.
 * `tenancy.test.ts` lists who may.
 */
export function acrossTenants(tx: Tx): Tx {
  return unconfined.get(tx) ?? tx;
}
