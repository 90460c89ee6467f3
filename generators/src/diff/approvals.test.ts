import { describe, expect, it } from "vitest";
import type { ApprovedChangeNode } from "../ir/model.ts";
import { applyApprovals } from "./approvals.ts";
import { type Finding, findDifferences } from "./finding.ts";
import { compileTexts, specificationOf } from "./fixtures/compile-fixtures.ts";
import { fixtures } from "./fixtures/index.ts";
import { diffSpecifications, failuresOf, type Side } from "./specification-diff.ts";
import { bumpFor } from "./verdict.ts";

const only = {
  "scope-removed": fixtures["scope-removed"],
  "state-removed": fixtures["state-removed"],
} as typeof fixtures;
const SUBJECT = "scope scope_removed_fx:read";
const APPROVED = `@@approvedChange(Thing, #{ rfc: "RFC-0007", rule: "scope-removed", subject: "${SUBJECT}", reason: "Nobody grants it.", expires: "2027-01-31" });`;

const [base, head, approving] = (await compileTexts(
  specificationOf(only, "base"),
  specificationOf(only, "head"),
  `${specificationOf(only, "head")}\n${APPROVED}`,
)) as [Side["models"][number], Side["models"][number], Side["models"][number]];

const side = (label: string, ...models: Side["models"]): Side => ({ label, models, chosen: false });
const findings: readonly Finding[] = findDifferences(base, head);
const [approval] = approving.approvedChanges as [ApprovedChangeNode];

describe("an approved change", () => {
  it("is read from the specification with its place", () => {
    expect(approval).toMatchObject({
      rfc: "RFC-0007",
      rule: "scope-removed",
      subject: SUBJECT,
      version: null,
      position: { file: "main.tsp" },
    });
  });

  it("covers the finding of its rule on its subject, and no other", () => {
    const { findings: judged, problems } = applyApprovals(findings, [approval], "2026-12-01");
    expect(problems).toEqual([]);
    expect(judged.filter(({ approvedBy }) => approvedBy !== null).map(({ rule }) => rule)).toEqual(["scope-removed"]);
    expect(judged.length).toBe(findings.length);
  });

  it("holds through its last day and not a day longer", () => {
    expect(applyApprovals(findings, [approval], "2027-01-31").problems).toEqual([]);
    const { findings: judged, problems } = applyApprovals(findings, [approval], "2027-02-01");
    expect(problems.map(({ kind }) => kind)).toEqual(["expired"]);
    expect(judged.every(({ approvedBy }) => approvedBy === null)).toBe(true);
  });

  it("that covers nothing is a problem of its own", () => {
    const { problems } = applyApprovals(findings, [{ ...approval, subject: "scope other:read" }], "2026-12-01");
    expect(problems).toEqual([
      expect.objectContaining({
        kind: "unused",
        message: expect.stringMatching(/RFC-0007 covers no finding\. Remove it/),
      }),
    ]);
  });

  it("lets a comparison pass that would fail, once every break is approved", () => {
    const diff = diffSpecifications(side("base", base), side("head", approving), "2026-12-01");
    expect(failuresOf(diff, "breaking")).toEqual(["2 findings are breaking and not approved."]);
    const rest = findings.filter(({ verdict, rule }) => verdict === "breaking" && rule !== "scope-removed");
    const all = rest.map(({ rule, subject }) => ({ ...approval, rule, subject }));
    const approved = { ...approving, approvedChanges: [approval, ...all] };
    expect(
      failuresOf(diffSpecifications(side("base", base), side("head", approved), "2026-12-01"), "breaking"),
    ).toEqual([]);
  });

  it("fails a comparison that finds nothing", () => {
    const diff = diffSpecifications(side("head", approving), side("head", approving), "2026-12-01");
    expect(diff.bump).toBe("none");
    expect(failuresOf(diff, "breaking")).toEqual([expect.stringContaining("covers no finding")]);
  });

  it("of a version speaks only where that version is compared with another", () => {
    const ofVersion = { ...approving, approvedChanges: [{ ...approval, version: "0.2" }] };
    expect(diffSpecifications(side("base", base), side("head", ofVersion), "2026-12-01").approvalProblems).toEqual([]);
    const newer = { ...ofVersion, version: "0.2" };
    const chosen = { base: { ...side("0.1", base), chosen: true }, head: { ...side("0.2", newer), chosen: true } };
    const diff = diffSpecifications(chosen.base, chosen.head, "2026-12-01");
    expect(diff.comparisons[0]?.findings.find(({ rule }) => rule === "scope-removed")?.approvedBy).toBe("RFC-0007");
  });
});

describe("versions of two specifications", () => {
  it("are compared each with its own, and what comes or goes as a whole is a finding", () => {
    const later = { ...head, version: "0.2" };
    const gone = diffSpecifications(side("base", base, later), side("head", base), "2026-12-01");
    expect(gone.comparisons.map(({ base: older, head: newer }) => [older, newer])).toEqual([["0.1", "0.1"]]);
    expect(gone.comparisons[0]?.findings.map(({ rule, subject, verdict }) => `${rule} ${subject} ${verdict}`)).toEqual([
      "version-removed version 0.2 breaking",
    ]);
    const came = diffSpecifications(side("base", base), side("head", base, later), "2026-12-01");
    expect(came.comparisons[0]?.findings.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual([
      "version-added compatible",
    ]);
  });

  it("are compared newest with newest when they share none", () => {
    const diff = diffSpecifications(side("base", base), side("head", { ...head, version: "0.2" }), "2026-12-01");
    expect(diff.comparisons.map(({ base: older, head: newer }) => [older, newer])).toEqual([["0.1", "0.2"]]);
    expect(diff.bump).toBe("major");
  });
});

describe("the version bump", () => {
  it("follows the gravest verdict", () => {
    expect(bumpFor(["editorial", "breaking", "compatible"])).toBe("major");
    expect(bumpFor(["editorial", "potentially breaking"])).toBe("minor");
    expect(bumpFor(["compatible"])).toBe("minor");
    expect(bumpFor(["editorial"])).toBe("patch");
    expect(bumpFor([])).toBe("none");
  });
});
