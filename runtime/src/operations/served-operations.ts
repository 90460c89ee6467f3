import type { OperationId } from "@servicialo/schema/0.8/operations";
import { handlers } from "./index.ts";

/** Ids of the operations that this node offers. */
export function servedOperations(): OperationId[] {
  return (Object.keys(handlers) as OperationId[]).filter((id) => handlers[id] !== null);
}
