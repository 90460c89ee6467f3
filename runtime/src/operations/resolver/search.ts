import { sql } from "kysely";
import { resolutionSummary } from "../../resolver/registration-document.ts";
import { verticalKey } from "../../resolver/registrations.ts";
import type { Handler } from "../handler.ts";
import { pageOf, totalOf } from "../paging.ts";

/** Registered organizations of a country by trust score, then name (SVC-RSLV-002). */
export const searchResolver: Handler<"resolve.search"> = async ({ tx }, input) => {
  const { limit, offset } = pageOf(input, input.limit ?? 20);
  const matching = tx.db
    .selectFrom("registrations")
    .where("country", "=", input.country)
    .$if(input.vertical !== undefined, (query) =>
      query.where(sql<boolean>`vertical_keys like ${holding(input.vertical ?? "")} escape '\\'`),
    );
  const rows = await matching
    .selectAll()
    .orderBy("score", "desc")
    .orderBy("name")
    .orderBy("slug")
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    total: await totalOf(matching),
    items: rows.map((row) => ({ id: row.slug, attributes: resolutionSummary(row) })),
  };
};

/** A pattern for whatever lists this vertical; its own wildcards stand for themselves. */
function holding(vertical: string): string {
  return `%${verticalKey(vertical).replaceAll(/[\\%_]/g, "\\$&")}%`;
}
