import type { PrincipalType } from "@servicialo/schema/0.8/types";
import type { Tx } from "../storage/open-database.ts";
import type { Extent } from "./checks/6-context.ts";
import { findOrganizationThing } from "./things.ts";

export interface Principal {
  readonly principalId: string;
  readonly principalType: PrincipalType;
}

/**
 * Where a context leads: null when this node knows no such place. The types of the protocol are `org`, `personal` and
 * `order`; a node's own would need a meaning here.
 */
export async function extentOf(tx: Tx, context: string, principal: Principal): Promise<Extent | null> {
  const separator = context.indexOf(":");
  const [type, reference] = [context.slice(0, separator), context.slice(separator + 1)];
  const { principalId, principalType } = principal;
  const extent = (place: Pick<Extent, "type" | "id" | "organizationId">): Extent => ({
    ...place,
    principalId,
    principalType,
  });
  if (type === "org") {
    const organization = await findOrganizationThing(tx, reference);
    return organization
      ? extent({ type, id: organization.organizationId, organizationId: organization.organizationId })
      : null;
  }
  if (type === "personal") {
    const organizationId = await organizationOfPerson(tx, reference);
    return organizationId === null ? null : extent({ type, id: reference, organizationId });
  }
  if (type !== "order") return null;
  const order = await tx.db
    .selectFrom("service_orders")
    .select("organizationId")
    .where("id", "=", reference)
    .executeTakeFirst();
  return order ? extent({ type, id: reference, organizationId: order.organizationId }) : null;
}

/** A person's records belong to one organization each, so a person leads to exactly one. */
async function organizationOfPerson({ db }: Tx, id: string): Promise<string | null> {
  for (const table of ["clients", "providers"] as const) {
    const person = await db.selectFrom(table).select("organizationId").where("id", "=", id).executeTakeFirst();
    if (person) return person.organizationId;
  }
  return null;
}
