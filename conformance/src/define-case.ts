import type { RequirementId } from "./artefacts.ts";
import type { CaseContext } from "./case-context.ts";

/**
 * When a case runs. `settled` cases read the whole transcript, `clock` cases move the sandbox clock, `burst` cases
 * exhaust a rate limit, `calendar` cases move the clock by months: each would disturb the ones before it.
 */
export type CasePhase = "normal" | "settled" | "clock" | "burst" | "calendar";

export const CASE_PHASES: readonly CasePhase[] = ["normal", "settled", "clock", "burst", "calendar"];

/** One file, one requirement: what must be asked of a node to judge it. */
export interface CaseDefinition {
  /** Id of the ledger; its keyword gives the severity, its level says for which grade it counts. */
  readonly requirement: RequirementId;
  readonly title: string;
  readonly phase?: CasePhase;
  /** Why no refused request can be asked of a node, although the ledger's hint has one. */
  readonly negativeOmitted?: string;
  run(context: CaseContext): Promise<void>;
}

/** Declares a case; a file `cases/<area>/<requirement>.case.ts` exports it as its default. */
export function defineCase(definition: CaseDefinition): CaseDefinition {
  return definition;
}
