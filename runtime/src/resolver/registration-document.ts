import { operations } from "@servicialo/schema/0.8/operations";
import type {
  ResolutionEndpoint,
  ResolutionRecord,
  ResolutionSummary,
  ResolutionTrust,
  TrustReport,
} from "@servicialo/schema/0.8/types";
import { isoInstant } from "../clock.ts";
import { resolutionStatus, trustLevel } from "../rules/trust.ts";
import type { RegistrationRow } from "../storage/rows.ts";

/** What a resolver answers for a slug (objects page 21). What the registrant keeps to itself stays out: mail and tax id. */
export function resolutionRecord(row: RegistrationRow, now: number): ResolutionRecord {
  return {
    org_slug: row.slug,
    country: row.country,
    addresses: { path: `/${row.country}/${row.slug}`, subdomain: null },
    endpoint: endpointOf(row),
    identity: { legal_name: row.legalName, verticals: [...row.verticals] },
    trust: trustOf(row),
    status: resolutionStatus(row, now),
    catalog_url: catalogueOf(row),
  };
}

/** A hit of the resolver's search. */
export function resolutionSummary(row: RegistrationRow): ResolutionSummary {
  return {
    org_slug: row.slug,
    name: row.name,
    country: row.country,
    verticals: [...row.verticals],
    endpoint: endpointOf(row),
    trust: trustOf(row),
  };
}

/** The part of a record that says how far an organization is trusted. */
export function trustReport(row: RegistrationRow, now: number): TrustReport {
  return { org_slug: row.slug, country: row.country, trust: trustOf(row), status: resolutionStatus(row, now) };
}

function endpointOf({ mcpUrl, restUrl, healthUrl }: RegistrationRow): ResolutionEndpoint {
  return { mcp: mcpUrl, rest: restUrl, health: healthUrl };
}

function trustOf({ score, registeredAt, lastSeenAt }: RegistrationRow): ResolutionTrust {
  return {
    score,
    level: trustLevel(score),
    registered_at: isoInstant(registeredAt),
    last_seen: lastSeenAt === null ? null : isoInstant(lastSeenAt),
  };
}

function catalogueOf({ restUrl, slug }: RegistrationRow): string | null {
  if (restUrl === null) return null;
  return `${restUrl.replace(/\/+$/, "")}${operations["services.list"].path.replace("{org_slug}", slug)}`;
}
