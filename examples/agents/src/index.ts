import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { ServicialoClient } from "@servicialo/schema/0.8/client";
import { Agent } from "./agent.ts";
import { bodyOf, expectThat } from "./expect.ts";
import { Journal } from "./journal.ts";
import { type Credential, McpConnection } from "./mcp-connection.ts";
import { Narrator } from "./narrator.ts";
import { Person } from "./person.ts";
import { play } from "./story/play.ts";
import type { Stage } from "./story/stage.ts";
import { verifyDatabase } from "./verify-database.ts";

const HELP = `A clinic run by two agents over MCP, the clinic's and the patient's, each with a credential and mandates of its own, while
the people behind them decide over HTTP: from discovery to a verified session, and through everything that stops an agent.

Usage: node examples/agents/src/index.ts --url <node> --keys <file>

  --url <node>       address of the node, e.g. http://127.0.0.1:3000
  --keys <file>      JSON file with the organization's slug and the credentials of organization, provider, client, agent
                     and second_agent, as servicialo-node seed writes it for examples/clinic/clinic.yaml
  --stdio            agents start servicialo-node mcp each, instead of using the node's own MCP endpoint
  --database <it>    in the end, let servicialo-node audit verify recompute every chain of the node's database
  --node <file>      the node's command line, for these two; default: runtime/src/cli.ts, from the root of the repository
  --email <address>  by which the clinic knows the client; default: as in the demo clinic
  --quiet            print problems only

Exits with 1 at the first mismatch.`;

/** Of the client whose key the demo clinic's keys file has. */
const DEMO_EMAIL = "maria.gonzalez@correo.example";

interface Key extends Credential {
  readonly id: string;
}

interface KeysFile {
  readonly organization: string;
  readonly credentials: Readonly<Record<"organization" | "provider" | "client" | "agent" | "second_agent", Key>>;
}

const ROLES = ["organization", "provider", "client", "agent", "second_agent"] as const;

interface Options {
  readonly url: string;
  readonly keys: KeysFile;
  readonly stdio: boolean;
  /** File of the node's command line. */
  readonly node: string;
  readonly email: string;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: "string" },
      keys: { type: "string" },
      stdio: { type: "boolean", default: false },
      database: { type: "string" },
      node: { type: "string", default: "runtime/src/cli.ts" },
      email: { type: "string", default: DEMO_EMAIL },
      quiet: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return console.log(HELP);
  if (!values.url || !values.keys) throw new Error("Give --url and --keys. See --help.");
  const write = (line: string) => {
    if (!values.quiet) console.log(line);
  };
  const { stdio, node, email } = values;
  const keys = await readKeys(values.keys);
  const stage = await openStage({ url: values.url.replace(/\/+$/, ""), keys, stdio, node, email }, new Narrator(write));
  try {
    const { mandates, entries } = await play(stage);
    if (values.database !== undefined)
      write(`\nservicialo-node audit verify: ${await verifyDatabase(node, values.database)}`);
    write(`\n${summaryOf(stage)}; ${entries} entries of ${mandates} mandates recomputed.`);
  } finally {
    await Promise.all(
      [stage.stranger.mcp, stage.clinicsAgent.connection, stage.patientsAgent.connection].map((one) => one.close()),
    );
  }
}

async function readKeys(file: string): Promise<KeysFile> {
  const keys = JSON.parse(await readFile(file, "utf8")) as KeysFile;
  const missing = ROLES.filter((role) => !keys.credentials[role]);
  if (missing.length > 0) throw new Error(`${file} has no credential of ${missing.join(", ")}.`);
  return keys;
}

/** Gives everybody a connection of their own. */
async function openStage({ url, keys, stdio, node, email }: Options, narrator: Narrator): Promise<Stage> {
  const { organization, provider, client, agent, second_agent: secondAgent } = keys.credentials;
  const journal = new Journal();
  const record = { journal, narrator };
  const stranger = new ServicialoClient({ url });
  const endpoint = stdio ? null : await endpointOf(stranger);
  const connect = (credential: Credential | null) =>
    endpoint === null
      ? McpConnection.overStdio({ command: node, url }, credential)
      : McpConnection.overHttp(endpoint, credential);
  const [mcp, clinicsMcp, patientsMcp] = await allOrNone([connect(null), connect(agent), connect(secondAgent)]);
  const person = (key: Key, name: string, kind: "patient" | "professional" | "organization") =>
    new Person({ node: new ServicialoClient({ url, token: key.token }), id: key.id, name, kind }, record);
  return {
    stranger: { mcp, node: stranger },
    patient: person(client, "patient", "patient"),
    provider: person(provider, "provider", "professional"),
    administrator: person(organization, "administrator", "organization"),
    clinicsAgent: new Agent({ id: agent.id, name: "clinic's agent", connection: clinicsMcp }, record),
    patientsAgent: new Agent({ id: secondAgent.id, name: "patient's agent", connection: patientsMcp }, record),
    organizationSlug: keys.organization,
    patientsEmail: email,
    journal,
    narrator,
  };
}

/** All connections; when one of them fails, none stays open. */
async function allOrNone<Opening extends readonly Promise<McpConnection>[]>(
  opening: readonly [...Opening],
): Promise<{ [Index in keyof Opening]: McpConnection }> {
  try {
    return (await Promise.all(opening)) as { [Index in keyof Opening]: McpConnection };
  } catch (error) {
    const opened = (await Promise.allSettled(opening)).flatMap((one) => (one.status === "fulfilled" ? one.value : []));
    await Promise.all(opened.map((one) => one.close()));
    throw error;
  }
}

/** Where the node says that its MCP endpoint is. */
async function endpointOf(node: ServicialoClient): Promise<string> {
  const pointer = bodyOf("the pointer to MCP", await node.call("discovery.get_mcp_pointer"));
  const [server] = Object.values(pointer.mcpServers);
  expectThat("the node says where its MCP endpoint is", server?.url !== undefined);
  return server.url;
}

function summaryOf({ narrator, clinicsAgent, patientsAgent }: Stage): string {
  const done = clinicsAgent.count.done + patientsAgent.count.done;
  const refused = clinicsAgent.count.refused + patientsAgent.count.refused;
  return `Two agents ran the clinic as the protocol says: ${narrator.scenes} scenes, ${done} calls done, ${refused} refused or stopped as they had to be`;
}

try {
  await main();
} catch (error) {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  // That a connection failed is in the message; why, in its cause.
  console.error(`agents: ${message}${cause instanceof Error ? `: ${cause.message}` : ""}`);
  process.exitCode = 1;
}
