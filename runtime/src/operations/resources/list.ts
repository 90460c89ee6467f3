import { credentialOf } from "../../pipeline/caller.ts";
import { organizationByReference } from "../../storage/parties.ts";
import type { Handler } from "../handler.ts";
import { pageOf, totalOf } from "../paging.ts";
import { resourceDocument } from "./resource-document.ts";

/** Resources of the caller's organization by name; of another one nothing is seen (SVC-SEC-001). */
export const listResources: Handler<"resource.list"> = async ({ tx, caller }, input) => {
  const { organizationId } = credentialOf(caller);
  const asked = await organizationByReference(tx, input.organization_id);
  if (asked?.id !== organizationId) return { total: 0, items: [] };
  const { type, is_active: isActive } = input;
  const matching = tx.db
    .selectFrom("resources")
    .where("organizationId", "=", organizationId)
    .$if(type !== undefined, (query) => query.where("type", "=", type ?? "room"))
    .$if(isActive !== undefined, (query) => query.where("isActive", "=", isActive ?? true));
  const { limit, offset } = pageOf(input);
  const rows = await matching.selectAll().orderBy("name").orderBy("id").limit(limit).offset(offset).execute();
  return {
    total: await totalOf(matching),
    items: rows.map((row) => ({ id: row.id, attributes: resourceDocument(row) })),
  };
};
