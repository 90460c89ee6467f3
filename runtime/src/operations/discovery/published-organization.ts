import { notFound } from "../../errors.ts";
import type { Tx } from "../../storage/open-database.ts";
import type { OrganizationRow } from "../../storage/rows.ts";

/**
 * The organization whose cards stand at the host's root: the only one that a human published (E-07).
 * @throws {ProtocolError} `NOT_FOUND` when there is none, or more than one
 */
export async function onlyPublished({ db }: Tx): Promise<OrganizationRow> {
  const all = await db.selectFrom("organizations").selectAll().where("discoverable", "=", true).limit(2).execute();
  const [only] = all.length === 1 ? all : [];
  if (!only) throw notFound("card: this node has no single organization");
  return only;
}
