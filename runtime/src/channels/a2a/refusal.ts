import { type A2aErrorName, a2aErrors } from "@servicialo/schema/0.8/a2a-tasks";
import { ProtocolError } from "../../errors.ts";
import { errorDocument } from "../http/error-answer.ts";

/** Id of a JSON-RPC request; null where the request could not be read. */
export type RpcId = string | number | null;

/**
 * The two generations of A2A, by the names of their methods. They give the code −32001 different meanings: ours is the
 * credential, that of A2A 1.0 is a task that is not there.
 */
export type Dialect = "0.3" | "1.0";

/** Something of A2A 1.0 that a code of its own stands for. */
export type TaskFault = "not_found" | "not_cancelable" | "ended";

/** Codes that A2A 1.0 itself gives out; its clients know them. */
const OWN_CODES: Readonly<Record<TaskFault, number>> = { not_found: -32001, not_cancelable: -32002, ended: -32004 };

/** A JSON-RPC error of the A2A endpoint, with the `errors` of the HTTP profile in its data (channels 4.3). */
export class A2aRefusal extends Error {
  override readonly name = "A2aRefusal";
  readonly error: A2aErrorName;
  readonly problems: readonly ProtocolError[];
  /** The `errors` array of an answer of the HTTP door, which says it already. */
  readonly answered: readonly unknown[] | null;
  readonly fault: TaskFault | null;
  /** Seconds to wait, of an answer that says so. */
  readonly retryAfter: string | null;

  constructor(
    error: A2aErrorName,
    cause: {
      readonly problems?: readonly ProtocolError[];
      readonly answered?: readonly unknown[];
      readonly fault?: TaskFault;
      readonly retryAfter?: string | undefined;
    },
  ) {
    const { problems = [], answered = null, fault = null, retryAfter = null } = cause;
    super(problems[0]?.message ?? detailOf(answered) ?? a2aErrors[error].summary);
    this.error = error;
    this.problems = problems;
    this.answered = answered;
    this.fault = fault;
    this.retryAfter = retryAfter;
  }
}

/** A message whose params do not fit; pointers lead from the root of the JSON-RPC request. */
export function misfit(...problems: readonly { readonly pointer: string; readonly detail: string }[]): A2aRefusal {
  return new A2aRefusal("invalid_params", {
    problems: problems.map(({ pointer, detail }) => new ProtocolError("VALIDATION_ERROR", { pointer, detail })),
  });
}

/** A JSON-RPC answer, and the HTTP answer that carries it. */
export interface RpcAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The answer that tells a refusal. */
export function refusalAnswer(
  refusal: A2aRefusal,
  { id, dialect, requestId }: { readonly id: RpcId; readonly dialect: Dialect; readonly requestId: string },
): RpcAnswer {
  const { status } = a2aErrors[refusal.error];
  const { retry_after: seconds } = (refusal.problems[0]?.details.meta ?? {}) as { retry_after?: number };
  const wait = refusal.retryAfter ?? (seconds === undefined ? null : String(seconds));
  return {
    status,
    headers: {
      ...(status === 401 && { "www-authenticate": 'Bearer realm="servicialo"' }),
      ...(wait !== null && { "retry-after": wait }),
    },
    body: {
      jsonrpc: "2.0",
      id,
      error: {
        code: codeOf(refusal, dialect),
        message: refusal.message,
        data: { errors: refusal.answered ?? errorDocument(refusal.problems, requestId).errors },
      },
    },
  };
}

function codeOf({ error, fault }: A2aRefusal, dialect: Dialect): number {
  if (dialect === "0.3") return a2aErrors[error].code;
  if (fault !== null) return OWN_CODES[fault];
  // There −32001 is a task that is not there; the HTTP status says that it is the credential.
  return error === "unauthorized" ? a2aErrors.refused.code : a2aErrors[error].code;
}

function detailOf(errors: readonly unknown[] | null): string | undefined {
  const [first] = (errors ?? []) as readonly { readonly detail?: string; readonly title?: string }[];
  return first?.detail ?? first?.title;
}
