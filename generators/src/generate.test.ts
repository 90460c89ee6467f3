import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileSpecification } from "./compile.ts";
import { generateArtefacts } from "./generate.ts";
import { buildModels } from "./ir/build-model.ts";
import { FIXTURE, temporaryWorkspace } from "./testing/workspace.ts";
import { checkArtefacts, writeArtefacts } from "./write.ts";

const WITHOUT_CLOSE = (text: string) =>
  text
    .replace(/ {2}\/\*\* Closes a visit\. \*\/.*?\n\n/s, "")
    .replace('operations: #["visits.close"]', 'operations: #["visits.move"]');

describe("generating", () => {
  it("prints the same bytes twice", async () => {
    const first = await generateArtefacts(FIXTURE);
    const second = await generateArtefacts(FIXTURE);
    expect(second.files).toEqual(first.files);
  });

  it("prints the same bytes whatever the order of declarations", async () => {
    await using workspace = await temporaryWorkspace();
    const before = await generateArtefacts(workspace.spec);
    await workspace.changeSpec((text) => {
      const paper = /\/\*\* What a node says of itself.*?\n}\n/s.exec(text)?.[0] ?? "";
      expect(paper).not.toBe("");
      return `${text.replace(paper, "")}\n${paper}`;
    });
    const after = await generateArtefacts(workspace.spec);
    expect(after.files).toEqual(before.files);
  });

  it("marks every artefact as generated", async () => {
    const { files } = await generateArtefacts(FIXTURE);
    for (const file of files) expect(file.content.slice(0, 300)).toContain("Do not edit");
  });

  it("leaves no file of an operation that is gone", async () => {
    await using workspace = await temporaryWorkspace();
    writeArtefacts(workspace.out, (await generateArtefacts(workspace.spec)).files);
    await workspace.changeSpec(WITHOUT_CLOSE);
    const { removed } = writeArtefacts(workspace.out, (await generateArtefacts(workspace.spec)).files);
    expect(removed).toEqual([
      "json-schema/0.1/operations/visits.close.input.schema.json",
      "json-schema/0.1/operations/visits.close.output.schema.json",
    ]);
    const left = await readdir(workspace.out, { recursive: true });
    expect(left.filter((path) => path.includes("visits.close"))).toEqual([]);
    const routes = await readFile(join(workspace.out, "typescript/0.1/routes.ts"), "utf8");
    expect(routes).not.toContain("visits.close");
  });

  it("removes what carries the banner though no list names it", async () => {
    await using workspace = await temporaryWorkspace();
    const { files } = await generateArtefacts(workspace.spec);
    writeArtefacts(workspace.out, files);
    const stray = files.find((file) => file.path.endsWith(".md"));
    await writeFile(join(workspace.out, "errata/0.0.md"), stray?.content ?? "");
    await writeFile(join(workspace.out, "errata/notes.md"), "mine\n");
    const { removed } = writeArtefacts(workspace.out, files);
    expect(removed).toEqual(["errata/0.0.md"]);
    expect(await readdir(join(workspace.out, "errata"))).toEqual(["0.1.md", "notes.md"]);
  });

  it("writes nothing when nothing changed", async () => {
    await using workspace = await temporaryWorkspace();
    const { files } = await generateArtefacts(workspace.spec);
    writeArtefacts(workspace.out, files);
    expect(writeArtefacts(workspace.out, files)).toEqual({
      written: [],
      removed: [],
      unchanged: files.length + 1,
    });
  });

  it("never overwrites a file that it did not make", async () => {
    await using workspace = await temporaryWorkspace();
    const { files } = await generateArtefacts(workspace.spec);
    writeArtefacts(workspace.out, []);
    const [path] = files.map((file) => file.path).filter((candidate) => !candidate.includes("/typescript/"));
    writeArtefacts(workspace.out, files);
    await rm(join(workspace.out, "generated.json"));
    await writeFile(join(workspace.out, path ?? ""), "mine\n");
    expect(() => writeArtefacts(workspace.out, files)).toThrow(/was not generated.*Move it away/);
    expect(await readFile(join(workspace.out, path ?? ""), "utf8")).toBe("mine\n");
  });
});

describe("checking", () => {
  it("tells a file that was edited from one that is outdated, missing or stale", async () => {
    await using workspace = await temporaryWorkspace();
    const { files } = await generateArtefacts(workspace.spec);
    writeArtefacts(workspace.out, files);
    await workspace.changeSpec(WITHOUT_CLOSE);
    await writeFile(join(workspace.out, "errors/0.1.json"), "{}\n");
    await rm(join(workspace.out, "scopes/0.1.json"));
    const differences = checkArtefacts(workspace.out, (await generateArtefacts(workspace.spec)).files);
    const kinds = new Map(differences.map(({ path, kind }) => [path, kind]));
    expect(kinds.get("errors/0.1.json")).toBe("edited");
    expect(kinds.get("scopes/0.1.json")).toBe("missing");
    expect(kinds.get("mcp/0.1.json")).toBeUndefined();
    expect(kinds.get("operations/0.1.json")).toBe("outdated");
    expect(kinds.get("json-schema/0.1/operations/visits.close.input.schema.json")).toBe("stale");
  });
});

describe("the model", () => {
  it("is frozen to its leaves, sorted, and knows where each part is written", async () => {
    const { program } = await compileSpecification(FIXTURE);
    const [model] = buildModels(program);
    const parts = [
      ...(model?.definitions ?? []),
      ...(model?.operations ?? []),
      ...(model?.machines ?? []).flatMap((machine) => [machine, ...machine.states, ...machine.moves]),
      ...(model?.scopes ?? []),
      ...(model?.errors ?? []),
      ...(model?.evidenceKinds ?? []),
      ...(model?.requirements ?? []),
      ...(model?.errata ?? []),
    ];
    for (const part of parts) {
      expect(Object.isFrozen(part.position)).toBe(true);
      expect(part.position).toEqual({ file: "clinic.tsp", line: expect.any(Number) });
    }
    const names = model?.definitions.map((definition) => definition.name) ?? [];
    expect(names).toEqual([...names].sort());
    expect(names).not.toContain("VisitQuery");
    const source = (await readFile(FIXTURE, "utf8")).split("\n");
    for (const move of model?.machines[0]?.moves ?? [])
      expect(source[move.position.line - 1]).toMatch(/^@@(entry|move)\(/);
  });
});
