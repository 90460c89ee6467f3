import type { CallToolResult } from "@modelcontextprotocol/server";
import { type ErrorCode, errors } from "@servicialo/schema/0.8/errors";
import type { ErrorObject } from "@servicialo/schema/0.8/types";
import type { ProfileAnswer } from "../exchange/exchange.ts";
import { mendFor } from "./mends.ts";

/** What an error is told about. */
export interface ErrorContext {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly nodeUrl: string;
}

/** A refusal that the door itself has to make, since the HTTP profile cannot carry the call. */
export function refusal(
  code: ErrorCode,
  details: Pick<ErrorObject, "detail" | "source"> & { readonly meta?: Record<string, unknown> } = {},
): readonly ErrorObject[] {
  const { status, title, retryable } = errors[code];
  const { detail, source, meta } = details;
  return [
    {
      status: String(status),
      code,
      title,
      ...(detail !== undefined && { detail }),
      ...(source !== undefined && { source }),
      meta: { retryable, ...meta },
    },
  ];
}

/** The errors of an answer that refuses. An answer without them gets the code that fits its status. */
export function errorsOf(answer: ProfileAnswer): readonly ErrorObject[] {
  const found = (answer.body as { errors?: unknown } | undefined)?.errors;
  const retryAfter = secondsToWait(answer);
  const list = Array.isArray(found) ? found.filter(isErrorObject) : [];
  const told =
    list.length > 0
      ? list
      : refusal(codeOf(answer.status), { detail: `The node answered ${answer.status} and did not say why.` });
  return told.map((error) => ({
    ...error,
    ...(error.source && { source: pointed(error.source) }),
    ...(retryAfter !== undefined && { meta: { retry_after: retryAfter, ...error.meta } }),
  }));
}

/** A failed call as the model sees it: the errors of the HTTP profile, and what to do about them (channels 2.3). */
export function toolError(problems: readonly ErrorObject[], context: ErrorContext): CallToolResult {
  const [first] = problems;
  const status = Number(first?.status ?? 500);
  const meta = (first?.meta ?? {}) as Readonly<Record<string, unknown>>;
  const content = {
    errors: problems,
    mend: mendFor(first?.code ?? "INTERNAL_ERROR", status, {
      operation: context.operation,
      detail: first?.detail,
      meta,
      mandateId: mandateIn(context.input),
      pointers: [...new Set(problems.flatMap(({ source }) => source?.pointer ?? []))],
      nodeUrl: context.nodeUrl,
    }),
    ...(typeof meta["retry_after"] === "number" && { retry_after: meta["retry_after"] }),
  };
  return {
    isError: true,
    content: [{ type: "text", text: JSON.stringify(content) }],
    structuredContent: content as unknown as Record<string, unknown>,
    _meta: { "servicialo/status": status },
  };
}

/** Seconds of `Retry-After`, which may be a date. */
function secondsToWait({ headers }: ProfileAnswer): number | undefined {
  const text = headers["retry-after"];
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const sent = Date.parse(headers["date"] ?? "");
  const until = Date.parse(text);
  return Number.isNaN(until) || Number.isNaN(sent) ? undefined : Math.max(1, Math.ceil((until - sent) / 1000));
}

/** A tool has no headers and no query: what stood there is a member of its input. */
function pointed(source: NonNullable<ErrorObject["source"]>): NonNullable<ErrorObject["source"]> {
  const { parameter, pointer } = source;
  if (parameter === undefined || pointer !== undefined) return source;
  return { ...source, pointer: parameter.toLowerCase() === "x-servicialo-actor" ? "/actor" : `/${parameter}` };
}

const CODES: Readonly<Record<number, ErrorCode>> = {
  400: "MALFORMED_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  405: "METHOD_NOT_ALLOWED",
  406: "NOT_ACCEPTABLE",
  409: "CONFLICT",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
  422: "VALIDATION_ERROR",
  429: "RATE_LIMITED",
  501: "NOT_IMPLEMENTED",
};

function codeOf(status: number): ErrorCode {
  return CODES[status] ?? (status > 500 ? "UPSTREAM_UNAVAILABLE" : "INTERNAL_ERROR");
}

function isErrorObject(value: unknown): value is ErrorObject {
  return typeof value === "object" && value !== null && typeof (value as { code?: unknown }).code === "string";
}

function mandateIn(input: Readonly<Record<string, unknown>>): string | undefined {
  const actor = input["actor"] as { mandate_id?: unknown } | null | undefined;
  return typeof actor?.mandate_id === "string" ? actor.mandate_id : undefined;
}
