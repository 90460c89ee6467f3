import { execFile } from "node:child_process";
import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesOf } from "../scaffold/testing/project.ts";
import { CLI } from "../testing/workspace.ts";

let parent: string;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "servicialo-commands-"));
});

afterAll(() => rm(parent, { recursive: true, force: true }));

/** Runs the command line in a folder of its own. */
function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...args], { cwd: parent }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

describe("servicialo-gen", { timeout: 60_000 }, () => {
  it("init writes a project and says what comes next; a second one into the same folder ends with 2", async () => {
    const first = await run("init", "my-node", "--level", "core");
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toMatch(/cd my-node\n {2}npm install\n {2}npm start\n.*npm test/);
    expect(await run("init", "my-node")).toMatchObject({
      code: 2,
      err: expect.stringContaining("servicialo-gen update my-node"),
    });
  });

  it("update ends with 0 and reports, and with 2 when it refuses", async () => {
    await run("init", "other-node", "-q");
    const grown = await run("update", "other-node", "--with", "scheduling.cancel, contract.get");
    expect(grown).toMatchObject({ code: 0, err: "" });
    expect(grown.out).toContain("added other-node/handlers/contract.get.ts for contract.get");
    await appendFile(join(parent, "other-node/generated/routes.ts"), "// mine\n");
    expect(await run("update", "other-node")).toMatchObject({
      code: 2,
      err: expect.stringContaining("generated/routes.ts was edited"),
    });
    expect(await run("update", "other-node", "--force")).toMatchObject({
      code: 0,
      err: expect.stringContaining("overwritten"),
    });
    await appendFile(join(parent, "other-node/handlers/contract.get.ts"), "const = ;\n");
    const before = await bytesOf(join(parent, "other-node"), "tool");
    expect(await run("update", "other-node", "--level", "full")).toMatchObject({
      code: 2,
      err: expect.stringContaining("handlers/contract.get.ts:"),
    });
    expect(await bytesOf(join(parent, "other-node"), "tool")).toEqual(before);
  });

  it("says how to mend a wrong option", async () => {
    expect(await run("init", "x", "--level", "huge")).toMatchObject({
      code: 2,
      err: expect.stringContaining("choose from core, full"),
    });
    expect(await run("init", "x", "--channel", "mcp")).toMatchObject({
      code: 2,
      err: expect.stringContaining("--channel http,mcp"),
    });
    expect(await run("update", "nowhere")).toMatchObject({
      code: 2,
      err: expect.stringContaining("servicialo-gen init"),
    });
  });
});
