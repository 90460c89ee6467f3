import { allRequirements, type Requirement } from "./artefacts.ts";
import type { DiscoveredCase } from "./discover-cases.ts";
import { asksForNegative, isMandatory } from "./levels.ts";

/** One row of the ledger: a requirement and the case that judges it. */
export interface LedgerRow {
  readonly requirement: Requirement;
  readonly case: string | null;
  readonly title: string | null;
  /** Reason why only positive checks are made although the ledger's hint asks for a refused request. */
  readonly negativeOmitted: string | null;
}

/** How much of a level is covered. */
export interface LevelCoverage {
  readonly level: string;
  readonly must: { readonly tested: number; readonly total: number };
  readonly should: { readonly tested: number; readonly total: number };
}

/** Every requirement of the protocol with its case, in the order of the spec. */
export function ledger(cases: readonly DiscoveredCase[]): readonly LedgerRow[] {
  const byRequirement = new Map(cases.map((one) => [one.requirement.id, one]));
  return allRequirements().map((requirement) => {
    const found = byRequirement.get(requirement.id);
    return {
      requirement,
      case: found?.file ?? null,
      title: found?.definition.title ?? null,
      negativeOmitted: asksForNegative(requirement) ? (found?.definition.negativeOmitted ?? null) : null,
    };
  });
}

/** Tested and total per level of the ledger. */
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

function count(rows: readonly LedgerRow[]): { tested: number; total: number } {
  return { tested: rows.filter((row) => row.case !== null).length, total: rows.length };
}
