import type { AdapterCallNode, AdapterMemberNode, OperationNode, ProtocolModel } from "../ir/model.ts";
import { anyOf } from "../ir/routes.ts";
import type { PropertyNode, SchemaNode } from "../ir/schema.ts";
import { type GeneratedFile, yamlFile } from "./generated-file.ts";
import { transitiveReferences } from "./json-schema.ts";
import { type JsonSchema, toJsonSchema } from "./json-schema-node.ts";
import { yamlText } from "./yaml-text.ts";

/** OpenAPI 3.1 of the adapter binding: flat JSON at the root of the host. */
export function printAdapterOpenApi(model: ProtocolModel): GeneratedFile[] {
  if (model.adapterCalls.length === 0) return [];
  const names = new Set(model.definitions.some(({ name }) => name === "ErrorDocument") ? ["ErrorDocument"] : []);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const calls of Map.groupBy(model.adapterCalls, ({ path, method }) => `${method} ${path}`).values()) {
    const [first] = calls as [AdapterCallNode, ...AdapterCallNode[]];
    paths[first.path] ??= {};
    (paths[first.path] as Record<string, unknown>)[first.method.toLowerCase()] = operationObject(model, calls, names);
  }
  const reachable = new Set([...names].flatMap((name) => [name, ...transitiveReferences(model, named(name))]));
  const document = {
    openapi: "3.1.0",
    info: {
      title: `${model.title}, adapter binding`,
      version: model.version,
      summary: "How the published MCP server calls a node over HTTP: flat JSON, without envelope.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    servers: [{ url: "/" }],
    paths,
    components: {
      securitySchemes: { credential: { type: "http", scheme: "bearer" } },
      schemas: Object.fromEntries(
        model.definitions
          .filter(({ name }) => reachable.has(name))
          .map(({ name, summary, schema }) => [
            name,
            { ...(summary && { description: summary }), ...toJsonSchema(schema, reference) },
          ]),
      ),
    },
  };
  return [yamlFile(`openapi-adapter/${model.version}.yaml`, yamlText(document))];
}

function reference(name: string): string {
  return `#/components/schemas/${name}`;
}

function named(name: string): SchemaNode {
  return { kind: "reference", name };
}

/** All calls on one route, which are told apart by what the request says. */
function operationObject(model: ProtocolModel, calls: readonly AdapterCallNode[], names: Set<string>) {
  const [first] = calls as [AdapterCallNode, ...AdapterCallNode[]];
  const operations = calls.map((call) => operationOf(model, call.operation));
  const schema = (node: SchemaNode): JsonSchema => {
    for (const name of namesIn(model, node)) names.add(name);
    return toJsonSchema(node, reference);
  };
  const isPublic = operations.every(({ tier }) => tier === "discovery" || tier === "resolver");
  const hasBody = first.method !== "GET" && calls.some(({ members }) => members.length > 0);
  const parameters = parametersOf(model, calls, schema);
  return {
    operationId: `${first.method.toLowerCase()}${first.path.replaceAll(/[^A-Za-z0-9]+/g, "_")}`.replace(/_$/, ""),
    summary: [...new Set(operations.map(({ title }) => title))].join(" / "),
    description: operations.map(({ id, summary }) => `${id}: ${summary}`).join("\n\n"),
    security: isPublic ? [] : [{ credential: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(hasBody && { requestBody: requestBody(model, calls, schema) }),
    responses: responsesOf(calls, schema),
    "x-servicialo-operations": [...new Set(calls.map(({ operation }) => operation))],
    "x-servicialo-called-by": [...new Set(calls.map(({ by }) => by))],
  };
}

function namesIn(model: ProtocolModel, node: SchemaNode): readonly string[] {
  return node.kind === "reference" ? [node.name] : [...transitiveReferences(model, node)];
}

function parametersOf(
  model: ProtocolModel,
  calls: readonly AdapterCallNode[],
  schema: (node: SchemaNode) => JsonSchema,
): Record<string, unknown>[] {
  const [first] = calls as [AdapterCallNode, ...AdapterCallNode[]];
  const inPath = [...first.path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: schema(inputOf(operationOf(model, first.asks), name)),
  }));
  if (first.method !== "GET") return inPath;
  const inQuery = distinct(calls).map((member) => ({
    name: member.name,
    in: "query",
    required: isRequired(calls, member),
    ...(member.summary && { description: member.summary }),
    schema: schema(withWords(model, member)),
  }));
  return [...inPath, ...inQuery];
}

