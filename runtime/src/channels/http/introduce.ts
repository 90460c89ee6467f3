import type { FastifyReply, FastifyRequest } from "fastify";
import { newestVersion, VERSION_HEADER } from "./version.ts";

/** What every answer carries, whatever becomes of the request. */
export function introduce(request: FastifyRequest, reply: FastifyReply): void {
  reply.header(VERSION_HEADER, newestVersion).header("x-request-id", request.id);
}
