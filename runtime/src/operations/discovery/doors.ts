import { a2aEndpoints } from "@servicialo/schema/0.8/a2a-tasks";
import { basePath } from "@servicialo/schema/0.8/operations";
import { type NodeConfig, publicUrlOf } from "../../config.ts";
import type { OperationContext } from "../../pipeline/context.ts";

/** Addresses of the doors of this node for one organization, as its cards name them (channels 1). */
export interface Doors {
  readonly mcp: string;
  readonly rest: string;
  readonly a2a: string;
}

const [, A2A_PATH] = a2aEndpoints;

export function doorsOf(config: NodeConfig, slug: string): Doors {
  const url = publicUrlOf(config);
  return { mcp: `${url}/mcp`, rest: `${url}${basePath}`, a2a: `${url}${A2A_PATH.replace("{org_slug}", slug)}` };
}

/** Address of an organization's level 2 card. */
export function cardAddress(config: NodeConfig, slug: string): string {
  return `${publicUrlOf(config)}/api/servicialo/${slug}/.well-known/agent.json`;
}

/** What this node's resolver knows of its own organizations, by their slugs: their score and last sign of life. */
export async function registeredBySlug({ tx }: OperationContext, slugs: readonly string[]) {
  if (slugs.length === 0) return new Map<string, { score: number; lastSeenAt: number | null }>();
  const rows = await tx.db
    .selectFrom("registrations")
    .innerJoin("organizations", "organizations.id", "registrations.holderId")
    .select(["registrations.slug", "registrations.score", "registrations.lastSeenAt"])
    .where("registrations.slug", "in", slugs)
    .whereRef("organizations.slug", "=", "registrations.slug")
    .execute();
  return new Map(rows.map(({ slug, score, lastSeenAt }) => [slug, { score, lastSeenAt }]));
}
