import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type DemoDatabase, sqliteFile, startPostgres } from "./demo-database.ts";
import { type DemoNode, startDemoNode } from "./demo-node.ts";
import { type CertificationReport, problemsOf } from "./judge-core.ts";
import { mustSucceed, runCommand } from "./steps.ts";
import { childOptions } from "./workspace.ts";

/** A level is thousands of calls. */
const TIMEOUT = 600_000;

/** What the reference node is judged for; `SERVICIALO_CERTIFY=full,postgres` and the like look further. */
const WANTED = (process.env["SERVICIALO_CERTIFY"] ?? "network,agent").split(",");
const LEVELS = WANTED.filter((word) => word !== "postgres");

let folder: string;
let keys: string;
let database: DemoDatabase;
let node: DemoNode;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "servicialo-certified-"));
  keys = join(folder, "keys.json");
  database = WANTED.includes("postgres") ? await startPostgres() : await sqliteFile(join(folder, "clinic.db"));
  const { location, environment } = database;
  await mustSucceed(
    "node",
    "runtime/src/cli.ts",
    "seed",
    "examples/clinic/clinic.yaml",
    "--database",
    location,
    "--keys",
    keys,
  );
  node = await startDemoNode({ database: location, environment, port: 0, log: join(folder, "node.log") });
  await joinOwnResolver();
}, TIMEOUT);
afterAll(async () => {
  await node?.stop();
  await database?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** NETWORK asks for a registration somewhere: here in the node's own resolver, with the clinic's own key. */
async function joinOwnResolver(): Promise<void> {
  const { organization, credentials } = JSON.parse(await readFile(keys, "utf8")) as {
    organization: string;
    credentials: Record<string, { token: string }>;
  };
  const { location, environment } = database;
  const args = ["resolver", "join", `${node.url}/servicialo/v1`, "--organization", organization];
  const options = childOptions();
  const key = { SERVICIALO_RESOLVER_KEY: credentials["organization"]?.token ?? "" };
  await execa("node", ["runtime/src/cli.ts", ...args, "--public-url", node.url, "--database", location], {
    ...options,
    env: { ...options.env, ...environment, ...key },
  });
}

it.each(LEVELS)(
  "the reference node reaches %s, every MUST met and none left unverified",
  { timeout: TIMEOUT },
  async (level) => {
    const file = join(folder, `${level}.json`);
    const args = ["run", node.url, "--level", level, "--credentials", keys, "--exact-codes", "--json", file, "--quiet"];
    const { output } = await runCommand("node", "conformance/src/cli.ts", ...args);
    const report = JSON.parse(await readFile(file, "utf8")) as CertificationReport;
    expect(problemsOf(report), output).toEqual([]);
    expect(report.level.outcome, output).toBe("reached");
  },
);
