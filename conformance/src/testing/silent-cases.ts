import { findRequirement, type RequirementId } from "../artefacts.ts";
import type { DiscoveredCase } from "../discover-cases.ts";
import type { RequirementResult, RunReport } from "../run-report.ts";

/** A case that finds nothing, so that all that is said of its requirement comes from the walk or the fuzzing. */
export function silentCase(id: RequirementId): DiscoveredCase {
  const requirement = findRequirement(id);
  if (requirement === undefined) throw new Error(`There is no ${id}.`);
  const definition = {
    requirement: id,
    title: "nothing of its own",
    negativeOmitted: "a test of the walk and the fuzzing",
    run: async () => undefined,
  };
  return { definition, requirement, file: "none" };
}

/** What a run says of one requirement. */
export function resultOf(report: RunReport, id: RequirementId): RequirementResult {
  const result = report.results.find(({ requirement }) => requirement.id === id);
  if (result === undefined) throw new Error(`${id} was not judged: ${report.truncated}`);
  return result;
}
