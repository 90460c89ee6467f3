import { machines } from "@servicialo/schema/0.8/machines";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import type { ConfirmationReason, MandateConstraints } from "@servicialo/schema/0.8/types";
import { toMinorUnits } from "../money.ts";
import type { ConditionHolds } from "./move-conditions.ts";
import type { WatchedMove } from "./watch-moves.ts";

/** Money that an action moves, in minor units; `unknown`: some, but nobody can tell how much. */
export type ActionAmount = { readonly minor: number; readonly currency: string } | "unknown";

/** What an agent has done, were it let. */
export interface Deed {
  readonly operationId: OperationId;
  readonly moves: readonly WatchedMove[];
  /** Of an operation that moves no state: whether the condition holds that it names. */
  readonly operationHolds: ConditionHolds;
  /** Null: it moves no money. */
  readonly amount: ActionAmount | null;
}

type Threshold = MandateConstraints["require_confirmation_above"];

/**
 * Whether a human has to be asked, and why; null: the agent acts alone (mandates page 8). The facts come from the
 * generated machines and operations.
 */
export function reasonToAsk(deed: Deed, threshold: Threshold): ConfirmationReason | null {
  const asking = askingParts(deed, isApproved(deed.amount, threshold));
  if (asking.length > 0) return asking.some(({ irreversible }) => irreversible) ? "irreversible" : "autonomy";
  return isAboveThreshold(deed.amount, threshold) ? "amount" : null;
}

/** Whether an agent may never do this, whoever agrees: then it is refused before anything else is looked at (SVC-AUTO-001). */
export function isForbiddenToAgents(operationId: OperationId, input: object): boolean {
  if (operations[operationId].agent?.autonomy === "forbidden") return true;
  const { to_state: wanted } = input as { to_state?: string };
  const moves = [...machines.service.moves, ...machines.order.moves, ...machines.mandate.moves].filter(
    (move) =>
      (move.operations as readonly string[]).includes(operationId) && (wanted === undefined || move.to === wanted),
  );
  return moves.length > 0 && moves.every((move) => move.agent === "forbidden");
}

/** Above the threshold, in another currency, or unknown: asks (SVC-MAND-014, M-12). */
function isAboveThreshold(amount: ActionAmount | null, threshold: Threshold): boolean {
  if (amount === null || threshold === undefined) return false;
  return !isApproved(amount, threshold);
}

/** The threshold is the principal's approval in advance of everything up to it (M-05). */
function isApproved(amount: ActionAmount | null, threshold: Threshold): boolean {
  if (threshold === undefined || amount === null || amount === "unknown") return false;
  if (amount.currency !== threshold.currency) return false;
  return amount.minor <= toMinorUnits(threshold.amount, threshold.currency);
}

interface Part {
  readonly irreversible: boolean;
}

function askingParts({ operationId, moves, operationHolds }: Deed, approved: boolean): Part[] {
  const isAlone = (autonomy: string, holds: ConditionHolds) =>
    autonomy === "alone" ||
    (autonomy === "conditional" && (holds === "holds" || (holds === "if_approved" && approved)));
  const { agent } = operations[operationId];
  if (agent) return isAlone(agent.autonomy, operationHolds) ? [] : [{ irreversible: movesMoney(operationId) }];
  if (moves.length === 0) return isMove(operationId) ? [{ irreversible: false }] : [];
  return moves.filter(({ autonomy, holds }) => !isAlone(autonomy, holds));
}

/** Whether an operation is there to move a session or an order: what it does without moving one is not for an agent to decide. */
function isMove(operationId: OperationId): boolean {
  return [...machines.service.moves, ...machines.order.moves].some((move) =>
    (move.operations as readonly string[]).includes(operationId),
  );
}

function movesMoney(operationId: OperationId): boolean {
  return machines.billing.moves.some(
    (move) => move.irreversible && (move.operations as readonly string[]).includes(operationId),
  );
}
