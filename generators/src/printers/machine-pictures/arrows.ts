import type { MachineNode } from "../../ir/model.ts";

/** All moves from one state to another: one arrow of a picture. */
export interface Arrow {
  /** Null: the machine begins there. */
  readonly from: string | null;
  readonly to: string;
  /** Ids of the moves, each once. */
  readonly moves: readonly string[];
}

/** One arrow for each pair of states that a move connects, in the order of the moves. */
export function arrowsOf(machine: MachineNode): Arrow[] {
  const arrows = new Map<string, { from: string | null; to: string; moves: string[] }>();
  for (const { id, from, to } of machine.moves) {
    const key = JSON.stringify([from, to]);
    const arrow = arrows.get(key) ?? { from, to, moves: [] };
    if (!arrow.moves.includes(id)) arrow.moves.push(id);
    arrows.set(key, arrow);
  }
  return [...arrows.values()];
}

/** The core states in the order in which a delivery passes them. */
export function coreLine(machine: MachineNode): string[] {
  return machine.states
    .filter(({ kind }) => kind === "core")
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map(({ name }) => name);
}
