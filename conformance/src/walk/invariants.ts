import type { Answer } from "../answer.ts";
import type { RequirementId } from "../artefacts.ts";

/** What has to hold after every step of the walk, and the requirement that each belongs to. */
export const INVARIANTS = {
  parties: { requirement: "SVC-SCHED-002", sentence: "no provider and no client is in two places at once" },
  race: { requirement: "SVC-SCHED-005", sentence: "of bookings of one place at once at most one succeeds" },
  capacity: { requirement: "SVC-RES-003", sentence: "a resource hosts at most as many clients as its capacity" },
  first: { requirement: "SVC-LIFE-001", sentence: "every session begins in requested" },
  order: {
    requirement: "SVC-LIFE-003",
    sentence: "every recorded move is one of the table, and what was refused changed nothing",
  },
  twice: { requirement: "SVC-LIFE-008", sentence: "of moves of one session at once exactly one is recorded" },
  chain: { requirement: "SVC-TRAN-002", sentence: "the records of moves form a chain that ends in the current state" },
  time: { requirement: "SVC-TRAN-003", sentence: "the moments of the records never decrease" },
  kept: { requirement: "SVC-TRAN-007", sentence: "no record of a move changes or vanishes" },
  charge: { requirement: "SVC-BILL-002", sentence: "a session is charged once" },
  billing: { requirement: "SVC-BILL-001", sentence: "a payment moves no lifecycle" },
  repeat: { requirement: "SVC-IDEM-001", sentence: "a repeated request under one key gets the first answer again" },
  envelope: { requirement: "SVC-ERR-001", sentence: "every refusal is an error of the protocol, and no server error" },
  moves: { requirement: "SVC-ORD-004", sentence: "an order moves as its machine says" },
  limit: { requirement: "SVC-ORD-007", sentence: "an order is not booked beyond its limit" },
  covered: { requirement: "SVC-ORD-008", sentence: "sessions are booked under active orders only" },
  ledger: { requirement: "SVC-LEDG-001", sentence: "the ledger of an order is what its events add up to" },
  suspended: { requirement: "SVC-MAND-002", sentence: "a suspended mandate opens nothing" },
  revoked: { requirement: "SVC-MAND-003", sentence: "a revoked mandate opens nothing, from the next call on" },
} as const satisfies Readonly<Record<string, { requirement: RequirementId; sentence: string }>>;

export type InvariantName = keyof typeof INVARIANTS;

/** What was seen in place of what has to hold. */
export interface Seen {
  readonly what: string;
  readonly expected: string;
  readonly actual: unknown;
  readonly answer?: Answer | undefined;
}

/** A step after which something that has to hold does not. */
export class Broken extends Error {
  readonly invariant: InvariantName;
  readonly seen: Seen;

  constructor(invariant: InvariantName, seen: Seen) {
    super(`${INVARIANTS[invariant].sentence}: ${seen.what}`);
    this.name = "Broken";
    this.invariant = invariant;
    this.seen = seen;
  }
}
