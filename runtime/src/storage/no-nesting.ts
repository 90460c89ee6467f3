import { AsyncLocalStorage } from "node:async_hooks";

/** Refuses a transaction inside a transaction, which on SQLite would wait for itself and on PostgreSQL see other data. */
export class NoNesting {
  readonly #inside = new AsyncLocalStorage<true>();

  /** @throws {Error} when called from inside another run */
  run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#inside.getStore()) {
      throw new Error(
        "A transaction was asked for inside another one, which would wait for itself. Hand the tx on instead.",
      );
    }
    return this.#inside.run(true, work);
  }
}
