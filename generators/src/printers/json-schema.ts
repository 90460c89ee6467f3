import { flatInput } from "../ir/flat-input.ts";
import { definitionNamed, type OperationNode, type ProtocolModel } from "../ir/model.ts";
import { anyOf } from "../ir/routes.ts";
import { referencesOf, type SchemaNode } from "../ir/schema.ts";
import { type GeneratedFile, jsonFile } from "./generated-file.ts";
import { type JsonSchema, toJsonSchema } from "./json-schema-node.ts";
import { kebabCase } from "./text.ts";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** One JSON Schema per definition, and the whole input and answer of every operation. */
export function printJsonSchemas(model: ProtocolModel): GeneratedFile[] {
  const folder = `json-schema/${model.version}`;
  const objects = model.definitions.map((definition) =>
    jsonFile(`${folder}/${kebabCase(definition.name)}.schema.json`, {
      $schema: DIALECT,
      $id: schemaId(model, definition.name),
      title: definition.name,
      ...(definition.summary && { description: definition.summary }),
      ...toJsonSchema(definition.schema, (name) => `${kebabCase(name)}.schema.json`),
      ...(definition.examples.length > 0 && { examples: definition.examples }),
    }),
  );
  const operations = model.operations.flatMap((operation) => [
    jsonFile(`${folder}/operations/${operation.id}.input.schema.json`, inputSchema(model, operation)),
    jsonFile(`${folder}/operations/${operation.id}.output.schema.json`, outputSchema(model, operation)),
  ]);
  return [...objects, ...operations];
}

/** URI that identifies the schema of a definition. */
export function schemaId(model: ProtocolModel, name: string): string {
  return `https://servicialo.com/schema/${model.version}/${kebabCase(name)}.schema.json`;
}

/** The flat, sealed input of an operation, complete in itself. */
export function inputSchema(model: ProtocolModel, operation: OperationNode): JsonSchema {
  const input = flatInput(model, operation);
  return { title: `${operation.id} input`, ...selfContained(model, { ...input, closed: true }) };
}

/** The whole answer of an operation, complete in itself. Where it has several, any of them. */
export function outputSchema(model: ProtocolModel, operation: OperationNode): JsonSchema {
  const schema = anyOf(operation.answers.map((answer) => answer.schema));
  return { title: `${operation.id} output`, ...objectAtRoot(model, selfContained(model, schema)) };
}

/** MCP wants `type: object` at the root, so a reference there is replaced by what it names. */
function objectAtRoot(model: ProtocolModel, schema: JsonSchema): JsonSchema {
  const { $ref, ...rest } = schema;
  if (typeof $ref !== "string") return { type: "object", ...rest };
  const name = $ref.slice("#/$defs/".length);
  return { ...localSchema(definitionNamed(model, name).schema), ...rest };
}

/** A schema with all definitions that it needs under `$defs`. */
export function selfContained(model: ProtocolModel, schema: SchemaNode): JsonSchema {
  const names = [...transitiveReferences(model, schema)].sort();
  const definitions = Object.fromEntries(names.map((name) => [name, localSchema(definitionNamed(model, name).schema)]));
  return { ...toJsonSchema(schema, localReference), ...(names.length > 0 && { $defs: definitions }) };
}

/** Most definitions stand in the schemas of many operations; each is turned into JSON Schema once. */
const localSchemas = new WeakMap<SchemaNode, JsonSchema>();

function localSchema(schema: SchemaNode): JsonSchema {
  const known = localSchemas.get(schema) ?? toJsonSchema(schema, localReference);
  localSchemas.set(schema, known);
  return known;
}

function localReference(name: string): string {
  return `#/$defs/${name}`;
}

/** Names of all definitions reachable from a schema. */
export function transitiveReferences(model: ProtocolModel, schema: SchemaNode): Set<string> {
  const reached = new Set<string>();
  const open = [...referencesOf(schema)];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    open.push(...referencesOf(definitionNamed(model, name).schema));
  }
  return reached;
}
