import type { Command } from "commander";
import { systemClock } from "../clock.ts";
import { issueApiKey, revokeApiKey } from "../credentials/api-keys.ts";
import type { SubjectType } from "../pipeline/caller.ts";
import { openDatabase, type Tx } from "../storage/open-database.ts";
import { belongsToOrganization, organizationByReference } from "../storage/parties.ts";

interface CreateOptions {
  database: string;
  organization: string;
  provider?: string;
  client?: string;
  label?: string;
}

/** `servicialo-node keys`: API keys of an organization, its providers and its clients. */
export function addKeys(program: Command): void {
  const keys = program.command("keys").description("create, list and revoke API keys");
  withDatabase(keys.command("create"))
    .description("make a key and print it once; without --provider or --client it is the organization's")
    .requiredOption("-o, --organization <slug>", "organization's slug or id")
    .option("--provider <id>", "bind the key to this provider")
    .option("--client <id>", "bind the key to this client")
    .option("--label <text>", "what the key is for")
    .action(create);
  withDatabase(keys.command("list"))
    .description("list keys without their secrets")
    .requiredOption("-o, --organization <slug>", "organization's slug or id")
    .action(list);
  withDatabase(keys.command("revoke <id>")).description("make a key useless at once").action(revoke);
}

function withDatabase(command: Command): Command {
  return command.requiredOption("-d, --database <file>", "SQLite file of the node", process.env["SERVICIALO_DATABASE"]);
}

async function create(options: CreateOptions): Promise<void> {
  if (options.provider !== undefined && options.client !== undefined) {
    throw new Error("A key is bound to one party: give --provider or --client, not both.");
  }
  await withTransaction(options.database, async (tx) => {
    const organization = await knownOrganization(tx, options.organization);
    const [subjectType, subjectId] = subjectOf(options, organization.id);
    if (!(await belongsToOrganization(tx, organization.id, subjectType, subjectId))) {
      throw new Error(`${organization.slug} has no ${subjectType} ${subjectId}.`);
    }
    const key = { organizationId: organization.id, subjectType, subjectId, ...(options.label && { label: options.label }) };
    const issued = await issueApiKey(tx, systemClock, key);
    console.log(`${issued.id}  ${subjectType} ${subjectId}`);
    console.log(`${issued.token}`);
    console.error("Keep the token now: it is stored hashed and cannot be shown again.");
  });
}

function subjectOf(options: CreateOptions, organizationId: string): [SubjectType, string] {
  if (options.provider !== undefined) return ["provider", options.provider];
  if (options.client !== undefined) return ["client", options.client];
  return ["organization", organizationId];
}

async function list(options: { database: string; organization: string }): Promise<void> {
  await withTransaction(options.database, async (tx) => {
    const organization = await knownOrganization(tx, options.organization);
    const keys = await tx.db
      .selectFrom("credentials")
      .select(["id", "subjectType", "subjectId", "label", "createdAt", "revokedAt"])
      .where("organizationId", "=", organization.id)
      .orderBy("createdAt")
      .execute();
    for (const key of keys) {
      const state = key.revokedAt === null ? "active" : "revoked";
      console.log([key.id, state, key.subjectType, key.subjectId, new Date(key.createdAt).toISOString(), key.label ?? ""].join("  "));
    }
  });
}

async function revoke(id: string, options: { database: string }): Promise<void> {
  await withTransaction(options.database, async (tx) => {
    if (!(await revokeApiKey(tx, systemClock, id))) throw new Error(`There is no active key ${id}. See keys list.`);
    console.log(`${id} is revoked.`);
  });
}

async function knownOrganization(tx: Tx, reference: string) {
  const organization = await organizationByReference(tx, reference);
  if (!organization) throw new Error(`There is no organization ${reference} in this database.`);
  return organization;
}

async function withTransaction(file: string, work: (tx: Tx) => Promise<void>): Promise<void> {
  const database = await openDatabase({ file });
  try {
    await database.transaction(work);
  } finally {
    await database.close();
  }
}
