import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { generateArtefacts } from "../generate.ts";
import { FIXTURE } from "../testing/workspace.ts";
import type { GeneratedFile } from "./generated-file.ts";

const GOLDEN = fileURLToPath(new URL("golden/", import.meta.url));

/** One folder or file of artefacts per printer. */
const ARTEFACTS = [
  "a2a-tasks",
  "json-schema/0.1/operations",
  "json-schema/0.1",
  "errata",
  "errors",
  "errors-and-scopes",
  "evidence-kinds",
  "llms",
  "machines",
  "machines/0.1",
  "mcp",
  "openapi",
  "openapi-adapter",
  "operations",
  "reference/0.1",
  "requirements",
  "scopes",
  "typescript/0.1",
];

let files: readonly GeneratedFile[];

beforeAll(async () => {
  ({ files } = await generateArtefacts(FIXTURE));
});

describe("the artefacts of the fixture", () => {
  it.each(ARTEFACTS)("under %s are as reviewed", async (folder) => {
    const printed = files.filter((file) => folderOf(file.path) === folder);
    expect(printed.length).toBeGreaterThan(0);
    for (const { path, content } of printed) await expect(content).toMatchFileSnapshot(`${GOLDEN}${path}`);
  });

  it("are all of them, and no more were reviewed", () => {
    const reviewed = readdirSync(GOLDEN, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("//", "/").slice(GOLDEN.length));
    expect(reviewed.sort()).toEqual(files.map((file) => file.path).sort());
    expect([...new Set(files.map((file) => folderOf(file.path)))].sort()).toEqual([...ARTEFACTS].sort());
  });
});

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
