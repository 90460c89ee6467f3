import type { RequirementId } from "../artefacts.ts";
import type { Fault } from "./mutant-call.ts";

/** A node that is wrong in one thing. */
export interface Mutant {
  /** What this node does wrong, as a sentence about it without its subject: "forgets the first record". */
  readonly fault: string;
  /** Makes the fault anew for each run, with nothing remembered. */
  readonly make: () => Fault;
}

/** Faulty nodes of one requirement, each of which the case of that requirement has to catch. */
export interface MutantSet {
  readonly requirement: RequirementId;
  readonly mutants: readonly Mutant[];
  /** Makes a good node of what the reference node lacks, so that there is something to do wrong. */
  readonly good?: () => Fault;
}

/**
 * Declares what can be wrong about one requirement; a file `faults/<area>/<requirement>.mutants.ts` exports it as its
 * default.
 * @param faults what the node does wrong, and how it is made to do so
 * @param good makes a node that does right what the reference node does not do at all, to compare the faulty ones with
 */
export function defineMutants(
  requirement: RequirementId,
  faults: Readonly<Record<string, () => Fault>>,
  good?: () => Fault,
): MutantSet {
  const mutants = Object.entries(faults).map(([fault, make]) => ({ fault, make }));
  return good === undefined ? { requirement, mutants } : { requirement, mutants, good };
}
