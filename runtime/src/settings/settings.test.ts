import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readConfig, readConfigWithOrigins } from "../config.ts";
import { runCommand } from "../testing/node-process.ts";
import { settingList } from "./settings.ts";
import { readSettingsFile } from "./settings-file.ts";
import { exampleFile, settingsSchema, settingsTable } from "./settings-schema.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "servicialo-settings-"));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function fileWith(text: string, name = `node-${files++}.yaml`): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

async function read(text: string, environment: NodeJS.ProcessEnv = {}) {
  return readConfigWithOrigins(environment, {}, { file: readSettingsFile(await fileWith(text)) });
}

const ajv = new Ajv2020({ strict: true, allErrors: true });
formats.default(ajv);
const fits = ajv.compile(settingsSchema());

/** A value of each kind that is not the default. */
const OTHERS: Readonly<Record<string, unknown>> = {
  database: "postgres://u:p@db/one",
  evidenceKey: randomBytes(32).toString("base64"),
  publicUrl: "https://node.example",
  trustedProxies: ["10.0.0.0/8"],
  certificationChallenges: [`${"a".repeat(43)}.${"b".repeat(43)}`],
  metricsToken: "a-token-long-enough",
  metricsPort: 9464,
  tracesEndpoint: "http://127.0.0.1:4318",
  logLevel: "warn",
  logStream: "stderr",
  bodyLimitBytes: 2_000_000,
};

function otherThan(name: string, usual: unknown): unknown {
  if (name in OTHERS) return OTHERS[name];
  if (typeof usual === "number") return usual + 1;
  return typeof usual === "boolean" ? !usual : "another";
}

describe("a configuration file", () => {
  it("says the same in YAML and in JSON", async () => {
    const yaml = await read("database: a.db\nport: 4000\ntrustedProxies: [10.0.0.0/8]\nboard: false\n");
    const json = await read(
      '{"$schema": "x.json", "database": "a.db", "port": 4000, "trustedProxies": ["10.0.0.0/8"], "board": false}',
    );
    expect(yaml.config).toMatchObject({ database: "a.db", port: 4000, trustedProxies: ["10.0.0.0/8"], board: false });
    expect(json.config).toEqual(yaml.config);
  });

  it.each(settingList.map(([name, one]) => [name, one] as const))(
    "holds %s, and so does the environment",
    async (name, one) => {
      const value = otherThan(name, one.default);
      const base = name === "database" ? {} : { database: "a.db" };
      const text = JSON.stringify({ ...base, [name]: value });
      expect(fits(JSON.parse(text)), JSON.stringify(fits.errors)).toBe(true);
      const { config, origins } = await read(text);
      expect([config[name], origins[name]]).toEqual([value, "file"]);
      const variable = { [one.environment]: Array.isArray(value) ? value.join(" , ") : String(value) };
      const fromEnvironment = readConfigWithOrigins(variable, base);
      expect([fromEnvironment.config[name], fromEnvironment.origins[name]]).toEqual([value, "environment"]);
    },
  );

  it("gives way to the environment, and that to a flag", async () => {
    const file = readSettingsFile(
      await fileWith("database: a.db\nport: 1001\nhost: file.example\nname: From the file\n"),
    );
    const { config, origins } = readConfigWithOrigins(
      { SERVICIALO_PORT: "1002", SERVICIALO_HOST: "environment.example" },
      {},
      { file, flags: { port: "1003" } },
    );
    expect([config.port, config.host, config.name, config.databasePoolSize]).toEqual([
      1003,
      "environment.example",
      "From the file",
      10,
    ]);
    expect([origins.port, origins.host, origins.name, origins.databasePoolSize]).toEqual([
      "flag",
      "environment",
      "file",
      "default",
    ]);
  });

  it("is told every mistake at once, with the line, the variable or the flag where it is", async () => {
    const path = await fileWith(
      "prot: 80\nport: many\nsandboxClock: maybe\ntrustedProxies: [everybody]\nwibble: 1\nlogLevel: loud\n",
      "all.yaml",
    );
    const reading = () =>
      readConfig(
        { SERVICIALO_PUBLIC_URL: "ftp://x", SERVICIALO_METRICS_TOKEN: "short" },
        {},
        { file: readSettingsFile(path), flags: { workers: "0" } },
      );
    expect(reading).toThrow("10 mistakes in the configuration:");
    for (const mistake of [
      "all.yaml:1 prot is no setting; did you mean port?",
      'all.yaml:2 port is "many"; give a whole number from 0 to 65535',
      'all.yaml:3 sandboxClock is "maybe"; give true or false',
      'all.yaml:4 trustedProxies holds "everybody"; give addresses or CIDR ranges',
      "all.yaml:5 wibble is no setting; see `servicialo-node config settings`",
      'all.yaml:6 logLevel is "loud"; give one of fatal, error,',
      'SERVICIALO_PUBLIC_URL is "ftp://x"; give an absolute URL',
      "SERVICIALO_METRICS_TOKEN is too short; give at least 16 characters",
      "--workers is 0; give a whole number from 1 to 64",
      "there is no database; give --database, DATABASE_URL or `database` in the file",
    ]) {
      expect(reading).toThrow(mistake);
    }
  });

  it("is refused when it is no YAML, says a thing twice, or is not there", async () => {
    await expect(read("port: [1")).rejects.toThrow(/node-\d+\.yaml:\d+ /);
    await expect(read("database: a.db\nport: 1\nport: 2\n")).rejects.toThrow(/node-\d+\.yaml:3 .*unique/);
    await expect(read("- port\n")).rejects.toThrow("holds no settings");
    expect((await read("database: a.db\n# nothing else\n")).config.port).toBe(3000);
    expect(() => readSettingsFile(join(folder, "none.yaml"))).toThrow("none.yaml does not exist");
  });

  it("takes null for what may be left out, and for nothing else", async () => {
    expect((await read("database: a.db\npublicUrl: null\n")).config.publicUrl).toBeNull();
    await expect(read("database: a.db\nport: null\n")).rejects.toThrow("port is null");
  });
});

