import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { allRequirements, findRequirement, type Requirement } from "../artefacts.ts";
import type { Hunted } from "./hunt.ts";

const SOURCE = fileURLToPath(new URL("..", import.meta.url));
/** Where the score of every fault's last hunt stands. */
const SCORE_FILE = fileURLToPath(new URL("../../certification/mutation-score.json", import.meta.url));

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
  /** What each requirement was hunted with: see {@link digestOfHunt}. */
  readonly digests: Readonly<Record<string, string>>;
}

/** What a hunt brought in, as the score keeps it. */
export type Catch = Pick<Hunted, "requirement" | "fault" | "verdict" | "killed">;

/** `sha256:…` over the faults of a requirement and the case that catches them: another one makes its score stale. */
export function digestOfHunt(requirement: string): string {
  const found = findRequirement(requirement);
  if (found === undefined) throw new Error(`the ledger has no ${requirement}`);
  const name = requirement.toLowerCase();
  const files = [
    join("mutants/faults", found.area, `${name}.mutants.ts`),
    join("cases", found.area, `${name}.case.ts`),
  ];
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(join(SOURCE, file), "utf8").replaceAll("\r\n", "\n")).update("\0");
  return `sha256:${hash.digest("hex")}`;
}

/**
 * Counts what a hunt brought in.
 * @param why says of each requirement without a faulty node why it has none
 * @param digests what each requirement was hunted with
 */
export function scoreOf(
  hunted: readonly Catch[],
  why: ReadonlyMap<string, string>,
  digests: ReadonlyMap<string, string> = new Map(),
): MutationScore {
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
    digests: Object.fromEntries([...digests].filter(([id]) => hit.has(id)).sort(([a], [b]) => a.localeCompare(b))),
  };
}

/** What a score says was caught, to count it anew with more. */
export function catchesOf({ mutants, survivors }: MutationScore): readonly Catch[] {
  const verdictOf = (requirement: string, fault: string) =>
    survivors.find((one) => one.requirement === requirement && one.fault === fault)?.verdict ?? "FAIL";
  return Object.entries(mutants).flatMap(([requirement, faults]) =>
    Object.entries(faults).map(([fault, how]) => ({
      requirement,
      fault,
      killed: how === "killed",
      verdict: verdictOf(requirement, fault),
    })),
  );
}

/** Puts the score where it is published. */
export function writeScore(score: MutationScore): void {
  writeFileSync(SCORE_FILE, `${JSON.stringify(score, null, 2)}\n`);
}

/** The published score. @throws {Error} when there is none, or it is no JSON */
export function readScore(): MutationScore {
  return JSON.parse(readFileSync(SCORE_FILE, "utf8")) as MutationScore;
}

function tally(hunted: readonly Catch[]): Tally {
  return {
    killed: hunted.filter(({ killed }) => killed).length,
    total: hunted.length,
    requirements: new Set(hunted.map(({ requirement }) => requirement)).size,
  };
}

function by(hunted: readonly Catch[], keyOf: (requirement: Requirement) => string): Record<string, Tally> {
  const groups = Map.groupBy(hunted, ({ requirement }) => {
    const found = findRequirement(requirement);
    if (found === undefined) throw new Error(`the ledger has no ${requirement}`);
    return keyOf(found);
  });
  const sorted = [...groups].sort(([a], [b]) => a.localeCompare(b));
  return Object.fromEntries(sorted.map(([key, members]) => [key, tally(members)]));
}