function requestBody(
  model: ProtocolModel,
  calls: readonly AdapterCallNode[],
  schema: (node: SchemaNode) => JsonSchema,
) {
  const members = distinct(calls);
  const required = members.filter((member) => isRequired(calls, member)).map(({ name }) => name);
  return {
    required: required.length > 0,
    content: {
      "application/json": {
        schema: {
          type: "object",
          properties: Object.fromEntries(
            members.map((member) => [
              member.name,
              { ...schema(withWords(model, member)), ...(member.summary && { description: member.summary }) },
            ]),
          ),
          ...(required.length > 0 && { required }),
        },
      },
    },
  };
}

function responsesOf(calls: readonly AdapterCallNode[], schema: (node: SchemaNode) => JsonSchema) {
  const statuses = [...new Set(calls.flatMap(({ answer }) => answer.statuses))].sort((a, b) => a - b);
  const shapes = [...new Map(calls.map(({ answer }) => [JSON.stringify(answer), answer])).values()].map((answer) =>
    answerSchema(answer, schema),
  );
  const [only] = shapes;
  const content = { "application/json": { schema: shapes.length === 1 ? only : { anyOf: shapes } } };
  return {
    ...Object.fromEntries(statuses.map((status) => [String(status), { description: "Done.", content }])),
    "4XX": {
      description: "Refused; pointers name the members of this request.",
      content: { "application/json": { schema: { $ref: reference("ErrorDocument") } } },
    },
  };
}

function answerSchema(answer: AdapterCallNode["answer"], schema: (node: SchemaNode) => JsonSchema): JsonSchema {
  const attributes = schema(answer.schema);
  if (answer.kind === "document") return attributes;
  const added = { id: { type: "string" }, ...Object.fromEntries(answer.also.map(({ name }) => [name, {}])) };
  const resource = { allOf: [attributes, { type: "object", properties: added, required: ["id"] }] };
  if (answer.kind === "item") {
    return answer.under === null
      ? resource
      : { type: "object", properties: { [answer.under]: resource }, required: [answer.under] };
  }
  const counts = { total: { type: "integer" }, page: { type: "integer" }, limit: { type: "integer" } };
  return {
    type: "object",
    properties: { ...counts, [answer.list]: { type: "array", items: resource } },
    required: ["total", answer.list],
  };
}

/** Every member of the calls once, in their order. */
function distinct(calls: readonly AdapterCallNode[]): AdapterMemberNode[] {
  return [...new Map(calls.flatMap(({ members }) => members).map((member) => [member.name, member])).values()];
}

function isRequired(calls: readonly AdapterCallNode[], { name }: AdapterMemberNode): boolean {
  return calls.every(({ members }) => members.some((member) => member.name === name && member.required));
}

/** Values of an enum with the words that clients have for them. */
function withWords(model: ProtocolModel, { schema, words }: AdapterMemberNode): SchemaNode {
  const own = words === null ? undefined : model.adapterWords[words];
  return own ? anyOf([schema, { kind: "enum", values: Object.keys(own) }]) : schema;
}

function inputOf({ parameters, body }: OperationNode, name: string): SchemaNode {
  const attributes: readonly PropertyNode[] = body?.attributes.kind === "object" ? body.attributes.properties : [];
  return [...parameters, ...attributes].find((input) => input.name === name)?.schema ?? { kind: "string" };
}

function operationOf({ operations }: ProtocolModel, id: string): OperationNode {
  const found = operations.find((operation) => operation.id === id);
  if (!found) throw new Error(`The specification has no operation ${id}.`);
  return found;
}
