import type { AnswerNode, OperationNode, ProtocolModel } from "../ir/model.ts";
import { type GeneratedFile, typescriptFile, typescriptPath } from "./generated-file.ts";
import { docComment } from "./text.ts";
import { typeOf } from "./types.ts";

const IMPORTS = `import type { OperationInputs } from "./handlers.ts";
import { type OperationId, operations, protocolVersion } from "./operations.ts";
import type * as types from "./types.ts";`;

const CLIENT = `/** The node refused: the error document of the protocol. */
export interface Refusal {
  readonly refused: true;
  readonly status: number;
  readonly errors: types.ErrorDocument["errors"];
  readonly headers: Headers;
}

/** A documented answer, or a refusal. */
export type Answer<Id extends OperationId> = OperationAnswers[Id] | Refusal;

/** A documented answer. Where an operation has several, \`status\` tells them apart. */
export interface Documented<Status extends number, Body> {
  readonly refused: false;
  readonly status: Status;
  readonly body: Body;
  readonly headers: Headers;
}

/** Errors that are particular to an operation; any may answer the common ones besides. */
export type ParticularError<Id extends OperationId> = (typeof operations)[Id]["errors"][number];

export interface ClientOptions {
  /** Address of the node, without the base path. */
  readonly url: string;
  /** Bearer token; null or absent calls public operations only. */
  readonly token?: string | null;
  /** Stands in for the global \`fetch\`. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

export interface CallOptions {
  /** Key under which a POST may be repeated without harm; absent: a new one for every call. */
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** The input may be left out where nothing in it is required. */
export type CallArguments<Id extends OperationId> = Record<never, never> extends OperationInputs[Id]
  ? [input?: OperationInputs[Id], options?: CallOptions]
  : [input: OperationInputs[Id], options?: CallOptions];

/** What came back is no answer of the protocol: not JSON, or a failure without an error document. */
export class UnreadableAnswer extends Error {
  override readonly name = "UnreadableAnswer";
  readonly status: number;

  constructor(operation: OperationId, status: number) {
    super(\`The answer to \${operation} has status \${status} and is no answer of the protocol.\`);
    this.status = status;
  }
}

interface OperationFacts {
  readonly method: string;
  readonly url: string;
  readonly commandType: string | null;
  readonly answer: string;
  readonly statuses: readonly number[];
  readonly pathParameters: readonly string[];
  readonly queryParameters: readonly string[];
  readonly attributes: readonly string[];
}

/** Calls the operations of a node over HTTP, by their ids. */
export class ServicialoClient {
  readonly #url: string;
  readonly #token: string | null;
  readonly #fetch: (request: Request) => Promise<Response>;

  constructor({ url, token = null, fetch = (request) => globalThis.fetch(request) }: ClientOptions) {
    this.#url = url.replace(/\\/+$/, "");
    this.#token = token;
    this.#fetch = fetch;
  }

  /**
   * Calls an operation with its input as one flat object.
   * @throws {UnreadableAnswer} when no answer of the protocol comes back
   */
  async call<Id extends OperationId>(id: Id, ...[input, options]: CallArguments<Id>): Promise<Answer<Id>> {
    const response = await this.#fetch(this.#request(operations[id], { ...input }, options ?? {}));
    const body = parsed(await response.text());
    const { status, headers } = response;
    const documented: readonly number[] = operations[id].statuses;
    const errors = errorsIn(body);
    if (errors && status >= 400) return { refused: true, status, errors, headers };
    if (body === undefined || !documented.includes(status)) throw new UnreadableAnswer(id, status);
    return { refused: false, status, body, headers } as unknown as OperationAnswers[Id];
  }

  #request(operation: OperationFacts, input: Record<string, unknown>, options: CallOptions): Request {
    const rest = { ...input };
    const take = (name: string): unknown => {
      const value = rest[name];
      delete rest[name];
      return value;
    };
    const path = operation.pathParameters.reduce(
      (url, name) => url.replace(\`{\${name}}\`, encodeURIComponent(String(take(name)))),
      operation.url,
    );
    const url = new URL(\`\${this.#url}\${path}\`);
    for (const name of operation.queryParameters) {
      const value = take(name);
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const body = bodyOf(operation, rest);
    return new Request(url, {
      method: operation.method,
      headers: this.#headers(operation, body !== undefined, options),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(options.signal && { signal: options.signal }),
    });
  }

  #headers(operation: OperationFacts, hasBody: boolean, options: CallOptions): Record<string, string> {
    const bodyType = operation.commandType === null ? "application/json" : "application/vnd.api+json";
    return {
      accept: operation.answer === "document" ? "application/json" : "application/vnd.api+json",
      "x-servicialo-version": protocolVersion,
      ...(this.#token !== null && { authorization: \`Bearer \${this.#token}\` }),
      ...(hasBody && { "content-type": bodyType }),
      ...(operation.method === "POST" && { "idempotency-key": options.idempotencyKey ?? crypto.randomUUID() }),
      ...options.headers,
    };
  }
}

/** A command in its envelope, or the bare attributes where there is none. */
function bodyOf({ commandType, attributes }: OperationFacts, rest: Record<string, unknown>): unknown {
  if (commandType !== null) return { data: { type: commandType, attributes: rest } };
  return attributes.length > 0 ? rest : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorsIn(body: unknown): types.ErrorDocument["errors"] | undefined {
  const errors = typeof body === "object" && body !== null && "errors" in body ? body.errors : undefined;
  return Array.isArray(errors) ? errors : undefined;
}`;

/** A typed client: call by operation id, typed input, typed answer. It depends on nothing but \`fetch\`. */
export function printClient(model: ProtocolModel): GeneratedFile[] {
  const answers = model.operations.map(
    (operation) => `${docComment(operation.summary, "  ")}  "${operation.id}": ${answersType(operation)};\n`,
  );
  const body = `${IMPORTS}

${CLIENT}

/** What every operation answers when it does not refuse. */
export interface OperationAnswers {
${answers.join("")}}
`;
  return [typescriptFile(typescriptPath(model.version, "client"), body)];
}

function answersType({ answers }: OperationNode): string {
  const types = answers.map(
    ({ status, schema }: AnswerNode) => `Documented<${status}, ${typeOf(schema, "  ", "types.")}>`,
  );
  return types.length === 0 ? "never" : [...new Set(types)].join(" | ");
}
