import { Socket } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { ProtocolError } from "../../errors.ts";
import { introduce } from "./introduce.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Methods whose answers stay open for as long as somebody listens: they are nobody's load. */
    staysOpen?: readonly string[];
    /** Answered whatever else the node is at. */
    answersAlways?: boolean;
  }
}

/** Seconds after which a caller who was turned away may try again. */
const RETRY_AFTER = 1;

/** Requests that are answered just now. */
export interface Load {
  readonly running: number;
}

/**
 * Turns requests away while so many are being answered that another one would only wait: at once, with
 * `UPSTREAM_UNAVAILABLE` and `Retry-After`, before anything of them is read. What the node asks itself on behalf of another
 * door is part of a request that was let in.
 */
export function shedOverload(app: FastifyInstance, mostRequests: number): Load {
  const load = { running: 0 };
  app.addHook("onRequest", async (request, reply) => {
    if (!isFromOutside(request) || request.routeOptions.config.answersAlways === true) return;
    if (load.running >= mostRequests) {
      introduce(request, reply);
      throw tooBusy();
    }
    if (request.routeOptions.config.staysOpen?.includes(request.method)) return;
    load.running += 1;
    // Emitted once, however the answer ends.
    reply.raw.once("close", () => {
      load.running -= 1;
    });
  });
  return load;
}

function isFromOutside({ raw }: FastifyRequest): boolean {
  return raw.socket instanceof Socket;
}

function tooBusy(): ProtocolError {
  return new ProtocolError("UPSTREAM_UNAVAILABLE", {
    detail: "The node has as much to do as it can. Try again.",
    meta: { retry_after: RETRY_AFTER },
  });
}
