import { type OperationNode, type ProtocolModel, resolveSchema } from "./model.ts";
import type { ObjectSchema, PropertyNode } from "./schema.ts";

/**
 * The input of an operation as one flat object: path and query parameters and the attributes of its body.
 * This is what a handler gets whichever door the call came through, and what an MCP tool takes.
 */
export function flatInput(model: ProtocolModel, operation: OperationNode): ObjectSchema {
  const parameters = operation.parameters.filter((parameter) => parameter.in !== "header");
  const attributes = operation.body ? resolveSchema(model, operation.body.attributes) : undefined;
  const fields = attributes?.kind === "object" ? attributes : undefined;
  return {
    kind: "object",
    properties: [...parameters, ...(fields?.properties ?? [])].map((property) => requireActor(operation, property)),
    closed: false,
    presence: [...operation.presence, ...(fields?.presence ?? [])],
  };
}

/** Over HTTP a header can carry the actor; where there is no header it must stand in the input. */
function requireActor(operation: OperationNode, property: PropertyNode): PropertyNode {
  return property.name === "actor" && operation.actor === "required" ? { ...property, required: true } : property;
}
