import { ProtocolError } from "../errors.ts";

/** A machine as generated from the specification, as far as moves are concerned. */
export interface Machine<State extends string> {
  readonly name: string;
  readonly states: readonly { readonly name: State; readonly terminal: boolean }[];
  readonly moves: readonly { readonly id: string; readonly from: State | null; readonly to: State }[];
}

/** The row of a machine's table. */
export type MoveOf<M> = M extends { readonly moves: readonly (infer Move)[] } ? Move : never;

export interface AllowedMoves<State extends string, Move> {
  /** The row for a pair; undefined: there is no such move. `null` is where a machine begins. */
  moveFor(from: State | null, to: State): Move | undefined;
  /** States that a state may lead to, in the machine's order of states. */
  targetsOf(from: State): readonly State[];
  isTerminal(state: State): boolean;
  /**
   * The row for a pair.
   * @throws {ProtocolError} INVALID_TRANSITION naming the valid targets (lifecycle 2 rule 1, SVC-LIFE-003)
   */
  requireMove(from: State, to: State): Move;
}

/** The moves of a machine, ready to be asked for. */
export function allowedMoves<const M extends Machine<string>>(
  machine: M,
): AllowedMoves<M["states"][number]["name"], MoveOf<M>> {
  type State = M["states"][number]["name"];
  const rows = new Map(machine.moves.map((move) => [`${move.from} ${move.to}`, move as MoveOf<M>]));
  const terminal = new Set<State>(machine.states.filter((state) => state.terminal).map((state) => state.name));
  const moveFor = (from: State | null, to: State) => rows.get(`${from} ${to}`);
  const targetsOf = (from: State): State[] =>
    machine.states.map((state) => state.name).filter((to) => moveFor(from, to) !== undefined);
  return {
    moveFor,
    targetsOf,
    isTerminal: (state) => terminal.has(state),
    requireMove(from, to) {
      const move = moveFor(from, to);
      if (move !== undefined) return move;
      const targets = targetsOf(from);
      throw new ProtocolError("INVALID_TRANSITION", {
        pointer: "/to_state",
        detail: `From '${from}' to '${to}' is not allowed. Valid: ${targets.join(", ") || "none"}.`,
        meta: { valid_targets: targets },
      });
    },
  };
}
