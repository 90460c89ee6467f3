import { allRequirements, type Requirement } from "./artefacts.ts";

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

/** A MUST or MUST NOT blocks its level; a SHOULD or MAY only warns. */
export function isMandatory(requirement: Requirement): boolean {
  return requirement.keyword.startsWith("MUST");
}

/** Whether a requirement's test hint asks for a refused request, not only for a faulty node. */
export function asksForNegative(requirement: Requirement): boolean {
  const clause = /\bneg:\s*(.+)$/s.exec(requirement.test)?.[1] ?? "";
  if (clause === "" || /\bmutant\b/.test(clause)) return false;
  const namesAnswer = /\b(?:is|are|gives?|gets?|refused|answered)\s+4\d\d/.test(clause);
  const describesFaultyNode = /\b(?:fails?|warns)\b/.test(clause);
  return namesAnswer || !describesFaultyNode;
}
