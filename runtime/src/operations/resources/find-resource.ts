import { notFound, ProtocolError } from "../../errors.ts";
import { actorOf, credentialOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { ResourceRow } from "../../storage/rows.ts";

/**
 * A resource of the caller's organization, in use or not; everybody of the organization may read it.
 * @throws {ProtocolError} `NOT_FOUND`
 */
export async function findResource({ tx, caller }: OperationContext, id: string): Promise<ResourceRow> {
  const row = await tx.db
    .selectFrom("resources")
    .selectAll()
    .where("id", "=", id)
    .where("organizationId", "=", credentialOf(caller).organizationId)
    .executeTakeFirst();
  if (!row) throw notFound("resource");
  return row;
}

/**
 * Rooms and devices are the organization's: its providers and clients only read them.
 * @throws {ProtocolError} `FORBIDDEN`
 */
export function requireOrganization({ caller }: OperationContext): void {
  if (actorOf(caller).type === "organization") return;
  throw new ProtocolError("FORBIDDEN", { detail: "Only the organization changes its resources." });
}
