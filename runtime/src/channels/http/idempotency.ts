import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { ProtocolError } from "../../errors.ts";
import type { Credential } from "../../pipeline/caller.ts";
import type { IdempotencyScope } from "../../pipeline/idempotency.ts";
import type { ReceivedBody } from "./media-types.ts";

/**
 * What identifies a repeatable POST: credential subject, method, path and key, with the fingerprint of what was sent
 * (D-26). Nothing for other methods, and for a request without a key.
 * @throws {ProtocolError} `MALFORMED_REQUEST` for a key that is not 1 to 255 visible ASCII characters
 */
export function idempotencyScope(request: FastifyRequest, credential: Credential | null): IdempotencyScope | null {
  const key = request.headers["idempotency-key"];
  if (request.method !== "POST" || key === undefined) return null;
  if (typeof key !== "string" || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new ProtocolError("MALFORMED_REQUEST", {
      detail: "Idempotency-Key must be 1 to 255 visible ASCII characters.",
    });
  }
  const raw = (request.body as ReceivedBody | undefined)?.raw ?? "";
  const sent = JSON.stringify([raw, request.headers["x-servicialo-actor"] ?? null]);
  return {
    subject: credential
      ? `${credential.organizationId}/${credential.subjectType}/${credential.subjectId}`
      : `public/${request.ip}`,
    method: request.method,
    path: pathOf(request),
    key,
    fingerprint: digestOf(sent),
  };
}

/** The path; a secret in it, such as the token of a public booking, is stored as its digest only. */
function pathOf(request: FastifyRequest): string {
  const { booking_token: secret } = request.params as { booking_token?: string };
  return secret === undefined ? request.url : `${request.routeOptions.url ?? ""}#${digestOf(request.url)}`;
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
