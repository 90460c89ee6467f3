import type { OperationInputs } from "@servicialo/schema/0.8/handlers";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import type { Actor } from "@servicialo/schema/0.8/types";
import type { FastifyRequest } from "fastify";
import { ProtocolError } from "../../errors.ts";
import { JSON_PLAIN, mediaTypeOf, type ReceivedBody } from "./media-types.ts";

/** The command of a request in its envelope, and where its attributes stood in what was sent. */
export interface Command {
  readonly body: unknown;
  readonly pointerPrefix: string;
}

/**
 * Puts a body into the envelope: `application/json` may carry the bare attributes, and a body whose attributes are all
 * optional may be missing. The actor of the header joins the attributes unless they name one.
 * @throws {ProtocolError} `MALFORMED_REQUEST` when the body is no JSON
 */
export function toCommand(operationId: OperationId, request: FastifyRequest, headerActor: Actor | undefined): Command {
  const received = request.body as ReceivedBody | undefined;
  if (received && received.malformed !== null) {
    throw new ProtocolError("MALFORMED_REQUEST", { detail: received.malformed });
  }
  const type = operations[operationId].commandType;
  const value = received?.value;
  const bare = value === undefined || (mediaTypeOf(request) === JSON_PLAIN && isBare(operationId, value));
  const body = bare ? { data: { type, attributes: value ?? {} } } : value;
  if (takesActor(operationId) && headerActor !== undefined) addActor(body, headerActor);
  return { body, pointerPrefix: bare && value !== undefined ? "" : "/data/attributes" };
}

/**
 * Everything a validated request says, in one flat object. The path says what is addressed, whatever the attributes
 * hold; query parameters count where the operation has them, since no schema has judged others.
 */
export function flatInput<Id extends OperationId>(operationId: Id, request: FastifyRequest): OperationInputs[Id] {
  const known: readonly string[] = operations[operationId].queryParameters;
  const query = Object.entries(request.query as object).filter(([name]) => known.includes(name));
  return {
    ...attributesOf(request.body),
    ...Object.fromEntries(query),
    ...(request.params as object),
  } as OperationInputs[Id];
}

/** Whether these are attributes without their envelope. Evidence has an attribute `data` itself, which never stands alone. */
function isBare(operationId: OperationId, value: unknown): boolean {
  if (!isObject(value)) return false;
  const names: readonly string[] = operations[operationId].attributes;
  return !("data" in value) || (names.includes("data") && names.some((name) => name !== "data" && name in value));
}

function takesActor(operationId: OperationId): boolean {
  return (operations[operationId].attributes as readonly string[]).includes("actor");
}

function addActor(body: unknown, actor: Actor): void {
  const attributes = attributesOf(body);
  if (attributes && attributes["actor"] === undefined) attributes["actor"] = actor;
}

/** The attributes of a body in its envelope; undefined when it holds none. */
export function attributesOf(body: unknown): Record<string, unknown> | undefined {
  if (!isObject(body) || !isObject(body["data"])) return undefined;
  const attributes = body["data"]["attributes"];
  return isObject(attributes) ? attributes : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
