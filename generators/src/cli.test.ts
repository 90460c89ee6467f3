import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { CLI, temporaryWorkspace, type Workspace } from "./testing/workspace.ts";

/** Each test starts the command a few times. */
vi.setConfig({ testTimeout: 60_000 });

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], environment: Record<string, string> = { NO_COLOR: "1" }): Promise<Run> {
  const { FORCE_COLOR: _, NO_COLOR: __, ...inherited } = process.env;
  return new Promise((resolve) => {
    const options = { env: { ...inherited, ...environment } };
    execFile(process.execPath, [CLI, ...args], options, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, out, err });
    });
  });
}

function runIn(workspace: Workspace, command: string, ...more: string[]): Promise<Run> {
  return run([command, "--spec", workspace.spec, "--out", workspace.out, ...more]);
}

/** A stack trace has lines such as `    at name (file:1:2)`. */
const STACK = /^\s+at .+:\d+:\d+\)?$/m;
const COLOUR = "\u001b[";

describe("servicialo-gen --help", () => {
  it("names every command, and each of its options and exit codes", async () => {
    const { code, out } = await run(["--help"]);
    expect(code).toBe(0);
    for (const word of ["generate", "check", "--version", "Examples:", "Exit codes: 0", "1 check", "2 wrong"])
      expect(out).toContain(word);
    for (const command of ["generate", "check"]) {
      const help = await run([command, "--help"]);
      expect(help.code).toBe(0);
      for (const option of ["--spec", "--out", "--quiet", "--debug"]) expect(help.out).toContain(option);
    }
  });

  it("shows examples of generate and check that run", async () => {
    const { out } = await run(["--help"]);
    const examples = [...out.matchAll(/^ {2}\$ servicialo-gen ((?:generate|check)\b.*?)(?: {2,}.*)?$/gm)];
    expect(examples.length).toBeGreaterThan(1);
    await using workspace = await temporaryWorkspace();
    for (const [, example = ""] of examples) {
      const command = example
        .split(/\s+/)
        .filter((word) => !word.startsWith("my/") && !["--spec", "--out"].includes(word));
      const own = ["--spec", workspace.spec, "--out", workspace.out];
      expect(await run([...command, ...own])).toMatchObject({ code: 0 });
    }
  });
});

describe("servicialo-gen", () => {
  it.each([[["generate", "--colour"]], [["publish"]], [["check", "extra"]], [["generate", "--spec"]]])(
    "refuses %j with exit code 2, and says how to mend it",
    async (args) => {
      const { code, out, err } = await run(args);
      expect(code).toBe(2);
      expect(out).toBe("");
      expect(err).toContain("--help");
      expect(err).not.toMatch(STACK);
    },
  );

  it("without a command shows its help and exits 2", async () => {
    expect(await run([])).toMatchObject({ code: 2, err: expect.stringContaining("generate") });
  });
});

