import { sql } from "kysely";
import type { Handler } from "../handler.ts";
import { pageOf, totalOf } from "../paging.ts";

/** Discoverable organizations of a vertical by trust score, then name (SVC-DISC-002, SVC-DISC-003). */
export const search: Handler<"registry.search"> = async ({ tx }, input) => {
  const { limit, offset } = pageOf(input, input.limit ?? 10);
  const matching = tx.db
    .selectFrom("organizations")
    .where("discoverable", "=", true)
    .where("organizations.country", "=", input.country ?? "cl")
    .where(({ fn }) => fn<string>("lower", ["organizations.vertical"]), "=", input.vertical.toLowerCase())
    .$if(input.location !== undefined, (query) =>
      query.where(sql<boolean>`lower(location) like ${containing(input.location ?? "")} escape '\\'`),
    );
  const rows = await matching
    .leftJoin("registrations", (join) =>
      join
        .onRef("registrations.slug", "=", "organizations.slug")
        .onRef("registrations.holderId", "=", "organizations.id"),
    )
    .selectAll("organizations")
    .select("registrations.score")
    .select(({ selectFrom }) =>
      selectFrom("offers")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .whereRef("offers.organizationId", "=", "organizations.id")
        .where("offers.active", "=", true)
        .where("offers.visibility", "=", "public")
        .as("servicesCount"),
    )
    .orderBy(({ fn, ref, val }) => fn.coalesce(ref("registrations.score"), val(0)), "desc")
    .orderBy("organizations.name")
    .orderBy("organizations.slug")
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    total: await totalOf(matching),
    items: rows.map((row) => ({
      id: row.slug,
      attributes: {
        slug: row.slug,
        name: row.name,
        vertical: row.vertical,
        ...(row.location !== null && { location: row.location }),
        country: row.country,
        ...(row.score !== null && { trust_score: row.score }),
        services_count: Number(row.servicesCount ?? 0),
      },
    })),
  };
};

/** A pattern for whatever contains this text, in lower case; its own wildcards stand for themselves. */
function containing(text: string): string {
  return `%${text.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;
}
