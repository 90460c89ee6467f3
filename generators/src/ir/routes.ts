import type { OperationNode, ProtocolModel } from "./model.ts";
import type { SchemaNode } from "./schema.ts";

/** All operations on the method and path of this one, itself included, in the order of the model. */
export function operationsOnRoute(model: ProtocolModel, operation: OperationNode): OperationNode[] {
  return model.operations.filter(
    (other) =>
      other.method === operation.method && other.path === operation.path && other.basePath === operation.basePath,
  );
}

/** The first operation on the same route, when this one is another. */
export function routeOwner(model: ProtocolModel, operation: OperationNode): OperationNode | undefined {
  const [first] = operationsOnRoute(model, operation);
  return first?.id === operation.id ? undefined : first;
}

/** HTTP statuses of the documented answers, each once, ascending: the usual one first. */
export function statusesOf(operation: OperationNode): number[] {
  return [...new Set(operation.answers.map(({ status }) => status))];
}

/** A schema per status: of the one body, or of any of several. */
export function answersByStatus(
  operation: OperationNode,
): { status: number; schema: SchemaNode; contentType: string }[] {
  return statusesOf(operation).map((status) => {
    const answers = operation.answers.filter((answer) => answer.status === status);
    const [first] = answers;
    const contentType = first?.contentType ?? "application/json";
    const schema = first && answers.length === 1 ? first.schema : anyOf(answers.map((answer) => answer.schema));
    return { status, schema, contentType };
  });
}

/** A schema that each of the schemas satisfies; equal ones count once. */
export function anyOf(schemas: readonly SchemaNode[]): SchemaNode {
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  const [only] = distinct;
  return distinct.length === 1 && only ? only : { kind: "union", variants: distinct };
}