describe("servicialo-gen generate", () => {
  it("writes, then finds nothing to write", async () => {
    await using workspace = await temporaryWorkspace();
    const first = await runIn(workspace, "generate");
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toContain("written ");
    expect(first.out).not.toContain(COLOUR);
    const second = await runIn(workspace, "generate");
    expect(second.out).toMatch(/^Protocol 0\.1: 0 written, 0 removed, \d+ unchanged in [\d.]+ s\.\n$/);
  });

  it("says nothing with --quiet", async () => {
    await using workspace = await temporaryWorkspace();
    expect(await runIn(workspace, "generate", "--quiet")).toEqual({ code: 0, out: "", err: "" });
  });

  it("colours only where it is wanted", async () => {
    await using workspace = await temporaryWorkspace();
    const args = ["generate", "--spec", workspace.spec, "--out", workspace.out];
    expect((await run(args, { FORCE_COLOR: "1" })).out).toContain(COLOUR);
    await workspace.changeSpec((text) => text.replace("price: 35000", "price: 36000"));
    expect((await run(args, { NO_COLOR: "1" })).out).not.toContain(COLOUR);
  });

  it("names file, line and mend of every error in the specification, and writes nothing", async () => {
    await using workspace = await temporaryWorkspace();
    await workspace.changeSpec((text) =>
      text
        .replace('operations: #["visits.close"]', 'operations: #["visits.clsoe"]')
        .replace('"visit:read"', '"visit.read"'),
    );
    const { code, out, err } = await runIn(workspace, "generate");
    const lines = (await readFile(workspace.spec, "utf8")).split("\n");
    const line = lines.findIndex((text) => text.includes("visits.clsoe")) + 1;
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(`clinic.tsp:${line}:`);
    expect(err).toContain("Mend the name or add the operation.");
    expect(err).toContain("Write it as resource:action in lower case.");
    expect(err).not.toMatch(STACK);
    await expect(readFile(join(workspace.out, "generated.json"))).rejects.toThrow("ENOENT");
  });

  it.each([
    ["contains itself", "heads: 2 | 3 | 4;", "heads: 2 | 3 | 4; next?: GroupVisit;", /refer to it by an id/],
    ["cannot go over the wire", "pages?: int32;", "pages?: bytes;", /Derive it from string or numeric/],
  ])("tells where a part %s", async (_, from, to, mend) => {
    await using workspace = await temporaryWorkspace();
    await workspace.changeSpec((text) => text.replace(from, to));
    const { code, err } = await runIn(workspace, "generate");
    expect(code).toBe(2);
    expect(err).toMatch(/\S+\.tsp:\d+ - error: /);
    expect(err).toMatch(mend);
    expect(err).not.toMatch(STACK);
  });

  it("refuses an output that is a file, and a specification that is not there", async () => {
    await using workspace = await temporaryWorkspace();
    const taken = await run(["generate", "--spec", workspace.spec, "--out", workspace.spec]);
    expect(taken).toMatchObject({ code: 2, err: expect.stringContaining("Give --out a folder.") });
    const absent = await run(["generate", "--spec", join(workspace.folder, "absent.tsp"), "--out", workspace.out]);
    expect(absent.code).toBe(2);
    expect(absent.err).toContain("absent.tsp");
    expect(absent.err).not.toMatch(STACK);
  });

  it("prints a stack trace only with --debug", async () => {
    await using workspace = await temporaryWorkspace();
    const { err } = await run(["generate", "--spec", workspace.spec, "--out", workspace.spec, "--debug"]);
    expect(err).toMatch(STACK);
  });
});

describe("servicialo-gen check", () => {
  it("passes on what was just generated, silently with --quiet", async () => {
    await using workspace = await temporaryWorkspace();
    await runIn(workspace, "generate", "--quiet");
    expect(await runIn(workspace, "check")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+ artefacts are what/),
    });
    expect(await runIn(workspace, "check", "--quiet")).toEqual({ code: 0, out: "", err: "" });
  });

  it("fails with a readable diff when a generated file was edited", async () => {
    await using workspace = await temporaryWorkspace();
    await runIn(workspace, "generate", "--quiet");
    const path = join(workspace.out, "scopes/0.1.json");
    await writeFile(path, (await readFile(path, "utf8")).replace("See visits.", "See everything."));
    const { code, err } = await runIn(workspace, "check", "--quiet");
    expect(code).toBe(1);
    expect(err).toMatch(/edited \S*scopes\/0\.1\.json: it is not as it was generated\./);
    expect(err).toContain('-    "summary": "See everything.",\n+    "summary": "See visits.",');
    expect(err).toContain("1 generated file is not what the specification says.");
    expect(err).toContain("Mend: ");
    expect(err).not.toContain(COLOUR);
  });

  it("fails with a readable diff when the specification changed and nobody generated", async () => {
    await using workspace = await temporaryWorkspace();
    await runIn(workspace, "generate", "--quiet");
    await workspace.changeSpec((text) => text.replace("/** See visits. */", "/** See all visits. */"));
    const { code, err } = await runIn(workspace, "check");
    expect(code).toBe(1);
    expect(err).toMatch(/outdated \S*scopes\/0\.1\.json: the specification changed after it was generated\./);
    expect(err).toContain('+    "summary": "See all visits.",');
  });

  it("exits 2, not 1, when the specification does not compile", async () => {
    await using workspace = await temporaryWorkspace();
    await runIn(workspace, "generate", "--quiet");
    await workspace.changeSpec((text) => text.replace("model Paper {", "model Paper"));
    expect((await runIn(workspace, "check")).code).toBe(2);
  });
});
