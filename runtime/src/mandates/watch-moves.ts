import { machines } from "@servicialo/schema/0.8/machines";
import type { OrderState } from "@servicialo/schema/0.8/types";
import { ProtocolError } from "../errors.ts";
import type { Work } from "../lifecycle/author.ts";
import type { ServiceState } from "../lifecycle/states.ts";
import type { OrderRow, SessionRow } from "../storage/rows.ts";
import { type ConditionHolds, conditionOfMove } from "./move-conditions.ts";

/** What is looked at of a session that moves. */
type SessionFacts = Pick<
  SessionRow,
  | "id"
  | "clientId"
  | "providerId"
  | "offerId"
  | "orderId"
  | "name"
  | "vertical"
  | "startsAt"
  | "endsAt"
  | "contract"
  | "currency"
  | "priceMinor"
  | "amountMinor"
>;

type OrderFacts = Pick<OrderRow, "id" | "clientId" | "scope" | "term" | "pricing" | "paymentSchedule">;

/** A session that is about to move; `state` is null for one that is about to be opened. */
export interface SessionMove {
  readonly session: SessionFacts & { readonly state: ServiceState | null };
  readonly to: ServiceState;
}

export interface OrderMove {
  readonly order: OrderFacts & { readonly state: OrderState | null };
  readonly to: OrderState;
}

type Autonomy = "alone" | "asks" | "conditional" | "forbidden";

/** A move that an agent makes, with what the machine says of agents there. */
export interface WatchedMove {
  /** Row of the machine, such as `L-05`. */
  readonly id: string;
  readonly autonomy: Autonomy;
  /** Of a conditional move: whether the agent may make it alone. */
  readonly holds: ConditionHolds;
  readonly irreversible: boolean;
  readonly session: SessionMove["session"] | null;
  readonly order: OrderMove["order"] | null;
}

/**
 * Sees every move that an agent makes, before it is made: the writers of states call it for whoever acts in an agent's
 * name, so no operation can move anything past it. What it saw decides whether a human has to be asked.
 */
export class MoveWatch {
  readonly seen: WatchedMove[] = [];
  readonly #agentId: string;
  readonly #input: object;

  constructor(agentId: string, input: object) {
    this.#agentId = agentId;
    this.#input = input;
  }

  /** @throws {ProtocolError} `FORBIDDEN` for a move that no agent makes */
  async onSession(work: Work, { session, to }: SessionMove): Promise<void> {
    const row = rowOf(machines.service.moves, session.state, to);
    const holds = await conditionOfMove(work, { id: row.id, session, agentId: this.#agentId, input: this.#input });
    this.seen.push({ ...row, holds, session, order: null });
  }

  /** @throws {ProtocolError} `FORBIDDEN` for a move that no agent makes */
  async onOrder(_work: Work, { order, to }: OrderMove): Promise<void> {
    const row = rowOf(machines.order.moves, order.state, to);
    // No move of an order is left to a condition; one that were would have to be asked for.
    this.seen.push({ ...row, holds: "fails", session: null, order });
  }
}

interface MachineRow {
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
  readonly agent: Autonomy;
  readonly irreversible: boolean;
}

function rowOf(moves: readonly MachineRow[], from: string | null, to: string) {
  const row = moves.find((move) => move.from === from && move.to === to);
  if (!row) throw new Error(`The machine has no move from ${from} to ${to}.`);
  if (row.agent === "forbidden")
    throw new ProtocolError("FORBIDDEN", { detail: `An agent never moves anything to '${to}'.` });
  return { id: row.id, autonomy: row.agent, irreversible: row.irreversible };
}
