import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import type { Actor } from "@servicialo/schema/0.8/types";
import { canonicalDigest } from "../audit/canonical.ts";

/**
 * What a human's approval is bound to: the digest over method, path and attributes, without the approval's own name
 * (mandates page 10.2). It is the same whichever door a call comes through.
 */
export function callDigest(operationId: OperationId, input: object, actor: Actor): string {
  const { method, basePath, path, pathParameters, queryParameters } = operations[operationId];
  const rest: Record<string, unknown> = { ...input };
  let target: string = `${basePath}${path}`;
  for (const name of pathParameters as readonly string[]) {
    target = target.replace(`{${name}}`, encodeURIComponent(String(rest[name])));
    delete rest[name];
  }
  const query = (queryParameters as readonly string[]).filter((name) => rest[name] !== undefined);
  if (query.length > 0) {
    const parameters = query.map((name) => [name, String(rest[name])] as [string, string]);
    target += `?${new URLSearchParams(parameters)}`;
    for (const name of query) delete rest[name];
  }
  const { confirmation_id: _, ...claim } = actor;
  return canonicalDigest({ method, path: target, attributes: { ...rest, actor: claim } });
}
