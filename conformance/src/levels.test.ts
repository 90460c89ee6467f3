import { describe, expect, it } from "vitest";
import { draftRequirements, findRequirement } from "./artefacts.ts";
import { isBlocking, isMandatory, requirementsBeside, requirementsOf } from "./levels.ts";

const known = (id: string) => {
  const requirement = findRequirement(id);
  if (requirement === undefined) throw new Error(`no ${id}`);
  return requirement;
};

describe("requirements beside the levels", () => {
  it("are those of what a node may leave out and those of a later draft, and belong to no level", () => {
    const beside = requirementsBeside("full").map((one) => one.id);
    expect(beside).toContain("SVC-HOOK-001");
    expect(beside).toContain("SVC-DISC-010");
    for (const level of ["core", "full", "network", "agent"] as const)
      expect(requirementsOf(level).filter((one) => beside.includes(one.id))).toEqual([]);
  });

  it("are judged at CORE and AGENT only when they are named", () => {
    for (const level of ["core", "agent"] as const) {
      expect(requirementsBeside(level)).toEqual([]);
      expect(requirementsBeside(level, true)).toEqual(requirementsBeside("network"));
    }
  });

  it("block no level, however they are worded", () => {
    expect(isMandatory(known("SVC-HOOK-001"))).toBe(true);
    expect(requirementsBeside("full").filter(isBlocking)).toEqual([]);
    expect(isBlocking(known("SVC-RES-001"))).toBe(true);
    expect(isBlocking(known("SVC-HOOK-004"))).toBe(false);
  });

  it("name no requirement of the baseline as one of the draft", () => {
    expect(draftRequirements().map((one) => one.id)).toEqual(["SVC-DISC-010"]);
  });
});
