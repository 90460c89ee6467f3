import { Actor } from "@servicialo/schema/0.8/typebox";
import type { Actor as ActorClaim } from "@servicialo/schema/0.8/types";
import type { FastifyRequest } from "fastify";
import { Compile } from "typebox/compile";
import { ProtocolError } from "../../errors.ts";

const actor = Compile(Actor);

/**
 * The actor in `X-Servicialo-Actor`, Base64 of its JSON.
 * @throws {ProtocolError} `VALIDATION_ERROR` when it cannot be decoded or is no actor (SVC-HTTP-011)
 */
export function actorHeader(request: FastifyRequest): ActorClaim | undefined {
  const header = request.headers["x-servicialo-actor"];
  if (header === undefined) return undefined;
  const claim = decode(String(header));
  if (!actor.Check(claim)) {
    throw new ProtocolError("VALIDATION_ERROR", {
      parameter: "X-Servicialo-Actor",
      detail: "X-Servicialo-Actor must be the Base64 of an actor's JSON.",
    });
  }
  return claim as ActorClaim;
}

function decode(header: string): unknown {
  try {
    return JSON.parse(Buffer.from(header, "base64").toString("utf8"));
  } catch {
    return undefined;
  }
}
