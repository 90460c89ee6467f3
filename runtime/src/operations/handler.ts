import type { OperationInputs, OperationResults } from "@servicialo/schema/0.8/handlers";
import type { OperationId } from "@servicialo/schema/0.8/operations";
import type { OperationContext } from "../pipeline/context.ts";
import type { NodeServices } from "../pipeline/execute.ts";

/** What an operation does: a validated input in, a result out, everything through the context. */
export type Handler<Id extends OperationId> = (
  context: OperationContext,
  input: OperationInputs[Id],
) => Promise<OperationResults[Id]>;

/**
 * An operation that reaches out of the node half-way, and answers what came of it: one transaction before, one after,
 * none while it waits for others.
 */
export interface ReachingHandler<Id extends OperationId> {
  readonly prepare: (context: OperationContext, input: OperationInputs[Id]) => Promise<unknown>;
  readonly reachOut: (services: NodeServices, prepared: unknown) => Promise<unknown>;
  readonly finish: (context: OperationContext, outcome: unknown) => Promise<OperationResults[Id]>;
}

/** An operation that asks how the node is: it takes no credential, no transaction, and does nothing that is due. */
export interface ProbingHandler<Id extends OperationId> {
  readonly probe: (services: NodeServices) => Promise<OperationResults[Id]>;
}

/** What answers an operation; null: this node does not offer it. */
export type AnyHandler<Id extends OperationId> = Handler<Id> | ReachingHandler<Id> | ProbingHandler<Id> | null;

/** Ties the three parts of such an operation together: each takes what the one before it gives. */
export function reaching<Id extends OperationId, Prepared, Outcome>(parts: {
  prepare: (context: OperationContext, input: OperationInputs[Id]) => Promise<Prepared>;
  reachOut: (services: NodeServices, prepared: Prepared) => Promise<Outcome>;
  finish: (context: OperationContext, outcome: Outcome) => Promise<OperationResults[Id]>;
}): ReachingHandler<Id> {
  return parts as ReachingHandler<Id>;
}
