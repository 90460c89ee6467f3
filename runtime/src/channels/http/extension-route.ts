import type { FastifyInstance, FastifyRequest } from "fastify";
import { ProtocolError } from "../../errors.ts";
import type { Credential } from "../../pipeline/caller.ts";
import type { NodeServices } from "../../pipeline/execute.ts";
import { authenticate } from "./credentials.ts";
import { sendBody } from "./envelope.ts";
import { checkAccept, JSON_API } from "./media-types.ts";
import { negotiateVersion, VERSION_HEADER } from "./version.ts";

/** Below this stand the operations of the protocol, and the extensions beside them. */
export const BASE = "/servicialo/v1";

const OTHER_METHODS = ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What this node answers beyond the protocol, to whoever holds a credential. */
export interface Extension {
  /** Its name in the capabilities document. */
  readonly name: string;
  readonly url: string;
  /** The body of the answer. */
  readonly answer: (services: NodeServices, credential: Credential, request: FastifyRequest) => Promise<object>;
}

/** Serves an extension by GET. Registered inside the door, whose hooks answer wrong methods and refusals. */
export function extensionRoute(app: FastifyInstance, services: NodeServices, { name, url, answer }: Extension): void {
  app.get(url, { config: { extension: name } }, async (request, reply) => {
    checkAccept(request);
    reply.header(VERSION_HEADER, negotiateVersion(request.headers[VERSION_HEADER] as string | undefined));
    const body = await answer(services, await authenticate(services, request), request);
    return sendBody(reply, { status: 200, contentType: JSON_API, body: JSON.stringify(body) });
  });
  app.route({
    method: OTHER_METHODS,
    url,
    config: { allow: "GET" } as never,
    // The door's hook has refused it before.
    handler: () => Promise.reject(new ProtocolError("METHOD_NOT_ALLOWED")),
  });
}
