import { type OperationId, operations } from "@servicialo/schema/0.8/operations";

/** An answer of a node, decoded. */
export interface Answer {
  readonly status: number;
  readonly body: AnswerBody;
}

/** The parts of an enveloped answer that the story reads. */
export interface AnswerBody {
  readonly data?: unknown;
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly code: string; readonly detail?: string }[];
  readonly [member: string]: unknown;
}

export interface Resource<Attributes> {
  readonly type: string;
  readonly id: string;
  readonly attributes: Attributes;
}

/** One party's connection to a node: every call carries this party's credential. */
export class NodeClient {
  readonly #url: string;
  readonly #token: string | null;

  /** @param token bearer token of the party; null calls public operations only */
  constructor(url: string, token: string | null) {
    this.#url = url.replace(/\/+$/, "");
    this.#token = token;
  }

  /** Calls an operation by its id; parameters of its path and query are taken out of `input`, the rest is the command. */
  async call(operationId: OperationId, input: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    const operation = operations[operationId];
    const rest = { ...input };
    const take = (name: string) => {
      const value = rest[name];
      delete rest[name];
      return value;
    };
    let path: string = operation.path;
    for (const name of operation.pathParameters as readonly string[]) {
      path = path.replace(`{${name}}`, encodeURIComponent(String(take(name))));
    }
    const url = new URL(`${this.#url}${operation.basePath}${path}`);
    for (const name of operation.queryParameters as readonly string[]) {
      const value = take(name);
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return this.#send(operation.method, url, operation.commandType && { data: { type: operation.commandType, attributes: rest } });
  }

  async #send(method: string, url: URL, body: unknown): Promise<Answer> {
    const response = await fetch(url, {
      method,
      headers: {
        accept: "application/vnd.api+json",
        "x-servicialo-version": "0.8",
        ...(this.#token !== null && { authorization: `Bearer ${this.#token}` }),
        ...(body ? { "content-type": "application/vnd.api+json" } : {}),
        ...(method === "POST" && { "idempotency-key": crypto.randomUUID() }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: (await response.json()) as AnswerBody };
  }
}
