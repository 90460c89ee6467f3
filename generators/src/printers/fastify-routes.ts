import { operationPath } from "../ir/operation-path.ts";
import type { OperationNode, ParameterNode, ProtocolModel } from "../ir/model.ts";
import type { ObjectSchema } from "../ir/schema.ts";
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
  const routes = model.operations.map((operation) => printRoute(writer, operation));
  const body = `${DECLARATIONS}

/** Every operation's route. */
export const routes: readonly RouteDefinition[] = [
${routes.join("")}];
`;
  return [typescriptFile(typescriptPath(model.version, "routes"), body)];
}

function printRoute(writer: TypeBoxWriter, operation: OperationNode): string {
  const params = operation.parameters.filter((parameter) => parameter.in === "path");
  const query = operation.parameters.filter((parameter) => parameter.in === "query");
  const schema = [
    ...(params.length > 0 ? [`params: ${writer.expression(objectOf(params), "      ")}`] : []),
    ...(query.length > 0 ? [`querystring: ${writer.expression(objectOf(query), "      ")}`] : []),
    ...(operation.body ? [`body: ${writer.expression(operation.body.schema, "      ")}`] : []),
    `response: {\n${operation.answers
      .map((answer) => `        ${answer.status}: ${writer.expression(answer.schema, "        ")},\n`)
      .join("")}      }`,
  ];
  return `  {
    operationId: ${JSON.stringify(operation.id)},
    method: ${JSON.stringify(operation.method)},
    url: ${JSON.stringify(fastifyPath(operationPath(operation)))},
    schema: {
${schema.map((line) => `      ${line},\n`).join("")}    },
  },
`;
}

function objectOf(parameters: readonly ParameterNode[]): ObjectSchema {
  return { kind: "object", properties: parameters, closed: false, presence: [] };
}

/** `/sessions/{session_id}` → `/sessions/:session_id`. */
function fastifyPath(path: string): string {
  return path.replace(/\{([^}]+)\}/g, ":$1");
}
