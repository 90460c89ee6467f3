import { errors } from "@servicialo/schema/0.8/errors";
import type { FastifyReply, FastifyRequest, FastifySchemaValidationError } from "fastify";
import { ProtocolError, ProtocolErrors } from "../../errors.ts";
import { sendBody } from "./envelope.ts";
import { JSON_API, tooLarge, unreadable } from "./media-types.ts";

interface ErrorObject {
  status: string;
  code: string;
  title: string;
  detail?: string;
  source?: { pointer?: string; parameter?: string };
  meta: Record<string, unknown>;
}

/** Another process holds the file, the disk is full, or the file cannot be read or written. */
const SQLITE_AWAY = /^SQLITE_(?:BUSY|LOCKED|FULL|IOERR|CANTOPEN|PROTOCOL)/;

/** The body of an answer that refuses: errors page. */
export function errorDocument(
  problems: readonly ProtocolError[],
  requestId: string,
  pointerPrefix = "",
): { errors: ErrorObject[] } {
  return {
    errors: problems.map(({ code, status, details }) => {
      const { title, retryable } = errors[code];
      const source = {
        ...(details.pointer !== undefined && { pointer: `${pointerPrefix}${details.pointer}` }),
        ...(details.parameter !== undefined && { parameter: details.parameter }),
      };
      return {
        status: String(status),
        code,
        title,
        ...(details.detail !== undefined && { detail: details.detail }),
        ...(Object.keys(source).length > 0 && { source }),
        meta: { retryable, request_id: requestId, ...details.meta },
      };
    }),
  };
}

/** Sends a refusal, with the headers that its code asks for. */
export async function sendErrors(
  reply: FastifyReply,
  problems: readonly ProtocolError[],
  pointerPrefix = "",
): Promise<FastifyReply> {
  const [first] = problems;
  const status = first?.status ?? 500;
  if (status === 401) reply.header("www-authenticate", 'Bearer realm="servicialo"');
  const retryAfter = first?.details.meta?.["retry_after"];
  if (typeof retryAfter === "number") reply.header("retry-after", String(retryAfter));
  const document = errorDocument(problems, reply.request.id, pointerPrefix);
  return sendBody(reply, { status, contentType: JSON_API, body: JSON.stringify(document) });
}

/** Turns whatever was thrown into protocol errors. Unknown faults become `INTERNAL_ERROR` without details. */
export function toProtocolErrors(
  error: unknown,
  request: FastifyRequest,
  bodyLimitBytes: number,
): readonly ProtocolError[] {
  if (error instanceof ProtocolErrors) return error.errors;
  if (error instanceof ProtocolError) return [error];
  const fault = error as {
    code?: string;
    validation?: FastifySchemaValidationError[];
    validationContext?: string;
    statusCode?: number;
  };
  if (fault.validation) return validationErrors(fault.validation, fault.validationContext ?? "body");
  if (fault.code === "FST_ERR_CTP_BODY_TOO_LARGE") return [tooLarge(bodyLimitBytes)];
  if (fault.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return [unreadable()];
  if (fault.code === "FST_ERR_CTP_INVALID_CONTENT_LENGTH" || fault.statusCode === 400)
    return [new ProtocolError("MALFORMED_REQUEST")];
  if (fault.code !== undefined && SQLITE_AWAY.test(fault.code)) {
    request.log.warn({ err: error }, "the database file cannot be used");
    return [
      new ProtocolError("UPSTREAM_UNAVAILABLE", {
        detail: "The database cannot be reached. Try again.",
        meta: { retry_after: 1 },
      }),
    ];
  }
  request.log.error({ err: error }, "unexpected fault");
  return [new ProtocolError("INTERNAL_ERROR")];
}

/** One error per place; keywords that only combine others are left out when the others spoke. */
function validationErrors(found: readonly FastifySchemaValidationError[], context: string): ProtocolError[] {
  const telling = found.filter((error) => !["anyOf", "oneOf", "if", "allOf"].includes(error.keyword));
  const problems = new Map<string, ProtocolError>();
  for (const error of telling.length > 0 ? telling : found) {
    const missing = error.params["missingProperty"];
    const pointer = typeof missing === "string" ? `${error.instancePath}/${missing}` : error.instancePath;
    if (!problems.has(pointer)) problems.set(pointer, validationError(pointer, error, context));
  }
  const all = [...problems.values()];
  const absent = all.find((problem) => problem.code === "NOT_FOUND");
  return absent ? [absent] : all;
}

function validationError(pointer: string, error: FastifySchemaValidationError, context: string): ProtocolError {
  const detail = `${pointer === "" ? "The body" : lastSegment(pointer)} ${phrase(error)}.`;
  if (context === "body") return new ProtocolError("VALIDATION_ERROR", { pointer, detail });
  const parameter = pointer.split("/")[1] ?? "";
  if (context === "params" && /_id$|_slug$|_token$/.test(parameter)) return new ProtocolError("NOT_FOUND");
  // Keywords that combine parameters, such as "exactly one of", name none.
  return new ProtocolError("VALIDATION_ERROR", parameter === "" ? {} : { parameter, detail });
}

function phrase(error: FastifySchemaValidationError): string {
  if (error.keyword === "required") return "is required";
  if (error.keyword === "enum") return `must be one of ${(error.params["allowedValues"] as unknown[]).join(", ")}`;
  if (error.keyword === "const") return `must be ${JSON.stringify(error.params["allowedValue"])}`;
  if (error.keyword === "pattern" || error.keyword === "format") return "is not in the right format";
  return error.message ?? "is not valid";
}

function lastSegment(pointer: string): string {
  return pointer.split("/").at(-1) ?? pointer;
}
