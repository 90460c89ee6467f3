import { AsyncLocalStorage } from "node:async_hooks";
import type { Database } from "../storage/open-database.ts";

/** One move of a session; from null: it was opened. */
export interface NotedMove {
  readonly from: string | null;
  readonly to: string;
}

const noted = new AsyncLocalStorage<NotedMove[]>();

/** Notes a move of the present transaction; it counts when that transaction commits. */
export function noteMove(move: NotedMove): void {
  noted.getStore()?.push(move);
}

/** How many moves the present transaction has noted; a mark to come back to. */
export function movesNoted(): number {
  return noted.getStore()?.length ?? 0;
}

/** Forgets the moves after a mark: their savepoint was rolled back. */
export function forgetMovesAfter(mark: number): void {
  noted.getStore()?.splice(mark);
}

/** The same database, which tells of every move that was committed: not of those that were taken back or lost a race. */
export function tellingMoves(database: Database, tell: (move: NotedMove) => void): Database {
  return {
    dialect: database.dialect,
    read: (work) => database.read(work),
    ask: (query, values) => database.ask(query, values),
    close: () => database.close(),
    ...(database.poolUse && { poolUse: () => database.poolUse?.() ?? null }),
    async transaction(work) {
      let moves: NotedMove[] = [];
      const result = await database.transaction((tx) => {
        // A transaction that lost a race runs anew, and notes anew.
        moves = [];
        return noted.run(moves, () => work(tx));
      });
      for (const move of moves) tell(move);
      return result;
    },
  };
}
