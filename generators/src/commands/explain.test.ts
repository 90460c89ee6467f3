import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { CLI, temporaryWorkspace, type Workspace } from "../testing/workspace.ts";

vi.setConfig({ testTimeout: 60_000 });

function explain({ spec, out }: Workspace, ...words: string[]): Promise<{ code: number; text: string; err: string }> {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const args = [CLI, "explain", ...words, "--spec", spec, "--out", out];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env: { ...inherited, NO_COLOR: "1" } }, (error, text, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, text, err });
    });
  });
}

async function lineOf(path: string, text: string): Promise<number> {
  const line = (await readFile(path, "utf8")).split("\n").findIndex((candidate) => candidate.includes(text)) + 1;
  expect(line).toBeGreaterThan(0);
  return line;
}

async function generated(): Promise<Workspace> {
  const workspace = await temporaryWorkspace();
  await new Promise<void>((resolve, reject) => {
    const args = [CLI, "generate", "--quiet", "--spec", workspace.spec, "--out", workspace.out];
    execFile(process.execPath, args, (error) => (error ? reject(error) : resolve()));
  });
  return workspace;
}

describe("servicialo-gen explain", () => {
  it("leads a line of OpenAPI to the property, what is required of it and its other artefacts", async () => {
    await using workspace = await generated();
    const openapi = join(workspace.out, "openapi/0.1.yaml");
    const [before = "", after = ""] = (await readFile(openapi, "utf8")).split("\n    Visit:\n");
    const line = `${before}\n    Visit:\n${after.split("        places:\n")[0]}`.split("\n").length;
    const { code, text, err } = await explain(workspace, `${openapi}:${line}`);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(text).toMatch(/^property Visit\.places\n {2}\S*clinic\.tsp:\d+\n {2}In the order of going there\.\n/);
    expect(text).toContain(`clinic.tsp:${await lineOf(workspace.spec, "/** In the order of going there. */")}\n`);
    expect(text).toContain("SVC-VIS-002 MUST NOT, FULL: A visit MUST NOT name a place twice.");
    for (const artefact of ["json-schema/0.1/visit.schema.json:", "typescript/0.1/zod.ts:", "mcp/0.1.json:"])
      expect(text).toContain(artefact);
  });

  it.each([
    [["tool", "visits.book"], "tool visits_book", '@operationId("visits.book")'],
    [["operation", "visits.list"], "operation visits.list", "/** Lists visits. */"],
    [["object", "Place"], "object Place", "model Place"],
    [["state", "visit.called-off"], "state visit.called-off", 'called_off: "called-off"'],
    [["move", "V-02"], "move V-02", "@@move(VisitState.booked, VisitState.done"],
    [["error", "CONFLICT"], "error CONFLICT", "CONFLICT,"],
    [["scope", "visit:read"], "scope visit:read", 'visit_read: "visit:read"'],
    [["requirement", "SVC-VIS-002"], "requirement SVC-VIS-002", "@@requirement(Visit.places"],
    [["SVC-ALL-001"], "requirement SVC-ALL-001", "@requirement(#{"],
    [["machine", "visit"], "machine visit", "enum VisitState"],
    [["erratum", "D-01"], "erratum D-01", "@@erratum(Visit"],
    [["parameter", "visits.get.visit_id"], "parameter visits.get.visit_id", "get(@path visit_id: Id)"],
  ])("finds %j", async (words, title, written) => {
    await using workspace = await generated();
    const { code, text } = await explain(workspace, ...words);
    expect(code).toBe(0);
    expect(text.split("\n")[0]).toBe(title);
    const [, line = "0"] = /clinic\.tsp:(\d+)/.exec(text) ?? [];
    const source = (await readFile(workspace.spec, "utf8")).split("\n");
    expect(source.slice(Number(line) - 3, Number(line) + 4).join("\n")).toContain(written);
    expect(text).toMatch(/Artefacts of 0\.1\n {2}\S+:\d+/);
  });

  it("leads a line of TypeScript and of a page to the same operation", async () => {
    await using workspace = await generated();
    const operations = join(workspace.out, "typescript/0.1/operations.ts");
    const place = `${operations}:${await lineOf(operations, '"visits.close": {')}`;
    expect((await explain(workspace, place)).text.split("\n")[0]).toBe("operation visits.close");
    const schema = join(workspace.out, "json-schema/0.1/operations/visits.close.input.schema.json");
    expect((await explain(workspace, `${schema}:2`)).text.split("\n")[0]).toBe("operation visits.close");
  });

  it("says so when the artefact on disk is not what the specification says", async () => {
    await using workspace = await generated();
    const scopes = join(workspace.out, "scopes/0.1.json");
    await writeFile(scopes, `\n\n${await readFile(scopes, "utf8")}`);
    expect((await explain(workspace, `${scopes}:3`)).err).toContain("Mend: run servicialo-gen generate.");
  });

  it("refuses what it does not know with exit code 2, and names what comes near", async () => {
    await using workspace = await generated();
    const typo = await explain(workspace, "operation", "visit.book");
    expect(typo).toMatchObject({ code: 2, text: "" });
    expect(typo.err).toContain("Did you mean operation visits.book?");
    expect((await explain(workspace, `${workspace.spec}:3`)).err).toContain("is no artefact of the specification");
    expect((await explain(workspace, "absent.yaml:3")).code).toBe(2);
  });
});
