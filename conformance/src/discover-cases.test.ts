import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { discoverCases } from "./discover-cases.ts";
import { coverage, ledger } from "./ledger.ts";

let folder: string | undefined;

afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
});

function folderWith(files: Record<string, string>): string {
  folder = mkdtempSync(join(tmpdir(), "cases-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const caseFile = (requirement: string) =>
  `export default { requirement: "${requirement}", title: "t", run: async () => {} };`;

describe("cases are discovered by reading the folder", () => {
  it("finds a case in its area under the name of its requirement", async () => {
    const cases = await discoverCases(folderWith({ "http/svc-http-001.case.ts": caseFile("SVC-HTTP-001") }));
    expect(cases.map((one) => one.requirement.id)).toEqual(["SVC-HTTP-001"]);
  });

  it.each([
    ["an unknown requirement", { "http/svc-http-999.case.ts": caseFile("SVC-HTTP-999") }, "ledger does not have"],
    ["a name of another requirement", { "http/svc-http-002.case.ts": caseFile("SVC-HTTP-001") }, "rename it"],
    ["another area's folder", { "life/svc-http-001.case.ts": caseFile("SVC-HTTP-001") }, "move it"],
    ["no case inside", { "http/svc-http-001.case.ts": "export default {};" }, "export default defineCase"],
  ])("does not start a run on a file with %s", async (_name, files, message) => {
    await expect(discoverCases(folderWith(files))).rejects.toThrow(message);
  });

  it("accepts every published case", async () => {
    const cases = await discoverCases();
    const core = coverage(ledger(cases)).find((one) => one.level === "CORE");
    expect(core?.must.tested).toBeGreaterThanOrEqual(60);
  });
});

describe("the judge shares nothing with a contestant", () => {
  it("never imports the runtime, the spec or a server", () => {
    const source = fileURLToPath(new URL(".", import.meta.url));
    const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
    const guilty = files.filter((path) =>
      /from "(?:@servicialo\/(?!schema)|.*\/runtime\/|@modelcontextprotocol\/server|fastify)/.test(
        readFileSync(join(source, path), "utf8"),
      ),
    );
    expect(guilty).toEqual([]);
  });

  // Faulty nodes are no part of the judge.
  const judging = (uses: RegExp): readonly string[] => {
    const source = fileURLToPath(new URL(".", import.meta.url));
    return readdirSync(source, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && !path.includes("test") && !path.startsWith("mutants"))
      .filter((path) => uses.test(readFileSync(join(source, path), "utf8")));
  };

  it("opens connections in node-connection.ts alone", () => {
    const opens =
      /from "undici"|\bfetch\(|import (?!type)[^;]*from "node:(?:https|net|tls)"|import \{[^}]*\brequest\b[^}]*\} from "node:http"/;
    expect(judging(opens)).toEqual(["node-connection.ts"]);
  });

  it("listens only for what a node sends by itself: webhooks, and questions of a resolver", () => {
    expect(judging(/\bcreateServer\(/)).toEqual(["stub-organization.ts", "webhook-receiver.ts"]);
  });
});
