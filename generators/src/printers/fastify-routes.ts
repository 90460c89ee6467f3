import type { OperationNode, ParameterNode, ProtocolModel } from "../ir/model.ts";
import { operationPath } from "../ir/operation-path.ts";
import { answersByStatus, routeOwner } from "../ir/routes.ts";
import { namedIn, type ObjectSchema } from "../ir/schema.ts";
import { type GeneratedFile, typescriptFile, typescriptPath } from "./generated-file.ts";
import { TypeBoxWriter } from "./typebox.ts";

const DECLARATIONS = `import { type TSchema, Type } from "typebox";
import type { OperationId } from "./operations.ts";
import * as typebox from "./typebox.ts";

/** An HTTP route of the protocol, ready for \`fastify.route\` once a handler is added. */
export interface RouteDefinition {
  readonly operationId: OperationId;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Whole path in Fastify's notation. */
  readonly url: string;
  /** The first operation on the same method and path; the bodies tell the two apart. */
  readonly sharedWith?: OperationId;
  readonly schema: {
    readonly params?: TSchema;
    readonly querystring?: TSchema;
    readonly body?: TSchema;
    readonly response: Readonly<Record<number, TSchema>>;
  };
}`;

/** Fastify routes with TypeBox schemas for everything that goes in and out. */
export function printFastifyRoutes(model: ProtocolModel): GeneratedFile[] {
  const writer = new TypeBoxWriter(model, "typebox.");
  const routes = model.operations.map((operation) => printRoute(model, writer, operation));
  const body = `${DECLARATIONS}

/** Every operation's route. */
export const routes: readonly RouteDefinition[] = [
${routes.join("")}];
`;
  return [typescriptFile(typescriptPath(model.version, "routes"), body)];
}

function printRoute(model: ProtocolModel, writer: TypeBoxWriter, operation: OperationNode): string {
  const owner = routeOwner(model, operation);
  const params = operation.parameters.filter((parameter) => parameter.in === "path");
  const query = operation.parameters.filter((parameter) => parameter.in === "query");
  const schema = [
    ...(params.length > 0 ? [`params: ${writer.expression(objectOf(operation, params), "      ")}`] : []),
    ...(query.length > 0 ? [`querystring: ${writer.expression(objectOf(operation, query), "      ")}`] : []),
    ...(operation.body ? [`body: ${writer.expression(operation.body.schema, "      ")}`] : []),
    `response: {\n${answersByStatus(operation)
      .map(({ status, schema }) => `        ${status}: ${writer.expression(schema, "        ")},\n`)
      .join("")}      }`,
  ];
  return `  {
    operationId: ${JSON.stringify(operation.id)},
    method: ${JSON.stringify(operation.method)},
    url: ${JSON.stringify(fastifyPath(operationPath(operation)))},${owner ? `\n    sharedWith: ${JSON.stringify(owner.id)},` : ""}
    schema: {
${schema.map((line) => `      ${line},\n`).join("")}    },
  },
`;
}

function objectOf(operation: OperationNode, parameters: readonly ParameterNode[]): ObjectSchema {
  const names = new Set(parameters.map((parameter) => parameter.name));
  const presence = operation.presence.filter((rule) => namedIn(rule).every((name) => names.has(name)));
  return { kind: "object", properties: parameters, closed: false, presence };
}

/** `/sessions/{session_id}` → `/sessions/:session_id`. */
function fastifyPath(path: string): string {
  return path.replace(/\{([^}]+)\}/g, ":$1");
}
