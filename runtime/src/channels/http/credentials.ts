import type { FastifyRequest } from "fastify";
import { findCredential } from "../../credentials/api-keys.ts";
import { ProtocolError } from "../../errors.ts";
import type { Credential } from "../../pipeline/caller.ts";
import type { NodeServices } from "../../pipeline/execute.ts";

/**
 * The credential of a request's bearer token.
 * @throws {ProtocolError} `UNAUTHORIZED` when it is missing, malformed, unknown or revoked; `FORBIDDEN` when
 *   `X-Servicialo-Org` names another organization than the credential's
 */
export async function authenticate(services: NodeServices, request: FastifyRequest): Promise<Credential> {
  const token = bearerToken(request);
  if (token === undefined) throw new ProtocolError("UNAUTHORIZED", { detail: "Send Authorization: Bearer <key>." });
  const organization = request.headers["x-servicialo-org"];
  const found = await findCredential(services, token);
  if (!found) throw new ProtocolError("UNAUTHORIZED", { detail: "The key is unknown or no longer valid." });
  if (
    typeof organization === "string" &&
    organization !== found.organizationSlug &&
    organization !== found.credential.organizationId
  ) {
    throw new ProtocolError("FORBIDDEN", {
      detail: "The credential belongs to another organization than X-Servicialo-Org names.",
    });
  }
  return found.credential;
}

/** The credential that a public call happens to carry; a bad one counts as none, since none is needed (SVC-HTTP-008). */
export async function recognize(services: NodeServices, request: FastifyRequest): Promise<Credential | null> {
  const token = bearerToken(request);
  return token === undefined ? null : ((await findCredential(services, token))?.credential ?? null);
}

function bearerToken(request: FastifyRequest): string | undefined {
  return /^Bearer ([\x21-\x7e]+)$/i.exec(request.headers.authorization ?? "")?.[1];
}
