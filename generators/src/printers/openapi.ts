import { STATUS_CODES } from "node:http";
import { compareIds } from "../ir/build-machines.ts";
import type { ErrorNode, OperationNode, ProtocolModel } from "../ir/model.ts";
import { answersByStatus, anyOf, operationsOnRoute, routeOwner } from "../ir/routes.ts";
import { faultAt } from "../specification-error.ts";
import { type GeneratedFile, yamlFile } from "./generated-file.ts";
import { propertySchema, toJsonSchema } from "./json-schema-node.ts";
import { yamlText } from "./yaml-text.ts";

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
  return [yamlFile(`openapi/${model.version}.yaml`, yamlText(document))];
}

function reference(name: string): string {
  return `#/components/schemas/${name}`;
}

function pathsOf(model: ProtocolModel): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  const owners = model.operations.filter((operation) => routeOwner(model, operation) === undefined);
  const roots = new Map<string, string>();
  for (const operation of owners.sort((a, b) => compareIds(a.path, b.path))) {
    const { path, basePath } = operation;
    if ((roots.get(path) ?? basePath) !== basePath) {
      throw faultAt(
        operation.position,
        `${operation.id} has a path that also stands at the host root. Give it another.`,
      );
    }
    roots.set(path, basePath);
    paths[path] ??= basePath === "" ? { servers: [{ url: "/" }] } : {};
    paths[path][operation.method.toLowerCase()] = operationObject(model, operation);
  }
  return paths;
}

/** One entry per route. Where operations share it, the entry has the id of the first and the bodies and answers of all. */
function operationObject(model: ProtocolModel, operation: OperationNode): Record<string, unknown> {
  const shared = operationsOnRoute(model, operation);
  const isPublic =
    operation.tier === "resolver" || operation.tier === "discovery" || operation.tier === "infrastructure";
  return {
    operationId: operation.id,
    summary: shared.map((other) => other.title).join(" / "),
    description: shared
      .map((other) => (shared.length > 1 ? `${other.id}: ${other.summary}` : other.summary))
      .join("\n\n"),
    tags: [...new Set(shared.map((other) => other.phase))],
    security: isPublic ? [] : [{ credential: [] }],
    ...(operation.parameters.length > 0 && { parameters: operation.parameters.map(parameterObject) }),
    ...(operation.body && { requestBody: requestBody(shared) }),
    responses: responsesOf(model, shared, isPublic),
    ...(shared.length > 1
      ? { "x-servicialo-operations": shared.map(extensionsOf) }
      : prefixed(extensionsOf(operation))),
  };
}

function extensionsOf(operation: OperationNode): Record<string, unknown> {
  return {
    id: operation.id,
    level: operation.level,
    tier: operation.tier,
    scopes: operation.scopes,
    ...(operation.tool && { tool: operation.tool.name }),
  };
}

function prefixed({ id: _, ...facts }: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [`x-servicialo-${name}`, value]));
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

/** `anyOf` and not `oneOf`: objects are open, so a body may well satisfy two. */
function requestBody(shared: readonly OperationNode[]): Record<string, unknown> {
  const bodies = shared.map((operation) => operation.body).filter((body) => body !== null);
  const schema = toJsonSchema(anyOf(bodies.map((body) => body.schema)), reference);
  const types = [...new Set(bodies.flatMap((body) => body.contentTypes))];
  return {
    required: bodies.every((body) => body.required),
    content: Object.fromEntries(types.map((type) => [type, { schema }])),
  };
}

function responsesOf(
  model: ProtocolModel,
  shared: readonly OperationNode[],
  isPublic: boolean,
): Record<string, unknown> {
  const [operation] = shared as [OperationNode, ...OperationNode[]];
  const answers = {
    ...operation,
    answers: shared.flatMap((other) => other.answers).sort((a, b) => a.status - b.status),
  };
  const success = Object.fromEntries(
    answersByStatus(answers).map((answer) => [String(answer.status), successResponse(answers, answer)]),
  );
  const own = model.errors.filter((error) => shared.some((other) => other.errors.includes(error.code)));
  const common = [
    ...COMMON_STATUSES,
    ...(isPublic ? [] : CREDENTIAL_STATUSES),
    ...(operation.body ? BODY_STATUSES : []),
  ];
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

function successResponse(
  operation: OperationNode,
  answer: ReturnType<typeof answersByStatus>[number],
): Record<string, unknown> {
  return {
    description: describeAnswer(operation, answer.status),
    content: { [answer.contentType]: { schema: toJsonSchema(answer.schema, reference) } },
  };
}

function describeAnswer({ answers: [first] }: OperationNode, status: number): string {
  if (status >= 400) return `${STATUS_CODES[status] ?? "Failed"}.`;
  if (first?.kind === "collection") return "One page.";
  return status === 201 ? "Created." : "Done.";
}

function errorResponse(model: ProtocolModel, status: number, own: readonly ErrorNode[]): Record<string, unknown> {
  const codes = own.filter((error) => error.status === status);
  const titles = codes.length > 0 ? codes : model.errors.filter((error) => error.status === status);
  return {
    description: titles.map((error) => `${error.code}: ${error.title}.`).join(" ") || "Refused.",
    content: { "application/vnd.api+json": { schema: { $ref: reference("ErrorDocument") } } },
  };
}
