import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { allRequirements, findRequirement, PROTOCOL_VERSION } from "./artefacts.ts";
import { completeLevels, driftOf, freeze, readCertification } from "./certification.ts";
import { discoverCases } from "./discover-cases.ts";
import { grade, unjudged } from "./run-report.ts";

const folder = mkdtempSync(join(tmpdir(), "certification-"));
afterAll(() => rmSync(folder, { recursive: true }));

const published = readCertification();
const cases = await discoverCases();
const drift = driftOf(published, cases);

describe("the frozen list of this version", () => {
  it("is of this version and names only requirements of the ledger", () => {
    expect(published.version).toBe(PROTOCOL_VERSION);
    const known = new Set(allRequirements().map(({ id }) => id));
    expect([...published.cases.keys(), ...published.excluded.keys()].filter((id) => !known.has(id))).toEqual([]);
  });

  it("has a case behind each entry, unchanged since it was frozen", () => {
    expect(drift.missing).toEqual([]);
    expect(drift.changed).toEqual([]);
  });

  it("scores every case of the levels that it certifies", () => {
    const unscored = drift.unscored.filter((id) => published.levels.includes(findRequirement(id)?.level ?? ""));
    expect(unscored).toEqual([]);
  });

  it("leaves no requirement of the levels that it certifies unclassified, and says so of all that are complete", () => {
    const open = drift.unclassified.filter((id) => published.levels.includes(findRequirement(id)?.level ?? ""));
    expect(open).toEqual([]);
    expect([...published.levels].sort()).toEqual([...completeLevels(published, cases)].sort());
  });

  it("excludes with a reason, and nothing that is tested", () => {
    expect(drift.contradictory).toEqual([]);
    for (const reason of published.excluded.values()) expect(reason.length).toBeGreaterThan(20);
  });
});

describe("freezing", () => {
  it("writes every case, keeps comments and exclusions, and says the same twice", () => {
    const file = join(folder, "list.yaml");
    writeFileSync(
      file,
      '# why\nversion: "0.8"\nlevels: []\n# out\nexcluded:\n  SVC-BILL-006: no operation\ncases:\n  SVC-OLD-001: sha256:0\n',
    );
    const frozen = freeze(cases, file);
    const text = readFileSync(file, "utf8");
    expect(text).toContain("# why");
    expect(text).toContain("# out");
    expect(frozen.excluded.get("SVC-BILL-006")).toBe("no operation");
    expect(frozen.cases.has("SVC-OLD-001")).toBe(false);
    expect(driftOf(frozen, cases)).toMatchObject({ unscored: [], changed: [], missing: [] });
    freeze(cases, file);
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});

describe("the grade", () => {
  const musts = allRequirements().filter((one) => one.level === "CORE" && one.keyword.startsWith("MUST"));
  const passed = musts.map((one) => ({ ...unjudged(one, "NOT_VERIFIED", ""), verdict: "PASS" as const }));

  it("counts a MUST whose case is not on the list as not verified, even when it passed", () => {
    const results = passed.map((one, index) => ({ ...one, scored: index > 0 }));
    expect(grade("core", passed).outcome).toBe("reached");
    expect(grade("core", results)).toMatchObject({ outcome: "incomplete", met: musts.length - 1, total: musts.length });
  });

  it("does not let an unscored case fail a node", () => {
    const results = passed.map((one, index) => (index > 0 ? one : { ...one, scored: false, verdict: "FAIL" as const }));
    expect(grade("core", results).counts.FAIL).toBe(0);
  });

  it("leaves out what is excluded", () => {
    const excluded = new Map([[musts[0]?.id ?? "", "cannot be seen"]]);
    expect(grade("core", passed.slice(1), excluded)).toMatchObject({ outcome: "reached", total: musts.length - 1 });
  });
});
