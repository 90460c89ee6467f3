import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { generateArtefacts } from "./generate.ts";
import { MANIFEST } from "./owned-files.ts";
import { temporaryWorkspace } from "./testing/workspace.ts";
import { writeArtefacts } from "./write.ts";

/** Files of one version, and those that speak of none. */
function ofVersion(version: string, paths: readonly string[]): string[] {
  return paths.filter((path) => new RegExp(`(?:^|/)${version.replaceAll(".", "\\.")}(?:/|\\.(?!\\d)|$)`).test(path));
}

describe("a second version", () => {
  it("leaves every artefact of the first byte for byte, and once removed leaves no file behind", async () => {
    await using workspace = await temporaryWorkspace();
    const before = await generateArtefacts(workspace.spec);
    await workspace.changeSpec((text) =>
      text
        .replace('v0_1: "0.1",', 'v0_1: "0.1", v0_2: "0.2-draft",')
        .replace("  pages?: int32;", "  pages?: int32;\n  @TypeSpec.Versioning.added(Versions.v0_2) colour?: string;"),
    );
    const both = await generateArtefacts(workspace.spec);
    const first = new Map(both.files.map(({ path, content }) => [path, content]));
    const kept = before.files.filter(({ path }) => ofVersion("0.1", [path]).length === 1);
    expect(kept.length).toBeGreaterThan(20);
    for (const { path, content } of kept) expect(first.get(path), path).toBe(content);
    expect(ofVersion("0.2-draft", [...first.keys()]).length).toBe(kept.length);

    await writeArtefacts(workspace.out, both.files);
    await workspace.changeSpec((text) =>
      text.replace(', v0_2: "0.2-draft"', "").replace(/\n {2}@TypeSpec.Versioning.added.*\n/, "\n"),
    );
    const after = await generateArtefacts(workspace.spec);
    const { removed } = await writeArtefacts(workspace.out, after.files);
    expect(removed.length).toBe(kept.length);
    const left = (await readdir(workspace.out, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    expect(left.filter((entry) => `${entry.parentPath}/${entry.name}`.includes("0.2-draft"))).toEqual([]);
    expect(left.length).toBe(after.files.length + (after.files.some(({ path }) => path === MANIFEST) ? 0 : 1));
  });
});
