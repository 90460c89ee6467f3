import { allRequirements, type Requirement } from "./artefacts.ts";
import type { Certification } from "./certification.ts";
import type { DiscoveredCase } from "./discover-cases.ts";
import { asksForNegative, isMandatory } from "./levels.ts";

/** One row of the ledger: a requirement and the case that judges it. */
export interface LedgerRow {
  readonly requirement: Requirement;
  readonly classification: "tested" | "excluded" | "unclassified";
  readonly case: string | null;
  readonly title: string | null;
  /** Why no case can judge it. */
  readonly excluded: string | null;
  /** Whether its case is on the frozen list of those that certify this version. */
  readonly scored: boolean;
  /** Reason why only positive checks are made although the ledger's hint asks for a refused request. */
  readonly negativeOmitted: string | null;
}

/** How many requirements are what. */
export interface Count {
  readonly tested: number;
  readonly excluded: number;
  readonly unclassified: number;
  readonly total: number;
}

/** How much of a level is covered. */
export interface LevelCoverage {
  readonly level: string;
  readonly must: Count;
  readonly should: Count;
}

type Lists = Pick<Certification, "cases" | "excluded">;

/** Every requirement of the protocol with its case, in the order of the spec. */
export function ledger(
  cases: readonly DiscoveredCase[],
  { excluded, cases: frozen }: Lists = { cases: new Map(), excluded: new Map() },
): readonly LedgerRow[] {
  const byRequirement = new Map(cases.map((one) => [one.requirement.id, one]));
  return allRequirements().map((requirement) => {
    const found = byRequirement.get(requirement.id);
    const reason = excluded.get(requirement.id) ?? null;
    return {
      requirement,
      classification: found !== undefined ? "tested" : reason !== null ? "excluded" : "unclassified",
      case: found?.file ?? null,
      title: found?.definition.title ?? null,
      excluded: reason,
      scored: found !== undefined && frozen.has(requirement.id),
      negativeOmitted: asksForNegative(requirement) ? (found?.definition.negativeOmitted ?? null) : null,
    };
  });
}

/** Counts per level of the ledger. */
export function coverage(rows: readonly LedgerRow[]): readonly LevelCoverage[] {
  const levels = [...new Set(rows.map((row) => row.requirement.level))];
  return levels.map((level) => {
    const own = rows.filter((row) => row.requirement.level === level);
    return {
      level,
      must: count(own.filter((row) => isMandatory(row.requirement))),
      should: count(own.filter((row) => !isMandatory(row.requirement))),
    };
  });
}

function count(rows: readonly LedgerRow[]): Count {
  const of = (classification: LedgerRow["classification"]) =>
    rows.filter((row) => row.classification === classification).length;
  return { tested: of("tested"), excluded: of("excluded"), unclassified: of("unclassified"), total: rows.length };
}
