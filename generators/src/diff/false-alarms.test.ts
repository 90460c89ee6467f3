import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { ProtocolModel } from "../ir/model.ts";
import { FIXTURE } from "../testing/workspace.ts";
import { noOpEdits } from "./corpus/no-op-edits.ts";
import { findDifferences } from "./finding.ts";
import { compileFiles, VOCABULARY } from "./fixtures/compile-fixtures.ts";

const text = (await readFile(FIXTURE, "utf8")).replace("../../../spec/vocabulary/main.tsp", VOCABULARY);
const edits = noOpEdits(text);

let base: ProtocolModel;

beforeAll(async () => {
  base = await compileFiles({ "main.tsp": text });
});

describe("an edit that changes nothing", () => {
  it("comes in at least fifty kinds, and each edits something", () => {
    expect(edits.length).toBeGreaterThanOrEqual(50);
    expect(new Set(edits.map(({ name }) => name)).size).toBe(edits.length);
    expect(
      edits
        .filter(({ files }) => Object.keys(files).length === 1 && files["main.tsp"] === text)
        .map(({ name }) => name),
    ).toEqual([]);
  });

  it.each(edits)("raises no alarm: $name", async ({ files }) => {
    const findings = findDifferences(base, await compileFiles(files));
    expect(
      findings
        .filter(({ verdict }) => verdict !== "editorial")
        .map(({ rule, subject, verdict }) => `${verdict} ${rule} ${subject}`),
    ).toEqual([]);
  });

  it("is told from one that breaks somebody", async () => {
    const findings = findDifferences(
      base,
      await compileFiles({ "main.tsp": text.replace("pages?: int32;", "pages?: string;") }),
    );
    expect(findings.map(({ verdict }) => verdict)).toContain("breaking");
  });
});
