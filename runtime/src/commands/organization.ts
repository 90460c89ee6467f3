import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { parse } from "yaml";
import { systemClock } from "../clock.ts";
import { foundOrganization } from "../organizations/found-organization.ts";
import { addMember, listMembers, removeMember } from "../organizations/members.ts";
import { decidePublication, publicationConsents } from "../organizations/publication.ts";
import { plantStock } from "../seed/plant-seed.ts";
import { parseStock } from "../seed/seed-document.ts";
import { withDatabase } from "./database-option.ts";
import { printKey } from "./keys.ts";
import { type OrganizationOptions, ofOrganization, wholeNumber, withOrganization } from "./of-organization.ts";
import { withStorage } from "./with-storage.ts";

const HOUR = 3_600_000;

interface CreateOptions {
  readonly database: string;
  readonly name: string;
  readonly vertical: string;
  readonly country: string;
  readonly timezone: string;
  readonly currency: string;
  readonly administrator: string;
  readonly email?: string;
  readonly description?: string;
  readonly location?: string;
  readonly contactEmail?: string;
  readonly website?: string;
  readonly keyExpiresIn?: string;
}

/** `servicialo-node organization`: takes organizations in, and publishes them when one of theirs says so. */
export function addOrganization(program: Command): void {
  const organization = program
    .command("organization")
    .description("take organizations in, publish them, take them out");
  withDatabase(organization.command("create <slug>"))
    .description("take an organization in; prints its first key once. Nobody finds it before it is published")
    .requiredOption("--name <text>", "display name")
    .requiredOption("--vertical <text>", "main vertical, such as health")
    .requiredOption("--country <code>", "two small letters, such as cl")
    .requiredOption("--timezone <zone>", "IANA, such as America/Santiago")
    .requiredOption("--currency <code>", "ISO 4217, such as CLP")
    .requiredOption("--administrator <name>", "first member, an administrator")
    .option("--email <address>", "the administrator's")
    .option("--description <text>", "what it does, in a few lines")
    .option("--location <text>", "city or district")
    .option("--contact-email <address>", "public contact address")
    .option("--website <url>", "public web site")
    .option("--key-expires-in <hours>", "how long the first key is valid; without it, until it is revoked")
    .action(create);
  withDatabase(organization.command("list")).description("list the organizations of this node").action(list);
  for (const [name, discoverable, description] of [
    ["publish", true, "let search and cards show it; records who consented and when"],
    ["unpublish", false, "take it out of search and cards; records who decided it and when"],
  ] as const) {
    withOrganization(organization.command(name))
      .description(description)
      .requiredOption("--by <member>", "administrator who decides it")
      .action((options: OrganizationOptions & { by: string }) => publish(options, discoverable));
  }
  withOrganization(organization.command("stock <document>"))
    .description("give it the providers, offers, resources and clients that a YAML or JSON document describes")
    .action(stock);
  withOrganization(organization.command("consents"))
    .description("who published it or took it out, and when")
    .action(consents);
}

async function stock(path: string, options: OrganizationOptions): Promise<void> {
  const given = parseStock(parse(await readFile(path, "utf8")));
  await ofOrganization(options, (work, organization) => plantStock(work, organization, given));
  const counts = (["providers", "offers", "resources", "clients"] as const)
    .map((kind) => `${given[kind]?.length ?? 0} ${kind}`)
    .join(", ");
  console.log(`${options.organization} has got ${counts}.`);
}

async function create(slug: string, options: CreateOptions): Promise<void> {
  const { database: location, administrator: name, email, keyExpiresIn, ...rest } = options;
  const hours = keyExpiresIn === undefined ? undefined : wholeNumber("--key-expires-in", keyExpiresIn, 1);
  await withStorage(location, (database) =>
    database.transaction(async (tx) => {
      const { organization, administrator, key } = await foundOrganization(
        { tx, clock: systemClock },
        { slug, ...rest },
        {
          administrator: { name, email },
          ...(hours !== undefined && { keyExpiresAt: systemClock.now() + hours * HOUR }),
        },
      );
      console.log(`${organization.id}  ${organization.slug}`);
      console.log(`${administrator.id}  administrator  ${administrator.name}`);
      printKey(key, `organization ${organization.id}`);
    }),
  );
}

async function list({ database: location }: { database: string }): Promise<void> {
  const rows = await withStorage(location, (database) =>
    database.read(({ db }) => db.selectFrom("organizations").selectAll().orderBy("slug").execute()),
  );
  for (const { id, slug, discoverable, name } of rows) {
    console.log([id, slug, discoverable ? "published" : "unpublished", name].join("  "));
  }
}

async function publish(options: OrganizationOptions & { by: string }, discoverable: boolean): Promise<void> {
  await ofOrganization(options, async (work, { id, slug }) => {
    await decidePublication(work, { organizationId: id, memberId: options.by, discoverable });
    console.log(`${slug} is ${discoverable ? "published" : "not published any more"}, by ${options.by}.`);
  });
}

async function consents(options: OrganizationOptions): Promise<void> {
  await ofOrganization(options, async (work, { id }) => {
    for (const { at, discoverable, memberId } of await publicationConsents(work, id)) {
      console.log([new Date(at).toISOString(), discoverable ? "published" : "taken out", memberId].join("  "));
    }
  });
}

/** `servicialo-node members`: the people of an organization. */
export function addMembers(program: Command): void {
  const members = program.command("members").description("the people of an organization");
  withOrganization(members.command("add"))
    .description("add a person; an administrator may publish the organization, settle disputes and issue mandates")
    .requiredOption("--name <text>", "full name")
    .option("--email <address>", "e-mail")
    .option("--administrator", "may decide for the organization")
    .action((options: OrganizationOptions & { name: string; email?: string; administrator?: boolean }) =>
      ofOrganization(options, async (work, { id }) => {
        const { name, email, administrator } = options;
        const member = await addMember(work, id, { name, email, role: administrator ? "administrator" : "staff" });
        console.log(`${member.id}  ${member.role}  ${member.name}`);
      }),
    );
  withOrganization(members.command("list"))
    .description("list members, former ones included")
    .action((options: OrganizationOptions) =>
      ofOrganization(options, async (work, { id }) => {
        for (const { id: memberId, role, active, name, email } of await listMembers(work, id)) {
          console.log([memberId, role, active ? "active" : "former", name, email ?? ""].join("  ").trimEnd());
        }
      }),
    );
  withOrganization(members.command("remove <id>"))
    .description("end a membership; the keys in this person's name end with it")
    .action((memberId: string, options: OrganizationOptions) =>
      ofOrganization(options, async (work, { id }) => {
        const { revokedKeys } = await removeMember(work, id, memberId);
        console.log(`${memberId} is no member any more; ${revokedKeys} key(s) revoked.`);
      }),
    );
}
