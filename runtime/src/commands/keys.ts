import type { Command } from "commander";
import { systemClock } from "../clock.ts";
import { type IssuedApiKey, issueApiKey, revokeApiKey, rotateApiKey } from "../credentials/api-keys.ts";
import type { Work } from "../lifecycle/author.ts";
import { activeMember } from "../organizations/members.ts";
import type { SubjectType } from "../pipeline/caller.ts";
import { belongsToOrganization } from "../storage/parties.ts";
import type { CredentialRow } from "../storage/rows.ts";
import { withDatabase } from "./database-option.ts";
import { type OrganizationOptions, ofOrganization, wholeNumber, withOrganization } from "./of-organization.ts";
import { withStorage } from "./with-storage.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;

interface CreateOptions extends OrganizationOptions {
  readonly provider?: string;
  readonly client?: string;
  readonly member?: string;
  readonly agent?: string;
  readonly mandate?: string;
  readonly label?: string;
  readonly expiresIn?: string;
}

/** `servicialo-node keys`: API keys of an organization, its members, its providers, its clients, and of agents. */
export function addKeys(program: Command): void {
  const keys = program.command("keys").description("create, list, rotate and revoke API keys");
  withOrganization(keys.command("create"))
    .description("make a key and print it once; without --provider, --client or --agent it is the organization's")
    .option("--provider <id>", "bind the key to this provider")
    .option("--client <id>", "bind the key to this client")
    .option("--member <id>", "the organization's key in the name of this member; it ends with the membership")
    .option("--agent <id>", "the key of an agent, which acts under mandates given to this id")
    .option("--mandate <id>", "with --agent: the key is for this one mandate, which calls then need not name")
    .option("--label <text>", "what the key is for")
    .option("--expires-in <days>", "how long the key is valid; without it, until it is revoked")
    .action(create);
  withOrganization(keys.command("list")).description("list keys without their secrets").action(list);
  withDatabase(keys.command("rotate <id>"))
    .description("make a new key for the same party and print it once; the old one ends after the overlap")
    .option("--overlap <hours>", "how long both keys work; 0 ends the old one at once", "24")
    .action(rotate);
  withDatabase(keys.command("revoke <id>")).description("make a key useless at once").action(revoke);
}

async function create(options: CreateOptions): Promise<void> {
  const bound = [options.provider, options.client, options.member, options.agent].filter((id) => id !== undefined);
  if (bound.length > 1) {
    throw new Error("A key is bound to one party: give one of --provider, --client, --member and --agent, not both.");
  }
  if (options.mandate !== undefined && options.agent === undefined) {
    throw new Error("A mandate belongs to an agent: give --agent with --mandate.");
  }
  const days = options.expiresIn === undefined ? undefined : wholeNumber("--expires-in", options.expiresIn, 1);
  await ofOrganization(options, async (work, organization) => {
    const { tx, clock } = work;
    const [subjectType, subjectId] = subjectOf(options, organization.id);
    if (subjectType === "agent") await requireAgent(work, organization.id, options);
    else if (!(await belongsToOrganization(tx, organization.id, subjectType, subjectId))) {
      throw new Error(`${organization.slug} has no ${subjectType} ${subjectId}.`);
    }
    if (options.member !== undefined) await activeMember(work, organization.id, options.member);
    const issued = await issueApiKey(tx, clock, {
      organizationId: organization.id,
      subjectType,
      subjectId,
      ...(options.label && { label: options.label }),
      ...(options.member !== undefined && { memberId: options.member }),
      ...(options.mandate !== undefined && { mandateId: options.mandate }),
      ...(days !== undefined && { expiresAt: clock.now() + days * DAY }),
    });
    printKey(issued, `${subjectType} ${subjectId}`);
  });
}

/** Whoever holds the key of an agent is that agent to everybody who names it in a mandate, so it may not be a person. */
async function requireAgent(
  { tx }: Work,
  organizationId: string,
  { agent = "", mandate: mandateId }: CreateOptions,
): Promise<void> {
  if (agent.trim() === "" || agent.length > 128) throw new Error("The id of an agent has 1 to 128 characters.");
  for (const type of ["client", "provider", "organization"] as const) {
    if (await belongsToOrganization(tx, organizationId, type, agent))
      throw new Error(`${agent} is a ${type}, not an agent.`);
  }
  if (mandateId === undefined) return;
  const mandate = await tx.db.selectFrom("mandates").select("agentId").where("id", "=", mandateId).executeTakeFirst();
  if (mandate?.agentId !== agent) throw new Error(`The agent ${agent} holds no mandate ${mandateId}.`);
}

function subjectOf(options: CreateOptions, organizationId: string): [SubjectType, string] {
  if (options.provider !== undefined) return ["provider", options.provider];
  if (options.client !== undefined) return ["client", options.client];
  if (options.agent !== undefined) return ["agent", options.agent];
  return ["organization", organizationId];
}

/** Shows a new key, once. */
export function printKey({ id, token }: IssuedApiKey, bearer: string): void {
  console.log(`${id}  ${bearer}`);
  console.log(`${token}`);
  console.error("Keep the token now: it is stored hashed and cannot be shown again.");
}

async function list(options: OrganizationOptions): Promise<void> {
  await ofOrganization(options, async ({ tx, clock }, organization) => {
    const keys = await tx.db
      .selectFrom("credentials")
      .selectAll()
      .where("organizationId", "=", organization.id)
      .orderBy("createdAt")
      .orderBy("id")
      .execute();
    for (const key of keys) console.log(lineOf(key, clock.now()));
  });
}

function lineOf(key: CredentialRow, now: number): string {
  const { id, subjectType, subjectId, createdAt, expiresAt, memberId, label } = key;
  const until = expiresAt === null ? [] : [`until ${new Date(expiresAt).toISOString()}`];
  const person = memberId === null ? [] : [`for ${memberId}`];
  return [
    id,
    stateOf(key, now),
    subjectType,
    subjectId,
    new Date(createdAt).toISOString(),
    ...until,
    ...person,
    label ?? "",
  ]
    .join("  ")
    .trimEnd();
}

function stateOf({ revokedAt, expiresAt }: CredentialRow, now: number): string {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && expiresAt <= now ? "expired" : "active";
}

async function rotate(id: string, options: { database: string; overlap: string }): Promise<void> {
  const overlapMs = wholeNumber("--overlap", options.overlap, 0) * HOUR;
  await onKeys(options.database, async ({ tx, clock }) => {
    const issued = await rotateApiKey(tx, clock, { id, overlapMs });
    printKey(issued, `in the place of ${id}, which works until ${new Date(issued.formerValidUntil).toISOString()}`);
  });
}

async function revoke(id: string, options: { database: string }): Promise<void> {
  await onKeys(options.database, async ({ tx, clock }) => {
    if (!(await revokeApiKey(tx, clock, id))) throw new Error(`There is no active key ${id}. See keys list.`);
    console.log(`${id} is revoked.`);
  });
}

/** A key is found by its id, whosever it is. */
async function onKeys(location: string, work: (work: Work) => Promise<void>): Promise<void> {
  await withStorage(location, (database) => database.transaction((tx) => work({ tx, clock: systemClock })));
}
