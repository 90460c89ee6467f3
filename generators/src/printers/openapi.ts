import { stringify } from "yaml";
import type { AnswerNode, ErrorNode, OperationNode, ProtocolModel } from "../ir/model.ts";
import { type GeneratedFile, yamlFile } from "./generated-file.ts";
import { type JsonSchema, propertySchema, toJsonSchema } from "./json-schema-node.ts";

/** Codes that any operation behind a credential may answer; the operation's own come on top. */
const COMMON_STATUSES = [400, 404, 405, 406, 422, 429, 500, 501, 503];
const CREDENTIAL_STATUSES = [401, 403, 409];
const BODY_STATUSES = [413, 415];

/** OpenAPI 3.1 of the HTTP profile. */
export function printOpenApi(model: ProtocolModel): GeneratedFile[] {
  const document = {
    openapi: "3.1.0",
    info: {
      title: model.title,
      version: model.version,
      summary: "How a professional service is found, booked, delivered, evidenced, charged and verified.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    servers: [{ url: model.basePath }],
    tags: [...new Set(model.operations.map((operation) => operation.phase))].sort().map((name) => ({ name })),
    paths: pathsOf(model),
    components: {
      securitySchemes: { credential: { type: "http", scheme: "bearer" } },
      schemas: Object.fromEntries(
        model.definitions.map((definition) => [
          definition.name,
          {
            ...(definition.summary && { description: definition.summary }),
            ...toJsonSchema(definition.schema, reference),
            ...(definition.examples.length > 0 && { examples: definition.examples }),
          },
        ]),
      ),
    },
  };
  return [yamlFile(`openapi/${model.version}.yaml`, stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 }))];
}

function reference(name: string): string {
  return `#/components/schemas/${name}`;
}

function pathsOf(model: ProtocolModel): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  const sorted = [...model.operations].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const operation of sorted) {
    const path = operation.path;
    paths[path] ??= operation.basePath === "" ? { servers: [{ url: "/" }] } : {};
    const method = operation.method.toLowerCase();
    const item = paths[path];
    // Two operations on one method and path differ only in their body: the first carries the method.
    if (item[method] === undefined) item[method] = operationObject(model, operation, sharing(model, operation));
  }
  return paths;
}

function sharing(model: ProtocolModel, operation: OperationNode): OperationNode[] {
  return model.operations.filter(
    (other) => other.path === operation.path && other.method === operation.method && other.basePath === operation.basePath,
  );
}

function operationObject(model: ProtocolModel, operation: OperationNode, shared: readonly OperationNode[]): Record<string, unknown> {
  const isPublic = operation.tier === "resolver" || operation.tier === "discovery" || operation.tier === "infrastructure";
  return {
    operationId: operation.id,
    summary: operation.title,
    description: shared.map((other) => (shared.length > 1 ? `${other.id}: ${other.summary}` : other.summary)).join("\n\n"),
    tags: [operation.phase],
    security: isPublic ? [] : [{ credential: [] }],
    ...(operation.parameters.length > 0 && { parameters: operation.parameters.map(parameterObject) }),
    ...(operation.body && { requestBody: requestBody(shared) }),
    responses: responsesOf(model, operation, isPublic),
    "x-servicialo-level": operation.level,
    "x-servicialo-tier": operation.tier,
    "x-servicialo-scopes": operation.scopes,
    ...(operation.tool && { "x-servicialo-tool": operation.tool.name }),
  };
}

function parameterObject(parameter: OperationNode["parameters"][number]): Record<string, unknown> {
  const { description, ...schema } = propertySchema(parameter, reference);
  return {
    name: parameter.name,
    in: parameter.in,
    required: parameter.in === "path" || parameter.required,
    ...(description ? { description } : {}),
    schema,
  };
}

function requestBody(shared: readonly OperationNode[]): Record<string, unknown> {
  const bodies = shared.map((operation) => operation.body).filter((body) => body !== null);
  const schemas = bodies.map((body) => toJsonSchema(body.schema, reference));
  const schema: JsonSchema = schemas.length === 1 && schemas[0] ? schemas[0] : { anyOf: schemas };
  const types = [...new Set(bodies.flatMap((body) => body.contentTypes))];
  return {
    required: bodies.every((body) => body.required),
    content: Object.fromEntries(types.map((type) => [type, { schema }])),
  };
}

function responsesOf(model: ProtocolModel, operation: OperationNode, isPublic: boolean): Record<string, unknown> {
  const success = Object.fromEntries(operation.answers.map((answer) => [String(answer.status), successResponse(answer)]));
  const own = model.errors.filter((error) => operation.errors.includes(error.code));
  const common = [...COMMON_STATUSES, ...(isPublic ? [] : CREDENTIAL_STATUSES), ...(operation.body ? BODY_STATUSES : [])];
  const statuses = [...new Set([...common, ...own.map((error) => error.status)])].sort((a, b) => a - b);
  const failures = operation.tier === "infrastructure" && operation.basePath === "" ? [] : statuses;
  return {
    ...success,
    ...Object.fromEntries(
      failures
        .filter((status) => !(String(status) in success))
        .map((status) => [String(status), errorResponse(model, status, own)]),
    ),
  };
}

function successResponse(answer: AnswerNode): Record<string, unknown> {
  return {
    description: answer.kind === "collection" ? "One page." : answer.status === 201 ? "Created." : "Done.",
    content: { [answer.contentType]: { schema: toJsonSchema(answer.schema, reference) } },
  };
}

function errorResponse(model: ProtocolModel, status: number, own: readonly ErrorNode[]): Record<string, unknown> {
  const codes = own.filter((error) => error.status === status);
  const titles = codes.length > 0 ? codes : model.errors.filter((error) => error.status === status);
  return {
    description: titles.map((error) => `${error.code}: ${error.title}.`).join(" ") || "Refused.",
    content: { "application/vnd.api+json": { schema: { $ref: reference("ErrorDocument") } } },
  };
}
