import { type McpTool, tools as manifest } from "@servicialo/schema/0.8/mcp-tools";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";

/** A tool of the manifest, with what the door has to know of its operation. */
export interface DoorTool {
  readonly name: string;
  readonly operationId: OperationId;
  readonly definition: McpTool;
  /** Whether it is listed and callable without a credential. */
  readonly isPublic: boolean;
  /** Other names under which published clients send a member. */
  readonly synonyms: Readonly<Record<string, string>>;
}

/** Members that published clients call otherwise (channels 2.3). */
const SYNONYMS: { readonly [Id in OperationId]?: Readonly<Record<string, string>> } = {
  "payments.record_payment": { venta_id: "sale_id" },
};

/** Every tool of the protocol, in the order of the manifest. */
export const allTools: readonly DoorTool[] = manifest.map((definition) => {
  const operationId = definition._meta["servicialo/operation"] as OperationId;
  return {
    name: definition.name,
    operationId,
    definition,
    isPublic: ["discovery", "resolver"].includes(operations[operationId].tier),
    synonyms: SYNONYMS[operationId] ?? {},
  };
});

/** Dotted names lead to the same tools. By table: underscores cannot be turned back into dots (channels 2.2). */
const namesByOperation: ReadonlyMap<string, string> = new Map(allTools.map((tool) => [tool.operationId, tool.name]));

/** The listed name of a tool, whichever of its two names a call used; any other name stays as it is. */
export function listedName(name: string): string {
  return namesByOperation.get(name) ?? name;
}

/**
 * Tools that a caller finds: the public ones, or with a credential all; of those what the node declares to do.
 * @param declared ids of operations; null when the node does not say
 */
export function toolsFor(hasCredential: boolean, declared: ReadonlySet<string> | null): readonly DoorTool[] {
  return allTools.filter(
    (tool) => (hasCredential || tool.isPublic) && (declared === null || declared.has(tool.operationId)),
  );
}
