import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CommanderError } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../storage/open-database.ts";
import { runInProcess } from "../testing/command-in-process.ts";
import { type CommandRun, runCommand } from "../testing/node-process.ts";
import { newTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { addKeys } from "./keys.ts";
import { addSeed } from "./seed.ts";

const CLINIC = fileURLToPath(new URL("../../../examples/clinic/clinic.yaml", import.meta.url));

let folder: string;
let database: TestDatabase;
let seeded: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "servicialo-commands-"));
  database = await newTestDatabase();
  seeded = await run("seed", CLINIC, "--database", database.location, "--keys", join(folder, "keys.json"));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

/** Runs a command in this process; answers what it printed. */
async function run(...args: readonly string[]): Promise<string> {
  return (await runInProcess([addSeed, addKeys], args)).join("\n");
}

async function idOf(table: "providers" | "clients", name: string): Promise<string> {
  const opened = await openDatabase({ location: database.location });
  const row = await opened.read(({ db }) =>
    db.selectFrom(table).select("id").where("name", "=", name).executeTakeFirstOrThrow(),
  );
  await opened.close();
  return row.id;
}

describe("seed", () => {
  it("writes the keys where only their owner reads them, and prints none", async () => {
    const { credentials } = JSON.parse(await readFile(join(folder, "keys.json"), "utf8"));
    expect(Object.keys(credentials)).toContain("second_provider");
    expect((await stat(join(folder, "keys.json"))).mode & 0o777).toBe(0o600);
    expect(seeded).toMatch(/Seeded clinica-andes, tutores-plaza; 10 keys/);
    expect(seeded).not.toContain("svk_");
  });

  it("plants an organization once, all of it or nothing", async () => {
    const keys = join(folder, "never.json");
    await expect(run("seed", CLINIC, "-d", database.location, "-k", keys)).rejects.toThrow(
      /clinica-andes is in this database already/,
    );
    await expect(stat(keys)).rejects.toThrow(/ENOENT/);
  });

  it("leaves no rows behind when the keys cannot be written", async () => {
    const empty = await newTestDatabase();
    try {
      await expect(
        run("seed", CLINIC, "-d", empty.location, "-k", join(folder, "no", "such", "keys.json")),
      ).rejects.toThrow(/no such file/);
      const opened = await openDatabase({ location: empty.location });
      expect(await opened.read(({ db }) => db.selectFrom("organizations").select("id").execute())).toEqual([]);
      await opened.close();
    } finally {
      await empty.drop();
    }
  });

  it.each([
    ["what is no YAML", "organizations: [", /./],
    ["another document", "colour: blue", /seed document is not valid at/],
    [
      "an organization without a name",
      "organizations:\n  - slug: abc\nkeys: {}",
      /seed document is not valid at \/organizations\/0/,
    ],
  ])("refuses %s, naming the place", async (_what, text, about) => {
    const document = join(folder, "document.yaml");
    await writeFile(document, text);
    await expect(run("seed", document, "-d", database.location, "-k", join(folder, "x.json"))).rejects.toThrow(about);
  });

  it("names the document that is not there", async () => {
    const missing = run("seed", join(folder, "missing.yaml"), "-d", database.location, "-k", join(folder, "x.json"));
    await expect(missing).rejects.toThrow(/missing\.yaml/);
  });
});

describe("keys", () => {
  it("are made, listed without their secret, and revoked", async () => {
    const provider = await idOf("providers", "Camila Rojas");
    const made = await run(
      "keys",
      "create",
      "-d",
      database.location,
      "-o",
      "clinica-andes",
      "--provider",
      provider,
      "--label",
      "reception",
    );
    const id = /key_\w+/.exec(made)?.[0] ?? "";
    const token = /svk_\S+/.exec(made)?.[0] ?? "";
    expect(id.length * token.length).toBeGreaterThan(0);
    const listed = await run("keys", "list", "-d", database.location, "-o", "clinica-andes");
    expect(listed).toMatch(new RegExp(`${id}  active  provider  ${provider}.*reception`));
    expect(listed).not.toContain(token.slice(4, 20));
    await run("keys", "revoke", id, "-d", database.location);
    expect(await run("keys", "list", "-d", database.location, "-o", "clinica-andes")).toContain(`${id}  revoked`);
    await expect(run("keys", "revoke", id, "-d", database.location)).rejects.toThrow(/no active key/);
  });

  it("are refused for an unknown organization, and for parties that it does not have", async () => {
    const create = (...args: string[]) => run("keys", "create", "-d", database.location, ...args);
    const [foreign, client, provider] = [
      await idOf("providers", "Inés Carrasco"),
      await idOf("clients", "María"),
      await idOf("providers", "Camila Rojas"),
    ];
    await expect(create("-o", "nobody")).rejects.toThrow(/no organization nobody/);
    await expect(create("-o", "clinica-andes", "--provider", foreign)).rejects.toThrow(/has no provider/);
    await expect(create("-o", "clinica-andes", "--client", provider)).rejects.toThrow(/has no client/);
    await expect(create("-o", "clinica-andes", "--client", client, "--provider", provider)).rejects.toThrow(/not both/);
  });

  it("need an organization and a known command", async () => {
    await expect(run("keys", "list", "-d", database.location)).rejects.toThrow(CommanderError);
    await expect(run("keys", "melt")).rejects.toThrow(CommanderError);
  });
});

describe("the command line", () => {
  /** A refusal that a person can act on: its reason, no stack trace, an exit code that scripts notice. */
  function expectComplaint({ exitCode, stderr }: CommandRun, code: number, about: RegExp): void {
    expect(exitCode, stderr).toBe(code);
    expect(stderr).toMatch(about);
    expect(stderr).not.toMatch(/^\s+at |node_modules|\.ts:\d/m);
  }

  it.each([
    [
      "a database that cannot be opened",
      ["keys", "list", "-o", "clinica-andes", "-d", "/no/such/node.db"],
      1,
      /cannot open|unable to open/i,
    ],
    [
      "the sandbox clock in production",
      ["serve", "-d", ":memory:", "--port", "0", "--sandbox-clock"],
      1,
      /sandbox clock is refused in production/,
    ],
    ["a port that is none", ["serve", "-d", ":memory:", "--port", "70000"], 1, /--port is 70000/],
    ["a command that is none", ["sing"], 2, /unknown command/],
  ] as const)("answers %s with a reason and an exit code", async (_what, args, code, about) => {
    expectComplaint(await runCommand(args, { NODE_ENV: "production" }), code, about);
  });

  it("answers --help with 0", async () => {
    expect(await runCommand(["--help"])).toMatchObject({ exitCode: 0, stderr: "" });
  });
});
