import type { Clock } from "../clock.ts";
import type { NodeConfig } from "../config.ts";
import type { Disclosures } from "../evidence/disclosures.ts";
import type { Vault } from "../evidence/vault.ts";
import type { Tx } from "../storage/open-database.ts";
import type { Caller } from "./caller.ts";

/** What an operation works with: one transaction, one clock, one caller. */
export interface OperationContext {
  readonly tx: Tx;
  readonly clock: Clock;
  readonly caller: Caller;
  readonly config: NodeConfig;
  readonly vault: Vault;
  /** The only way to put a restricted payload into an answer. */
  readonly disclosures: Disclosures;
  /**
   * Version that the addressed session had when the call came in; null when the call addresses none. Another version
   * inside the transaction means that somebody moved it first (SVC-LIFE-008).
   */
  readonly seenVersion: number | null;
}
