import type { ErrorCode } from "@servicialo/schema/0.8/errors";
import { machines } from "@servicialo/schema/0.8/machines";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { NAMED } from "../../mandates/touched-by.ts";
import { type Cell, type CellCaller, isGuarded } from "./cells.ts";

/** What a cell has to come to. Let through: whoever calls may; what comes of it is the operation's affair. */
export type Verdict = ErrorCode | "let through";

/** Codes that mean: not you. */
export const TURNED_AWAY: readonly string[] = [
  "UNAUTHORIZED",
  "FORBIDDEN",
  "NOT_FOUND",
  "MANDATE_REQUIRED",
  "MANDATE_EXPIRED",
  "MANDATE_SUSPENDED",
  "MANDATE_NOT_YET_VALID",
  "AGENT_MISMATCH",
  "SCOPE_INSUFFICIENT",
  "CONTEXT_MISMATCH",
  "CONFLICT_OF_INTEREST",
  "CONSTRAINT_VIOLATED",
];

/**
 * Operations that move nothing of a machine, and are not for everybody: what is the organization's own (operations 4.8
 * to 4.10, mandates 2), and records of clients, which a client could otherwise list by trying addresses (errors, NOT_FOUND).
 */
const RESERVED: { readonly [Id in OperationId]?: readonly CellCaller["type"][] } = {
  "clients.get_or_create": ["provider", "organization"],
  "resolve.register": ["organization"],
  "resolve.update_endpoint": ["organization"],
  "resource.create": ["organization"],
  "resource.delete": ["organization"],
  "resource.update": ["organization"],
  "service_orders.update": ["organization"],
  "telemetry.heartbeat": ["organization"],
};

/** Members that lead to what some parties of the same organization do not see: the samples are between others (operations 4.9). */
const UNSEEN: Readonly<Record<string, readonly CellCaller["type"][]>> = {
  order_id: ["provider"],
  mandate_id: ["client", "provider"],
  confirmation_id: ["client", "provider"],
};

/** Operations that are asked about a principal, who alone may; the samples ask about the organization (operations 4.9). */
const ABOUT_PRINCIPAL: readonly OperationId[] = ["audit.list", "mandates.issue"];

interface Move {
  readonly to: string;
  readonly operations: readonly string[];
  readonly by: readonly string[];
  readonly agent: string;
}

/** What a call comes to, by the generated operations, scopes and machines. */
export function expectedOf(cell: Cell, input: Readonly<Record<string, unknown>>): Verdict {
  const { operationId, caller } = cell;
  if (!isGuarded(operationId)) return "let through";
  if (caller.type === "nobody") return "UNAUTHORIZED";
  return caller.scope === null ? ofParty(cell, input) : ofAgent(cell, input);
}

function ofParty({ operationId, caller }: Cell, input: Readonly<Record<string, unknown>>): Verdict {
  const { tier, pathParameters } = operations[operationId];
  const isFirm = caller.type === "organization";
  const isOwn = caller.tenant === "own";
  if (tier === "administrator" && !isFirm) return "FORBIDDEN";
  if (ABOUT_PRINCIPAL.includes(operationId)) return isFirm && isOwn ? "let through" : "FORBIDDEN";
  if (!isAmong(RESERVED[operationId], caller) && !isSeenFirst(operationId)) return "FORBIDDEN";
  if (isOwn) {
    if (Object.keys(input).some((member) => UNSEEN[member]?.includes(caller.type))) return "NOT_FOUND";
    return isAmong(RESERVED[operationId], caller) && mayMove(operationId, caller, input) ? "let through" : "FORBIDDEN";
  }
  if (Object.keys(input).some((member) => (pathParameters as readonly string[]).includes(member))) return "NOT_FOUND";
  if (operations[operationId].method === "GET") return "sale_id" in input ? "NOT_FOUND" : "let through";
  // A body may name what is not there, but nobody may claim to be its party.
  return isFirm || !("client_id" in input) ? "let through" : "FORBIDDEN";
}

function ofAgent({ operationId, caller }: Cell, input: Readonly<Record<string, unknown>>): Verdict {
  const { tier, scopes } = operations[operationId];
  if (tier !== "credential") return "FORBIDDEN";
  if (!(scopes as readonly string[]).includes(String(caller.scope))) return "SCOPE_INSUFFICIENT";
  if (caller.tenant === "foreign" && Object.keys(input).some((member) => NAMED[member])) return "CONTEXT_MISMATCH";
  const named = Object.keys(input);
  if (named.some((member) => UNSEEN[member]?.includes(caller.type))) return "CONTEXT_MISMATCH";
  // A client's agent finds the record of its own client, and no other.
  if (operationId === "clients.get_or_create" && caller.type === "client") return "CONTEXT_MISMATCH";
  if (isNeverAnAgents(operationId, input)) return "FORBIDDEN";
  const may = isAmong(RESERVED[operationId], caller) && mayMove(operationId, caller, input);
  return may ? "let through" : "FORBIDDEN";
}

function isAmong(types: readonly CellCaller["type"][] | undefined, { type }: CellCaller): boolean {
  return types === undefined || types.includes(type);
}

/** Whether the thing is looked for before it is asked who may: what is not to be seen is not there then. */
function isSeenFirst(operationId: OperationId): boolean {
  return operationId.startsWith("service_orders.") && operations[operationId].pathParameters.length > 0;
}

/** Whether a party may make any of the moves that an operation can make. */
function mayMove(operationId: OperationId, { type }: CellCaller, input: object): boolean {
  const moves = movesOf(operationId, input);
  return moves.length === 0 || moves.some(({ by }) => by.includes(type));
}

function isNeverAnAgents(operationId: OperationId, input: object): boolean {
  const moves = movesOf(operationId, input);
  return moves.length > 0 && moves.every(({ agent }) => agent === "forbidden");
}

/** The moves of sessions and orders that a call can make; of money, where it makes no others. */
function movesOf(operationId: OperationId, input: object): Move[] {
  const { to_state: wanted } = input as { to_state?: string };
  const all = (list: readonly Move[]) =>
    list.filter((move) => move.operations.includes(operationId) && (wanted === undefined || move.to === wanted));
  const moves = all([...machines.service.moves, ...machines.order.moves]);
  return moves.length > 0 ? moves : all(machines.billing.moves);
}
