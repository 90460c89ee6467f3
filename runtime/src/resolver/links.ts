import { newId } from "../ids.ts";
import type { NodeServices } from "../pipeline/execute.ts";
import type { OrganizationRow, ResolverLinkRow } from "../storage/rows.ts";
import { askResolver, type ResolverAccount, type ResolverAnswer } from "./resolver-client.ts";

/** Where an organization is reached, as it tells a resolver. */
export interface OwnEndpoints {
  readonly mcp_url: string;
  readonly rest_url: string;
  readonly health_url: string;
}

/** Addresses of a node under its public URL. */
export function endpointsAt(publicUrl: string): OwnEndpoints {
  const url = publicUrl.replace(/\/+$/, "");
  return { mcp_url: `${url}/mcp`, rest_url: `${url}/servicialo/v1`, health_url: `${url}/health/live` };
}

export interface Joining {
  readonly account: ResolverAccount;
  readonly endpoints: OwnEndpoints;
  /** Whether figures go along with the signs of life. */
  readonly metrics: boolean;
  /** Whether signs of life are sent at all. */
  readonly heartbeat: boolean;
}

/** What joining needs of a node. */
type Services = Pick<NodeServices, "database" | "clock" | "vault">;

/**
 * Registers an organization in a resolver, and has signs of life sent there from now on. One that holds the registration
 * already is shown by its first heartbeat; its endpoints are moved then.
 * @throws {Error} with what the resolver answered
 */
export async function joinResolver(services: Services, organization: OrganizationRow, joining: Joining): Promise<void> {
  const { account, endpoints } = joining;
  const { slug, country, name, vertical, website } = organization;
  const attributes = { slug, country, name, verticals: [vertical], ...(website !== null && { website }), ...endpoints };
  const answer = await askResolver(account, "resolve.register", { attributes });
  if (answer.status === 409) {
    const moved = await moveEndpoints(account, organization, endpoints);
    if (!succeeded(moved)) throw refused(account, answer);
  } else if (!succeeded(answer)) throw refused(account, answer);
  await storeLink(services, organization, joining);
}

/** Tells a resolver where the organization is reached now. */
export function moveEndpoints(
  account: ResolverAccount,
  { slug, country }: OrganizationRow,
  endpoints: OwnEndpoints,
): Promise<ResolverAnswer> {
  return askResolver(account, "resolve.update_endpoint", { path: { country, org_slug: slug }, attributes: endpoints });
}

export function succeeded({ status }: ResolverAnswer): boolean {
  return status !== null && status < 300;
}

export function refused({ url }: ResolverAccount, { status, text }: ResolverAnswer): Error {
  return new Error(`${url} answered ${[status ?? "nothing", text].join(" ").trim()}`);
}

async function storeLink(
  { database, clock, vault }: Services,
  organization: OrganizationRow,
  { account, metrics, heartbeat }: Joining,
): Promise<void> {
  const id = newId("rlk", clock);
  const now = clock.now();
  const row: ResolverLinkRow = {
    id,
    organizationId: organization.id,
    resolverUrl: account.url,
    sealedKey: vault.sealText(id, account.key),
    metricsEnabled: metrics,
    createdAt: now,
    nextAttemptAt: heartbeat ? now : null,
    claimedUntil: null,
    failures: 0,
    lastSentAt: null,
    lastAnswer: null,
  };
  await database.transaction(async ({ db }) => {
    await db
      .deleteFrom("resolver_links")
      .where("organizationId", "=", organization.id)
      .where("resolverUrl", "=", account.url)
      .execute();
    await db.insertInto("resolver_links").values(row).execute();
  });
}
