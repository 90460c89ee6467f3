import type { OperationId } from "@servicialo/schema/0.8/operations";
import type { RouteDefinition } from "@servicialo/schema/0.8/routes";
import type { FastifyRequest } from "fastify";
import type { TSchema } from "typebox";
import { attributesOf } from "./request-input.ts";
import { validatorCompiler } from "./validator.ts";

/** As much of a generated schema as tells operations apart. */
interface Told {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Told & { readonly const?: unknown }>>;
}

interface Candidate {
  readonly operationId: OperationId;
  readonly attributes: Told;
  readonly validate: ReturnType<typeof validatorCompiler>;
}

/**
 * Tells which of the operations on one method and path a request means, and holds its body against that operation's
 * schema alone. An operation that shares another one's route is meant when all its required attributes are there, each
 * that has only one value with that value; the owner of the route otherwise. A body that fits none of them is told what
 * each of them lacks.
 * @throws {Error} with the findings, as Fastify throws them
 */
export function chooser(definitions: readonly RouteDefinition[]): (request: FastifyRequest) => OperationId {
  const sharers = definitions.filter(({ sharedWith }) => sharedWith !== undefined).map(candidate);
  const [owner] = definitions.filter(({ sharedWith }) => sharedWith === undefined).map(candidate);
  if (!owner) throw new Error("A shared route has an owner.");
  return (request) => {
    const given = attributesOf(request.body) ?? {};
    const meant = sharers.find(({ attributes }) => isMeant(attributes, given)) ?? owner;
    if (meant.validate(request.body)) return meant.operationId;
    const lacking = meant === owner ? [owner, ...sharers.filter(({ validate }) => !validate(request.body))] : [meant];
    const validation = lacking.flatMap(({ validate }) => validate.errors ?? []);
    throw Object.assign(new Error("The body does not fit."), { validation, validationContext: "body" });
  };
}

function candidate({ operationId, schema }: RouteDefinition): Candidate {
  const body = (schema.body ?? {}) as TSchema & Told;
  const attributes = body.properties?.["data"]?.properties?.["attributes"] ?? {};
  return { operationId, attributes, validate: validatorCompiler({ schema: body, httpPart: "body" }) };
}

function isMeant({ required = [], properties = {} }: Told, given: Readonly<Record<string, unknown>>): boolean {
  return required.every((name) => {
    const only = properties[name]?.const;
    return only === undefined ? given[name] !== undefined : given[name] === only;
  });
}
