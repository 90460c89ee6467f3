import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CONFIG_MEMBERS, expectedFailuresFile, readSettings } from "./read-settings.ts";
import { CREDENTIAL_KINDS } from "./settings.ts";

const folder = mkdtempSync(join(tmpdir(), "settings-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

describe("settings of a run", () => {
  it("take a flag before the environment before the config file", () => {
    const config = file("config.json", { url: "http://from.config", organization: "config", seed: 5 });
    const environment = { SERVICIALO_ORGANIZATION: "environment" };
    expect(readSettings(undefined, { config }, environment)).toMatchObject({
      url: "http://from.config",
      organization: "environment",
      seed: 5,
    });
    expect(readSettings("http://flag", { config, organization: "flag", seed: "9" }, environment)).toMatchObject({
      url: "http://flag",
      organization: "flag",
      seed: 9,
    });
  });

  it("read credentials from a file, and let the environment replace a token", () => {
    const credentials = file("keys.json", {
      organization: "clinic",
      credentials: { provider: { token: "a", id: "prv_1" } },
    });
    const settings = readSettings(
      "http://node",
      { credentials },
      { SERVICIALO_TOKEN_PROVIDER: "b", SERVICIALO_TOKEN_CLIENT: "c", SERVICIALO_ID_CLIENT: "cli_1" },
    );
    expect(settings.organization).toBe("clinic");
    expect(settings.credentials).toEqual({
      provider: { token: "b", id: "prv_1" },
      client: { token: "c", id: "cli_1" },
    });
  });

  it.each([
    ["no address", undefined, {}, "servicialo-certify run <url>"],
    ["an address that is none", "localhost", {}, "no http(s) address"],
    ["an unknown level", "http://node", { level: "gold" }, "choose one of core, full, network, agent"],
    ["an unknown requirement", "http://node", { only: ["SVC-NONE-001"] }, "no such requirement"],
    ["a seed that is no number", "http://node", { seed: "many" }, "--seed takes a whole number"],
    ["a missing credentials file", "http://node", { credentials: "/nowhere/keys.json" }, "cannot be read"],
  ])("refuse %s with a line that says how to mend it", (_name, url, flags, message) => {
    expect(() => readSettings(url, flags, {})).toThrow(message);
  });

  it("walk and fuzz after a whole level, and not when requirements are named", () => {
    const asked = (flags: Parameters<typeof readSettings>[1]) => {
      const { walkSteps, fuzzRequests } = readSettings("http://node", flags, {});
      return { walkSteps, fuzzRequests };
    };
    const config = file("walk.json", { walkSteps: 40, fuzz: 0 });
    expect(asked({ level: "full" })).toEqual({ walkSteps: 1000, fuzzRequests: 300 });
    expect(asked({ level: "full", only: ["SVC-LIFE-001"] })).toEqual({ walkSteps: 0, fuzzRequests: 0 });
    expect(asked({ only: ["SVC-LIFE-001"], walkSteps: "20" })).toEqual({ walkSteps: 20, fuzzRequests: 0 });
    expect(asked({ config })).toEqual({ walkSteps: 40, fuzzRequests: 0 });
    expect(asked({ config, fuzz: "7" })).toEqual({ walkSteps: 40, fuzzRequests: 7 });
    expect(() => asked({ walkSteps: "-1" })).toThrow("--walk-steps takes a whole number");
  });

  it("refuse a broken credentials file without repeating its content", () => {
    const credentials = file("broken.json", '{ "credentials": { "token": "very-secret" ');
    expect(() => readSettings("http://node", { credentials }, {})).toThrow(/^(?!.*very-secret).*no JSON object/);
  });
});

describe("the published schemas of the files", () => {
  const schema = (name: string) =>
    JSON.parse(readFileSync(new URL(`../schema/${name}.schema.json`, import.meta.url), "utf8")) as {
      $id: string;
      properties: Record<string, { propertyNames: { enum: string[] } }>;
    };

  it("describe every member of the config file, and nothing else", () => {
    const described = Object.keys(schema("config").properties).filter((name) => name !== "$schema");
    expect(described.sort()).toEqual([...CONFIG_MEMBERS].sort());
  });

  it("name every kind of credential", () => {
    expect(schema("credentials").properties.credentials?.propertyNames.enum).toEqual([...CREDENTIAL_KINDS]);
  });

  it("may be named in the config file, so that an editor completes it", () => {
    const config = file("with-schema.json", {
      $schema: schema("config").$id,
      url: "http://node",
      readOnly: true,
      budget: 60,
      expectedFailures: "known.yaml",
    });
    expect(readSettings(undefined, { config }, {})).toMatchObject({ readOnly: true, budgetSeconds: 60 });
    expect(expectedFailuresFile({ config })).toBe(join(folder, "known.yaml"));
  });

  it("are refused where the config file says something else", () => {
    const config = file("unknown.json", { url: "http://node", tokens: {} });
    expect(() => readSettings(undefined, { config }, {})).toThrow("tokens is unknown");
  });
});
