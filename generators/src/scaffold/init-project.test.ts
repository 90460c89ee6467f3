import { readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { OperationNode, ProtocolModel } from "../ir/model.ts";
import { operationPath } from "../ir/operation-path.ts";
import { initProject } from "./init-project.ts";
import { narrowModel } from "./narrow-model.ts";
import { DEPENDENCIES, DEV_DEPENDENCIES, MCP_DEPENDENCIES } from "./pins.ts";
import { modelOf } from "./plan-update.ts";
import { readChannels, readLevel } from "./project-settings.ts";
import {
  bytesOf,
  COMPILERS,
  linkPackages,
  protocolModels,
  startProject,
  temporaryProject,
  typeErrors,
} from "./testing/project.ts";

const SLOW = 60_000;
const HANDLER = "handlers/scheduling.book.ts";

let models: readonly ProtocolModel[];

beforeAll(async () => {
  models = await protocolModels();
}, SLOW);

/** Operations that a project of a level declares. */
function declaredBy(level: "core" | "full"): readonly OperationNode[] {
  const model = modelOf(models, undefined);
  return narrowModel(model, { protocol: model.version, level, channels: ["http"], with: [] }).operations;
}

describe.each(["core", "full"] as const)("a new project of level %s", (level) => {
  it.each(Object.entries(COMPILERS))("type-checks under %s", { timeout: SLOW }, async (_name, compiler) => {
    await using project = await temporaryProject(models, { level, channels: ["http", "mcp"] });
    await linkPackages(project.folder);
    expect(await typeErrors(project.folder, compiler)).toBe("");
  });

  it("boots, and answers every declared operation with 501 NOT_IMPLEMENTED in the envelope", {
    timeout: SLOW,
  }, async () => {
    await using project = await temporaryProject(models, { level });
    await linkPackages(project.folder);
    const node = await startProject(project.folder);
    const operations = declaredBy(level);
    for (const operation of operations) {
      const path = operationPath(operation).replace(/\{\w+\}/g, "some-id");
      const response = await fetch(`${node.url}${path}`, { method: operation.method });
      expect.soft(response.status, operation.id).toBe(501);
      expect.soft(response.headers.get("content-type"), operation.id).toBe("application/vnd.api+json");
      expect.soft(response.headers.get("x-servicialo-version"), operation.id).toBe(modelOf(models, undefined).version);
      const { errors } = (await response.json()) as {
        errors: { status: string; code: string; title: string; meta: object }[];
      };
      expect.soft(errors, operation.id).toHaveLength(1);
      expect
        .soft(errors[0], operation.id)
        .toMatchObject({ status: "501", code: "NOT_IMPLEMENTED", meta: { retryable: false } });
    }
    expect(operations.length).toBeGreaterThanOrEqual(level === "core" ? 9 : 20);
    expect(await node.stop()).toEqual([0, null]);
  });

  it("has one handler of its owner's for each declared operation", async () => {
    await using project = await temporaryProject(models, { level });
    const files = [...(await bytesOf(project.folder, "owner")).keys()].filter((path) => path.startsWith("handlers/"));
    expect(files).toEqual(declaredBy(level).map(({ id }) => `handlers/${id}.ts`));
  });
});

describe("a node of the protocol", () => {
  it("answers unknown paths and methods with errors of the protocol before anything else", {
    timeout: SLOW,
  }, async () => {
    await using project = await temporaryProject(models);
    await linkPackages(project.folder);
    await using node = await startProject(project.folder);
    const unknown = await fetch(`${node.url}/servicialo/v1/nothing-here`);
    const wrongMethod = await fetch(`${node.url}/servicialo/v1/sessions`, { method: "DELETE" });
    const wrongVersion = await fetch(`${node.url}/servicialo/v1/manifest`, {
      headers: { "x-servicialo-version": "7.0" },
    });
    expect([unknown.status, wrongMethod.status, wrongVersion.status]).toEqual([404, 405, 406]);
    expect(wrongMethod.headers.get("allow")).toBe("POST");
    expect(await unknown.json()).toMatchObject({ errors: [{ code: "NOT_FOUND" }] });
    expect(await wrongVersion.json()).toMatchObject({ errors: [{ code: "UNSUPPORTED_VERSION" }] });
  });
});

describe.each(Object.entries(COMPILERS))("under %s", (_name, compiler) => {
  it.each([
    ["a missing handler", null, /handler-table\.ts.*scheduling\.book/s],
    [
      "a handler that takes another input",
      `${handlerOf("input: { nonsense: number }", "input.nonsense")}`,
      /schedulingBook|scheduling\.book/,
    ],
    [
      "a handler that answers something else",
      "export default async () => ({ id: 7, attributes: {} });\n",
      /scheduling\.book/,
    ],
    ["a handler that is no function", 'export default "later";\n', /scheduling\.book/],
    [
      "a handler that nobody exports by default",
      "export const book = async () => ({});\n",
      /handler-table\.ts.*default/s,
    ],
  ])("%s does not compile", { timeout: SLOW }, async (_case, text, complaint) => {
    await using project = await temporaryProject(models);
    await linkPackages(project.folder);
    if (text === null) await rm(join(project.folder, HANDLER));
    else await writeFile(join(project.folder, HANDLER), text);
    expect(await typeErrors(project.folder, compiler)).toMatch(complaint);
  });

  it("a handler that fits compiles", { timeout: SLOW }, async () => {
    await using project = await temporaryProject(models);
    await linkPackages(project.folder);
    const text = `import { type Handler, ProtocolError } from "../generated/servicialo.ts";

const book: Handler<"scheduling.book"> = async ({ subject }, { starts_at, service_id }) => {
  throw new ProtocolError("CONFLICT", { detail: \`\${subject} \${starts_at} \${service_id}\` });
};

export default book;
`;
    await writeFile(join(project.folder, HANDLER), text);
    expect(await typeErrors(project.folder, compiler)).toBe("");
  });
});

function handlerOf(parameter: string, use: string): string {
  return `export default async (_context: unknown, ${parameter}) => ({ id: String(${use}), attributes: {} as never });\n`;
}

describe("init", () => {
  it("writes nothing into a folder that holds something", async () => {
    await using project = await temporaryProject(models);
    const before = [await bytesOf(project.folder, "owner"), await bytesOf(project.folder, "tool")];
    const options = { level: "full", channels: ["http"], with: [] } as const;
    await expect(initProject(project.folder, models, options)).rejects.toThrow(
      /project already.*servicialo-gen update/,
    );
    await rm(join(project.folder, "generated"), { recursive: true });
    await expect(initProject(project.folder, models, options)).rejects.toThrow(/not empty/);
    expect(await bytesOf(project.folder, "owner")).toEqual(before[0]);
  });

  it("declares operations beyond the level when it is asked to, and refuses unknown ones", async () => {
    await using project = await temporaryProject(models, { with: ["scheduling.cancel"] });
    expect([...(await bytesOf(project.folder, "owner")).keys()]).toContain("handlers/scheduling.cancel.ts");
    await expect(temporaryProject(models, { with: ["scheduling.teleport"] })).rejects.toThrow(
      /no operation scheduling\.teleport/,
    );
  });

  it("refuses unknown levels, unknown channels, and a node without HTTP", () => {
    expect(() => readLevel("huge")).toThrow(/core, full/);
    expect(() => readChannels("http,telex")).toThrow(/http, mcp/);
    expect(() => readChannels("mcp")).toThrow(/--channel http,mcp/);
    expect(readChannels(" mcp, http,http ")).toEqual(["http", "mcp"]);
  });

  it("pins exactly the versions that this workspace is tested with", async () => {
    const read = async (path: string) => {
      const { dependencies, devDependencies } = JSON.parse(await readFile(resolve(import.meta.dirname, path), "utf8"));
      return { ...dependencies, ...devDependencies } as Record<string, string>;
    };
    const here = { ...(await read("../../package.json")), ...(await read("../../../package.json")) };
    const pins: Record<string, string> = { ...DEPENDENCIES, ...MCP_DEPENDENCIES, ...DEV_DEPENDENCIES };
    expect(Object.fromEntries(Object.keys(pins).map((name) => [name, here[name]]))).toEqual(pins);
  });
});
