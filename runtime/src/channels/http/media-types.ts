import type { FastifyInstance, FastifyRequest } from "fastify";
import Negotiator from "negotiator";
import { ProtocolError } from "../../errors.ts";
import { excessOfNesting } from "./json-nesting.ts";

export const JSON_API = "application/vnd.api+json";
export const JSON_PLAIN = "application/json";
const READABLE: readonly string[] = [JSON_API, JSON_PLAIN];

/** A body as it arrived, and what JSON made of it; what is wrong with it is judged later, after the replay of a key. */
export interface ReceivedBody {
  readonly raw: string;
  readonly value: unknown;
  /** Why it cannot be read; null when it can. */
  readonly malformed: string | null;
}

/** @throws {ProtocolError} `NOT_ACCEPTABLE` when `Accept` excludes JSON altogether */
export function checkAccept(request: FastifyRequest): void {
  if (request.headers.accept === undefined) return;
  if (new Negotiator(request.raw).mediaType([...READABLE]) === undefined) {
    throw new ProtocolError("NOT_ACCEPTABLE", { detail: `This node answers ${READABLE.join(" or ")}.` });
  }
}

/** @throws {ProtocolError} `UNSUPPORTED_MEDIA_TYPE` for a body that is neither JSON type, `PAYLOAD_TOO_LARGE` by its declared length */
export function checkBodyHeaders(request: FastifyRequest, bodyLimitBytes: number): void {
  const length = Number(request.headers["content-length"] ?? 0);
  if (length > bodyLimitBytes) throw tooLarge(bodyLimitBytes);
  const hasBody = length > 0 || request.headers["transfer-encoding"] !== undefined;
  if (!hasBody) return;
  if (!READABLE.includes(mediaTypeOf(request))) {
    throw unreadable();
  }
}

export function unreadable(): ProtocolError {
  return new ProtocolError("UNSUPPORTED_MEDIA_TYPE", { detail: `Send the body as ${READABLE.join(" or ")}.` });
}

export function tooLarge(bodyLimitBytes: number): ProtocolError {
  return new ProtocolError("PAYLOAD_TOO_LARGE", { detail: `A body may hold at most ${bodyLimitBytes} bytes.` });
}

/** Media type of the request's body without parameters, in lower case. */
export function mediaTypeOf(request: FastifyRequest): string {
  return (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

/** Reads both JSON types, keeping the raw text for the fingerprint of an idempotency key. */
export function installBodyParser(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser([...READABLE], { parseAs: "string" }, (_request, raw, done) => {
    done(null, parseBody(String(raw)));
  });
}

function parseBody(raw: string): ReceivedBody | undefined {
  if (raw.trim() === "") return undefined;
  const tooDeep = excessOfNesting(raw);
  if (tooDeep !== null) return { raw, value: undefined, malformed: tooDeep };
  try {
    return { raw, value: JSON.parse(raw), malformed: null };
  } catch {
    return { raw, value: undefined, malformed: "The body is not JSON." };
  }
}
