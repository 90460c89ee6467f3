import { allOperations, type OperationEntry } from "./artefacts.ts";

const PUBLIC_TIERS: ReadonlySet<string> = new Set(["discovery", "resolver", "infrastructure"]);

/** Whether an operation needs no credential. */
export function isPublic({ tier }: OperationEntry): boolean {
  return PUBLIC_TIERS.has(tier);
}

/** Operations that have a tool, in the order of the table. */
export function operationsWithTools(): readonly OperationEntry[] {
  return allOperations().filter(({ tool }) => tool !== null);
}

/** Spellings under which the tool of an operation could be listed or called. */
export function toolNames(id: string): readonly string[] {
  return [id.replaceAll(".", "_"), id];
}
