import { flatInput } from "../ir/flat-input.ts";
import type { OperationNode, ProtocolModel } from "../ir/model.ts";
import type { PropertyNode } from "../ir/schema.ts";
import { type GeneratedFile, jsonFile, typescriptFile, typescriptPath } from "./generated-file.ts";
import { inputSchema, outputSchema, selfContained } from "./json-schema.ts";
import type { JsonSchema } from "./json-schema-node.ts";
import { literal } from "./text.ts";

/** The errors of a refused call, in short, since every tool lists them. */
const ERRORS = {
  type: "array",
  minItems: 1,
  items: { type: "object", properties: { code: { type: "string" } }, required: ["code"] },
  description: "Why it was refused, instead of an answer.",
};

/** The MCP tool manifest: what an MCP server of this protocol lists. */
export function printMcpTools(model: ProtocolModel): GeneratedFile[] {
  const tools = model.operations.filter((operation) => operation.tool).map((operation) => toolOf(model, operation));
  const body = `/** A tool as an MCP server lists it, with the facts of its operation in \`_meta\`. */
export interface McpTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: Readonly<Record<string, unknown>> & { readonly type: "object" };
  readonly outputSchema: Readonly<Record<string, unknown>> & { readonly type: "object" };
  readonly annotations: {
    readonly title: string;
    readonly readOnlyHint: boolean;
    readonly destructiveHint: boolean;
    readonly idempotentHint: boolean;
    readonly openWorldHint: boolean;
  };
  readonly _meta: {
    readonly "servicialo/operation": string;
    readonly "servicialo/scopes": readonly string[];
    readonly "servicialo/phase": string;
    readonly "servicialo/tier": string;
  };
}

export const tools: readonly McpTool[] = ${literal(tools)};
`;
  return [
    typescriptFile(typescriptPath(model.version, "mcp-tools"), body),
    jsonFile(`mcp/${model.version}.json`, { protocolVersion: model.version, tools }),
  ];
}

function toolOf(model: ProtocolModel, operation: OperationNode) {
  const tool = operation.tool;
  if (!tool) throw new Error(`${operation.id} is no tool.`);
  return {
    name: tool.name,
    title: tool.title,
    description: operation.summary,
    inputSchema: { ...toolInput(model, operation), type: "object" },
    outputSchema: { ...toolOutput(model, operation), type: "object" },
    annotations: {
      title: tool.title,
      readOnlyHint: tool.readOnly,
      destructiveHint: tool.destructive,
      idempotentHint: tool.idempotent,
      openWorldHint: tool.openWorld ?? false,
    },
    _meta: {
      "servicialo/operation": operation.id,
      "servicialo/scopes": operation.scopes,
      "servicialo/phase": operation.phase,
      "servicialo/tier": operation.tier,
    },
  };
}

/**
 * The input of an operation, and its actor where only a header carries one: a tool has no headers, and an agent names its
 * mandate in reads, too.
 */
function toolInput(model: ProtocolModel, operation: OperationNode): JsonSchema {
  const input = flatInput(model, operation);
  const actor = operation.tier === "credential" ? actorProperty(model) : undefined;
  if (!actor || input.properties.some(({ name }) => name === "actor")) return inputSchema(model, operation);
  const schema = selfContained(model, { ...input, properties: [...input.properties, actor], closed: true });
  return { title: `${operation.id} input`, ...schema };
}

/**
 * What a tool answers: the answer of its operation, or errors instead. Many clients hold the structured content of a failed
 * call against this schema, too, and would not let the model see errors that do not fit.
 */
function toolOutput(model: ProtocolModel, operation: OperationNode): JsonSchema {
  const { properties, required, anyOf, $defs, ...rest } = outputSchema(model, operation);
  const answered = { ...(required !== undefined && { required }), ...(anyOf !== undefined && { anyOf }) };
  return {
    ...rest,
    properties: { ...(properties as object), errors: ERRORS },
    anyOf: [answered, { required: ["errors"] }],
    ...($defs !== undefined && { $defs }),
  };
}

/** Who calls, as an optional member; nothing in a protocol without actors. */
function actorProperty(model: ProtocolModel): PropertyNode | undefined {
  const definition = model.definitions.find(({ name }) => name === "Actor");
  return (
    definition && {
      name: "actor",
      schema: { kind: "reference", name: "Actor" },
      required: false,
      summary: "Who calls; an agent names its mandate.",
      position: definition.position,
    }
  );
}
