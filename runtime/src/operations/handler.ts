import type { OperationInputs, OperationResults } from "@servicialo/schema/0.8/handlers";
import type { OperationId } from "@servicialo/schema/0.8/operations";
import type { OperationContext } from "../pipeline/context.ts";

/** What an operation does: a validated input in, a result out, everything through the context. */
export type Handler<Id extends OperationId> = (context: OperationContext, input: OperationInputs[Id]) => Promise<OperationResults[Id]>;
