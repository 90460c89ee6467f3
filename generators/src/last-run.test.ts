import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeGeneration } from "./commands/write-generation.ts";
import { recallRun } from "./last-run.ts";
import { temporaryWorkspace, type Workspace } from "./testing/workspace.ts";

async function generated(): Promise<Workspace> {
  const workspace = await temporaryWorkspace();
  await writeGeneration(workspace);
  return workspace;
}

describe("the last run", () => {
  it("stands as long as nothing changed", async () => {
    await using workspace = await generated();
    const first = recallRun(workspace);
    expect(first).toMatchObject({ versions: ["0.1"] });
    expect(recallRun(workspace)).toEqual(first);
    const manifest = JSON.parse(await readFile(join(workspace.out, "generated.json"), "utf8"));
    expect(first?.files).toBe(Object.keys(manifest.files).length + 1);
  });

  it.each<[string, (workspace: Workspace) => Promise<unknown>]>([
    ["the specification", (workspace) => workspace.changeSpec((text) => text.replace("See visits.", "See all."))],
    ["an artefact", ({ out }) => writeFile(join(out, "scopes/0.1.json"), "{}\n")],
    ["the list of artefacts", ({ out }) => writeFile(join(out, "generated.json"), '{ "files": {} }\n')],
  ])("does not stand once %s changed", async (_, change) => {
    await using workspace = await generated();
    await change(workspace);
    expect(recallRun(workspace)).toBeUndefined();
  });

  it("does not stand once an artefact is gone, or one is there that nobody asked for", async () => {
    await using workspace = await generated();
    const stray = join(workspace.out, "errata/0.0.md");
    await writeFile(stray, await readFile(join(workspace.out, "errata/0.1.md")));
    expect(recallRun(workspace)).toBeUndefined();
    await rm(stray);
    expect(recallRun(workspace)).toBeDefined();
    await rm(join(workspace.out, "errata/0.1.md"));
    expect(recallRun(workspace)).toBeUndefined();
  });

  it("is of one specification and one folder", async () => {
    await using workspace = await generated();
    await mkdir(join(workspace.folder, "elsewhere"));
    expect(recallRun({ spec: workspace.spec, out: join(workspace.folder, "elsewhere") })).toBeUndefined();
  });
});
