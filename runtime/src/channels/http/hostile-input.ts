import { randomUUID } from "node:crypto";
import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { ProtocolError } from "../../errors.ts";
import { errorDocument } from "./error-answer.ts";
import { introduce } from "./introduce.ts";
import { JSON_API } from "./media-types.ts";
import { newestVersion, VERSION_HEADER } from "./version.ts";

/** Bytes of request line and headers together. */
const MOST_HEADER_BYTES = 16 * 1024;

const MOST_HEADERS = 100;
const MOST_PARAMETERS = 100;

/** Characters of path and query. */
const LONGEST_ADDRESS = 8 * 1024;

/** Headers have to be there after so many milliseconds, whatever the whole request may take. */
const HEADERS_MS = 10_000;

/** How often connections are looked at that take too long, in milliseconds. */
const LOOK_EVERY_MS = 500;

/** What a server takes of a connection before anything of the request is known; for Fastify's constructor. */
export function connectionLimits(requestTimeoutSeconds: number) {
  const requestTimeout = requestTimeoutSeconds * 1000;
  return {
    requestTimeout,
    http: {
      maxHeaderSize: MOST_HEADER_BYTES,
      headersTimeout: Math.min(HEADERS_MS, requestTimeout),
      connectionsCheckingInterval: Math.min(LOOK_EVERY_MS, requestTimeout),
    },
    clientErrorHandler: answerBrokenRequest,
  };
}

/** Refuses what is too long or too many before anything else looks at it. */
export function limitRequests(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    const problem = excessOf(request);
    if (problem === null) return;
    introduce(request, reply);
    throw new ProtocolError("MALFORMED_REQUEST", { detail: problem });
  });
}

function excessOf({ raw }: FastifyRequest): string | null {
  const { url = "", rawHeaders = [] } = raw;
  if (url.length > LONGEST_ADDRESS) return `Path and query may hold at most ${LONGEST_ADDRESS} characters together.`;
  if (rawHeaders.length > 2 * MOST_HEADERS) return `A request may carry at most ${MOST_HEADERS} headers.`;
  if (url.split("&", MOST_PARAMETERS + 1).length > MOST_PARAMETERS) {
    return `A query may hold at most ${MOST_PARAMETERS} parameters.`;
  }
  return null;
}

/** A request that is no HTTP, or is not there in time, never becomes one: it is answered on its bare connection. */
function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const { _httpMessage: begun } = socket as Socket & { _httpMessage?: ServerResponse };
  if (socket.writable && !begun?.headersSent) socket.write(brokenAnswer(error.code));
  socket.destroy();
}

function brokenAnswer(code: string | undefined): string {
  const requestId = `req_${randomUUID()}`;
  const problem = new ProtocolError("MALFORMED_REQUEST", { detail: detailOf(code) });
  const body = JSON.stringify(errorDocument([problem], requestId));
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `content-type: ${JSON_API}`,
    `content-length: ${Buffer.byteLength(body)}`,
    `${VERSION_HEADER}: ${newestVersion}`,
    `x-request-id: ${requestId}`,
    "connection: close",
    "",
    body,
  ].join("\r\n");
}

function detailOf(code: string | undefined): string {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return "The request did not arrive in time.";
  if (code === "HPE_HEADER_OVERFLOW") return `Request line and headers may hold at most ${MOST_HEADER_BYTES} bytes.`;
  return "This is no HTTP/1.1 request.";
}
