import type { AutonomyName, KeywordName, LevelName, TierName, ToolDetails } from "@servicialo/spec/vocabulary";
import type { EvidenceKindNode } from "../ir/model.ts";
import type { StateInMachine } from "./comparison.ts";
import type { Occurrence } from "./rule.ts";

/** What an agent may do, from free to forbidden. */
export const AUTONOMY = rankIn<AutonomyName>("alone", "conditional", "asks", "forbidden");

/** Who may call, from everybody to few. The public tiers ask for the same: nothing. */
export function TIERS(tier: TierName): number {
  return ["credential", "principal", "administrator"].indexOf(tier) + 1;
}

/** From how many nodes something is asked: of those that declare it, up to all of them. */
export const DEMAND = rankIn<LevelName>("EXT", "AGENT", "NETWORK", "FULL", "CORE");

/** How much a vertical needs a kind of evidence. */
export const EVIDENCE_NEED = rankIn<EvidenceKindNode["required"]>("never", "by_contract", "always");

/** How secret evidence is; null sets no limit. */
export const EVIDENCE_SECRECY = rankIn<EvidenceKindNode["floor"]>(
  null,
  "public",
  "internal",
  "confidential",
  "restricted",
);

/** How much a keyword binds: MAY not at all, MUST wholly. */
export function strictness(keyword: KeywordName): number {
  return keyword.startsWith("MUST") ? 2 : keyword.startsWith("SHOULD") ? 1 : 0;
}

/** Whether a node fails by doing otherwise. */
export function isBinding(keyword: KeywordName): boolean {
  return strictness(keyword) === 2;
}

/** Promises of a tool that it no longer makes, as a reader would say them. */
export function takenBackHints(base: ToolDetails | null, head: ToolDetails | null): string[] {
  if (!base || !head) return [];
  const hints: [string, boolean, boolean][] = [
    ["read only", base.readOnly, head.readOnly],
    ["not destructive", !base.destructive, !head.destructive],
    ["idempotent", base.idempotent, head.idempotent],
    ["stays in this node", !base.openWorld, !head.openWorld],
  ];
  return hints.filter(([, before, after]) => before && !after).map(([name]) => name);
}

/** Whether a new state lies on the way to an end that was reached without it. */
export function ledToEnd(state: StateInMachine): boolean {
  const { machine } = state;
  const ends = new Set(machine.states.filter(({ terminal }) => terminal).map(({ name }) => name));
  const leadsToEnd = machine.moves.some((move) => move.from === state.name && ends.has(move.to));
  return leadsToEnd && machine.moves.some((move) => move.to === state.name);
}

/** Properties whose number is a span of time that something becomes due after. */
export function isDeadline(property: string): boolean {
  return (
    /(?:_|^)(?:deadline|window|grace|timeout|expires?|ttl)(?:_|$)/.test(property) ||
    /_(?:hours|minutes|days)(?:_before)?$/.test(property)
  );
}

/** Whether two wordings differ in case, spaces and punctuation only. */
export function sameWords({ from, to }: Occurrence): boolean {
  const words = (text: string | undefined) =>
    (text ?? "")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return words(from) === words(to);
}

function rankIn<T>(...ascending: readonly T[]): (value: T) => number {
  return (value) => ascending.indexOf(value);
}
