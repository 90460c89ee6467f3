import type { Clock } from "../clock.ts";
import type { NodeConfig } from "../config.ts";
import type { Tx } from "../storage/open-database.ts";
import type { Caller } from "./caller.ts";

/** What an operation works with: one transaction, one clock, one caller. */
export interface OperationContext {
  readonly tx: Tx;
  readonly clock: Clock;
  readonly caller: Caller;
  readonly config: NodeConfig;
}