describe("secrets", () => {
  const token = "the-token-nobody-shall-see";

  it("come from a file that a variable names, too", async () => {
    const path = await fileWith(`${token}\n`, "token");
    expect(readConfig({ SERVICIALO_METRICS_TOKEN_FILE: path }, { database: "a.db" }).metricsToken).toBe(token);
    expect(() => readConfig({ SERVICIALO_METRICS_TOKEN_FILE: `${path}x` }, { database: "a.db" })).toThrow(
      "cannot be read",
    );
  });

  it("have no flag", () => {
    expect(settingList.filter(([, one]) => one.secret && one.flag !== undefined)).toEqual([]);
  });

  it("are in no message and in nothing that is printed", async () => {
    const password = "pa55word-of-the-database";
    const path = await fileWith(
      `database: postgres://node:${password}@db/one\nmetricsToken: ${token}\nevidenceKey: ${randomBytes(32).toString("base64")}\n`,
    );
    const shown = await runCommand(["config", "check", "--config", path]);
    expect(shown.exitCode).toBe(0);
    expect(shown.stdout).toMatch(/metricsToken +file +set, not shown/);
    expect(shown.stdout).toContain("postgres://node:***@db/one");
    const wrong = await fileWith(
      `database: mysql://node:${password}@db/one\nmetricsToken: short-${token.slice(0, 5)}\nevidenceKey: ${token}\n`,
    );
    const refused = await runCommand(["config", "check", "--config", wrong]);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain("3 mistakes");
    for (const { stdout, stderr } of [shown, refused]) expect(stdout + stderr).not.toMatch(/the-token|the-t|pa55word/);
  }, 30_000);
});

describe("who may read the metrics", () => {
  it("is not everybody: a listener for others takes a token", () => {
    const given = { database: "a.db", metricsPort: 9464 } as const;
    expect(readConfig({}, given).metricsHost).toBe("127.0.0.1");
    expect(() => readConfig({ SERVICIALO_METRICS_HOST: "0.0.0.0" }, given)).toThrow(
      /everybody could read the metrics; set SERVICIALO_METRICS_TOKEN/,
    );
    expect(
      readConfig({ SERVICIALO_METRICS_HOST: "0.0.0.0" }, { ...given, metricsToken: "a-token-long-enough" }).metricsHost,
    ).toBe("0.0.0.0");
  });
});

describe("what the table of settings prints", () => {
  it("is a schema that refuses unknown members and wrong values", () => {
    expect(fits({ database: "a.db", port: 80 })).toBe(true);
    for (const wrong of [
      { prot: 80 },
      { port: "80" },
      { port: 70_000 },
      { logLevel: "loud" },
      { publicUrl: "nowhere" },
    ]) {
      expect(fits(wrong), JSON.stringify(wrong)).toBe(false);
    }
  });

  it("is an example that is empty until something in it is wanted, and then is right", async () => {
    expect(parse(exampleFile())).toBeNull();
    const wanted = exampleFile()
      .replaceAll(/^# (\w+: (?!").*|\w+: ".+")$/gm, "$1")
      .replaceAll(/^\w+: "…"$|^\w+: …$/gm, "");
    expect(fits(parse(wanted)), JSON.stringify(fits.errors)).toBe(true);
  });

  it("names every setting with its variable", () => {
    for (const [name, one] of settingList)
      expect(settingsTable()).toMatch(new RegExp(`^${name} .*${one.environment}`, "m"));
  });
});
