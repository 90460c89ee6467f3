import { allRequirements, draftRequirements, type Requirement } from "./artefacts.ts";

/** Levels that a node can be certified for (decision D-28). */
export const LEVELS = ["core", "full", "network", "agent"] as const;

export type Level = (typeof LEVELS)[number];

const LEDGER_LEVELS: Readonly<Record<Level, readonly string[]>> = {
  core: ["CORE"],
  full: ["CORE", "FULL"],
  network: ["CORE", "FULL", "NETWORK"],
  // AGENT is a badge added to a level, so its smallest form stands on CORE.
  agent: ["CORE", "AGENT"],
};

export function isLevel(word: string): word is Level {
  return (LEVELS as readonly string[]).includes(word);
}

/** Every requirement that counts for a level, MUST and SHOULD alike. */
export function requirementsOf(level: Level): readonly Requirement[] {
  const included = LEDGER_LEVELS[level];
  return allRequirements().filter((requirement) => included.includes(requirement.level));
}

/**
 * Requirements that are judged beside a level: those about what a node may leave out, and tests when it declares it
 * (decision D-29), and those of a later draft. They never block the level. CORE and AGENT are the quick runs, which
 * judge them when they are named.
 */
export function requirementsBeside(level: Level, named = false): readonly Requirement[] {
  if (!named && (level === "core" || level === "agent")) return [];
  return [...allRequirements().filter((requirement) => requirement.level === "EXT"), ...draftRequirements()];
}

/** A MUST or MUST NOT; a SHOULD or MAY only warns. */
export function isMandatory(requirement: Requirement): boolean {
  return requirement.keyword.startsWith("MUST");
}

/** Whether a level is not reached without it: every MUST but those beside the levels. */
export function isBlocking(requirement: Requirement): boolean {
  return isMandatory(requirement) && requirement.level !== "EXT" && !draftRequirements().includes(requirement);
}

/** Whether a requirement's test hint asks for a refused request, not only for a faulty node. */
export function asksForNegative(requirement: Requirement): boolean {
  const clause = /\bneg:\s*(.+)$/s.exec(requirement.test)?.[1] ?? "";
  if (clause === "" || /\bmutant\b/.test(clause)) return false;
  const namesAnswer = /\b(?:is|are|gives?|gets?|refused|answered)\s+4\d\d/.test(clause);
  const describesFaultyNode = /\b(?:fails?|warns)\b/.test(clause);
  return namesAnswer || !describesFaultyNode;
}
