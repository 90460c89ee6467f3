import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import type { ProfileRequest } from "./exchange.ts";

/** What a request carries besides the input of its operation. */
export interface RequestFacts {
  /** Whole value of the `Authorization` header; null: no credential. */
  readonly authorization: string | null;
  readonly version?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly requestId?: string | undefined;
  /** Slug or id of the organization that the credential must belong to. */
  readonly organization?: string | undefined;
  /** Secret by which some nodes know a client that has no credential. */
  readonly nodeToken?: string | undefined;
}

/**
 * An operation with its input as one flat object, as a request of the HTTP profile. Attributes go bare, so that pointers
 * of errors lead to the members of the input. The actor of an operation without attributes goes into its header
 * (SVC-HTTP-011). Nothing is judged here: what the operation does not know reaches it all the same.
 */
export function operationRequest(
  id: OperationId,
  input: Readonly<Record<string, unknown>>,
  facts: RequestFacts,
): ProfileRequest {
  const { method, url, pathParameters, queryParameters, attributes, answer } = operations[id];
  const rest: Record<string, unknown> = { ...input };
  const take = (name: string) => {
    const value = rest[name];
    delete rest[name];
    return value;
  };
  const path = (pathParameters as readonly string[]).reduce(
    (target, name) => target.replace(`{${name}}`, encodeURIComponent(textOf(take(name)))),
    url as string,
  );
  const query = new URLSearchParams();
  for (const name of queryParameters as readonly string[]) {
    const value = take(name);
    if (value !== undefined) query.set(name, textOf(value));
  }
  const names = attributes as readonly string[];
  const actor = names.includes("actor") ? undefined : take("actor");
  const hasBody = method !== "GET" && (names.length > 0 || Object.keys(rest).length > 0);
  return {
    method,
    target: query.size > 0 ? `${path}?${query}` : path,
    headers: {
      accept: answer === "document" ? "application/json" : "application/vnd.api+json",
      ...(hasBody && { "content-type": "application/json" }),
      ...(facts.authorization !== null && { authorization: facts.authorization }),
      ...(facts.version !== undefined && { "x-servicialo-version": facts.version }),
      ...(facts.idempotencyKey !== undefined && { "idempotency-key": facts.idempotencyKey }),
      ...(facts.requestId !== undefined && { "x-request-id": facts.requestId }),
      ...(facts.organization !== undefined && { "x-servicialo-org": facts.organization }),
      ...(facts.nodeToken !== undefined && { "x-servicialo-node-token": facts.nodeToken }),
      ...(actor !== undefined && { "x-servicialo-actor": Buffer.from(JSON.stringify(actor)).toString("base64") }),
    },
    ...(hasBody && { body: JSON.stringify(rest) }),
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
}
