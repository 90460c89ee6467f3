import type { Command } from "commander";
import { isoInstant, systemClock } from "../clock.ts";
import { openVault } from "../evidence/vault.ts";
import { endpointsAt, joinResolver, moveEndpoints, refused, succeeded } from "../resolver/links.ts";
import type { Database } from "../storage/open-database.ts";
import { organizationByReference } from "../storage/parties.ts";
import type { OrganizationRow, ResolverLinkRow } from "../storage/rows.ts";
import { withDatabase } from "./database-option.ts";
import { type OrganizationOptions, withOrganization } from "./of-organization.ts";
import { withStorage } from "./with-storage.ts";

interface AddressOptions extends OrganizationOptions {
  readonly publicUrl?: string;
}

interface JoinOptions extends AddressOptions {
  readonly metrics?: boolean;
  readonly heartbeat: boolean;
}

/** `servicialo-node resolver`: the resolvers that an organization is in, and what this node's own one holds. */
export function addResolver(program: Command): void {
  const resolver = program.command("resolver").description("be found in the network, and let others be found");
  withAddress(resolver.command("join <url>"))
    .description(
      "register an organization in the resolver with this base path, and send it a sign of life each day; the account's key stands in SERVICIALO_RESOLVER_KEY",
    )
    .option("--no-heartbeat", "only register; it counts as inactive after 7 days")
    .option("--metrics", "send the numbers of active offers and of booked sessions along")
    .action(join);
  withAddress(resolver.command("move"))
    .description("tell every resolver that it is in where the organization is reached now")
    .action(move);
  withOrganization(resolver.command("leave <url>"))
    .description("send no more signs of life there; the registration itself falls silent in 7 days")
    .action(leave);
  withOrganization(resolver.command("list"))
    .description("the resolvers that an organization is in, and how the last sign of life went")
    .action(list);
  withDatabase(resolver.command("log <slug>"))
    .description("what happened to a registration in this node's own resolver")
    .action(log);
}

function withAddress(command: Command): Command {
  return withOrganization(command).option(
    "--public-url <url>",
    "address under which others reach this node (SERVICIALO_PUBLIC_URL)",
  );
}

async function join(url: string, options: JoinOptions): Promise<void> {
  const key = process.env["SERVICIALO_RESOLVER_KEY"];
  if (key === undefined || key === "")
    throw new Error("Put the key of your account there into SERVICIALO_RESOLVER_KEY.");
  const account = { url: basePathOf(url), key };
  const endpoints = endpointsAt(publicUrlFrom(options));
  await withOwn(options, async (database, organization) => {
    const services = { database, clock: systemClock, vault: openVault(options.database, process.env) };
    const wishes = { metrics: options.metrics === true, heartbeat: options.heartbeat };
    await joinResolver(services, organization, { account, endpoints, ...wishes });
    console.log(
      `${organization.slug} is registered at ${account.url}.${options.heartbeat ? " Its node sends signs of life while it runs." : ""}`,
    );
  });
}

async function move(options: AddressOptions): Promise<void> {
  const endpoints = endpointsAt(publicUrlFrom(options));
  const vault = openVault(options.database, process.env);
  await withOwn(options, async (database, organization) => {
    for (const link of await linksOf(database, organization)) {
      const account = { url: link.resolverUrl, key: vault.openText(link.id, link.sealedKey) };
      const answer = await moveEndpoints(account, organization, endpoints);
      if (!succeeded(answer)) throw refused(account, answer);
      console.log(`${account.url} points to ${endpoints.rest_url} now.`);
    }
  });
}

async function leave(url: string, options: OrganizationOptions): Promise<void> {
  const resolverUrl = basePathOf(url);
  await withOwn(options, async (database, { id, slug }) => {
    const { numDeletedRows } = await database.transaction(({ db }) =>
      db
        .deleteFrom("resolver_links")
        .where("organizationId", "=", id)
        .where("resolverUrl", "=", resolverUrl)
        .executeTakeFirst(),
    );
    if (numDeletedRows === 0n) throw new Error(`${slug} is not in ${resolverUrl}. See resolver list.`);
    console.log(`${slug} sends no more signs of life to ${resolverUrl}.`);
  });
}

async function list(options: OrganizationOptions): Promise<void> {
  await withOwn(options, async (database, organization) => {
    for (const { resolverUrl, lastSentAt, nextAttemptAt, lastAnswer } of await linksOf(database, organization)) {
      const last = lastSentAt === null ? "no sign of life yet" : `last ${isoInstant(lastSentAt)}`;
      const next = nextAttemptAt === null ? "none to come" : `next ${isoInstant(nextAttemptAt)}`;
      console.log([resolverUrl, last, next, lastAnswer ?? ""].join("  ").trimEnd());
    }
  });
}

async function log(slug: string, { database: location }: { database: string }): Promise<void> {
  await withStorage(location, async (database) => {
    const events = await database.read(({ db }) =>
      db.selectFrom("registration_events").selectAll().where("slug", "=", slug).orderBy("at").orderBy("id").execute(),
    );
    if (events.length === 0) throw new Error(`${slug} was never registered here.`);
    for (const { at, kind, credentialId, detail } of events) {
      console.log([isoInstant(at), kind, credentialId, JSON.stringify(detail)].join("  "));
    }
  });
}

/** Works with one organization outside of a transaction, since a resolver is asked in between. */
async function withOwn(
  { database: location, organization: reference }: OrganizationOptions,
  work: (database: Database, organization: OrganizationRow) => Promise<void>,
): Promise<void> {
  await withStorage(location, async (database) => {
    const organization = await database.read((tx) => organizationByReference(tx, reference));
    if (!organization) throw new Error(`There is no organization ${reference} in this database.`);
    await work(database, organization);
  });
}

function linksOf(database: Database, { id }: OrganizationRow): Promise<ResolverLinkRow[]> {
  return database.read(({ db }) =>
    db.selectFrom("resolver_links").selectAll().where("organizationId", "=", id).orderBy("resolverUrl").execute(),
  );
}

function basePathOf(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new Error(
      `"${url}" is no address; give the resolver's base path, such as https://resolver.example/servicialo/v1.`,
    );
  }
  return url.replace(/\/+$/, "");
}

function publicUrlFrom({ publicUrl = process.env["SERVICIALO_PUBLIC_URL"] }: AddressOptions): string {
  if (publicUrl !== undefined && URL.canParse(publicUrl)) return publicUrl;
  throw new Error("Say under which address others reach this node: --public-url or SERVICIALO_PUBLIC_URL.");
}
