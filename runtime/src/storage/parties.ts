import type { SubjectType } from "../pipeline/caller.ts";
import type { Tx } from "./open-database.ts";
import { preparedQuery } from "./prepared-query.ts";
import type { OrganizationRow } from "./rows.ts";

const TABLES = { provider: "providers", client: "clients" } as const;

/** Whether a party is one of this organization: the organization itself, or its provider or client. Agents belong to none. */
export async function belongsToOrganization(
  tx: Tx,
  organizationId: string,
  type: SubjectType,
  id: string,
): Promise<boolean> {
  if (type === "agent") return false;
  if (type === "organization") return (await organizationByReference(tx, id))?.id === organizationId;
  const row = await tx.db
    .selectFrom(TABLES[type])
    .select("id")
    .where("id", "=", id)
    .where("organizationId", "=", organizationId)
    .executeTakeFirst();
  return row !== undefined;
}

const organizationCalled = preparedQuery((db, { reference }: { readonly reference: string }) =>
  db
    .selectFrom("organizations")
    .selectAll()
    .where((row) => row.or([row("id", "=", reference), row("slug", "=", reference)])),
);

/** An organization by its id or its slug: both are accepted wherever one is asked for (objects page 1). */
export async function organizationByReference(tx: Tx, reference: string): Promise<OrganizationRow | undefined> {
  return organizationCalled.first(tx, { reference });
}
