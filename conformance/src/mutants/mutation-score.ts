import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { allRequirements, findRequirement, type Requirement } from "../artefacts.ts";
import type { Hunted } from "./hunt.ts";

/** Where the score of the last whole hunt stands. */
export const SCORE_FILE = fileURLToPath(new URL("../../certification/mutation-score.json", import.meta.url));

/** How many faulty nodes were caught. */
export interface Tally {
  readonly killed: number;
  readonly total: number;
  /** Requirements that have at least one faulty node. */
  readonly requirements: number;
}

/** A requirement that no faulty node breaks. */
export interface Spared {
  readonly requirement: string;
  readonly keyword: string;
  readonly level: string;
  readonly why: string;
}

/** What came of a hunt for every faulty node there is. */
export interface MutationScore extends Tally {
  readonly levels: Readonly<Record<string, Tally>>;
  readonly areas: Readonly<Record<string, Tally>>;
  readonly survivors: readonly Pick<Hunted, "requirement" | "fault" | "verdict">[];
  readonly withoutMutant: readonly Spared[];
  /** Every fault by its requirement, and whether it was caught. */
  readonly mutants: Readonly<Record<string, Readonly<Record<string, "killed" | "survived">>>>;
}

/**
 * Counts what a hunt brought in.
 * @param why says of each requirement without a faulty node why it has none
 */
export function scoreOf(hunted: readonly Hunted[], why: ReadonlyMap<string, string>): MutationScore {
  const sorted = [...hunted].sort((a, b) => a.requirement.localeCompare(b.requirement));
  const hit = new Set(sorted.map(({ requirement }) => requirement));
  const mutants: Record<string, Record<string, "killed" | "survived">> = {};
  for (const { requirement, fault, killed } of sorted) {
    mutants[requirement] ??= {};
    mutants[requirement][fault] = killed ? "killed" : "survived";
  }
  return {
    ...tally(sorted),
    levels: by(sorted, ({ level }) => level),
    areas: by(sorted, ({ area }) => area),
    survivors: sorted
      .filter(({ killed }) => !killed)
      .map(({ requirement, fault, verdict }) => ({ requirement, fault, verdict })),
    withoutMutant: allRequirements()
      .filter(({ id }) => !hit.has(id))
      .map(({ id, keyword, level }) => ({ requirement: id, keyword, level, why: why.get(id) ?? "" })),
    mutants,
  };
}

/** The published score. @throws {Error} when there is none, or it is no JSON */
export function readScore(): MutationScore {
  return JSON.parse(readFileSync(SCORE_FILE, "utf8")) as MutationScore;
}

function tally(hunted: readonly Hunted[]): Tally {
  return {
    killed: hunted.filter(({ killed }) => killed).length,
    total: hunted.length,
    requirements: new Set(hunted.map(({ requirement }) => requirement)).size,
  };
}

function by(hunted: readonly Hunted[], keyOf: (requirement: Requirement) => string): Record<string, Tally> {
  const groups = Map.groupBy(hunted, ({ requirement }) => {
    const found = findRequirement(requirement);
    if (found === undefined) throw new Error(`the ledger has no ${requirement}`);
    return keyOf(found);
  });
  const sorted = [...groups].sort(([a], [b]) => a.localeCompare(b));
  return Object.fromEntries(sorted.map(([key, members]) => [key, tally(members)]));
}
