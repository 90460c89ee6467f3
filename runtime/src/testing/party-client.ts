import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import type { Actor } from "@servicialo/schema/0.8/types";
import type { KeysFile } from "../seed/plant-seed.ts";

/** Names of the keys that the demo clinic plants. */
export type Party =
  | "organization"
  | "provider"
  | "second_provider"
  | "client"
  | "second_client"
  | "foreign_organization"
  | "foreign_provider"
  | "foreign_client";

export interface ErrorEntry {
  readonly status: string;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly source?: { readonly pointer?: string; readonly parameter?: string };
  readonly meta?: Record<string, unknown>;
}

/** An answer as it came over the socket. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read into answers of every shape
  readonly body: any;
  readonly errors: readonly ErrorEntry[];
}

/** One party's connection to a node under test. */
export class PartyClient {
  readonly url: string;
  readonly #keys: KeysFile;
  readonly #party: Party | null;

  constructor(url: string, keys: KeysFile, party: Party | null) {
    this.url = url;
    this.#keys = keys;
    this.#party = party;
  }

  /** Id of the party behind this connection. */
  get id(): string {
    return this.#credential()?.id ?? "";
  }

  /** The claim to be that party. */
  get actor(): Actor {
    const type = (this.#party ?? "organization").replace(/^(second|foreign)_/, "") as Actor["type"];
    return { type, id: this.id };
  }

  /** Calls an operation with a well-formed request; the actor is the party itself unless the input names one. */
  async call(
    operationId: OperationId,
    input: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<TestAnswer> {
    const operation = operations[operationId];
    const rest: Record<string, unknown> = { ...input };
    let path: string = operation.path;
    for (const name of operation.pathParameters as readonly string[]) {
      path = path.replace(`{${name}}`, encodeURIComponent(String(rest[name])));
      delete rest[name];
    }
    const query = new URLSearchParams();
    for (const name of operation.queryParameters as readonly string[]) {
      if (rest[name] !== undefined) query.set(name, String(rest[name]));
      delete rest[name];
    }
    if (operation.actor === "required" && rest["actor"] === undefined) rest["actor"] = this.actor;
    const target = `${operation.basePath}${path}${query.size > 0 ? `?${query}` : ""}`;
    if (operation.commandType === null) return this.send(operation.method, target, { headers });
    const body = JSON.stringify({ data: { type: operation.commandType, attributes: rest } });
    return this.send(operation.method, target, {
      body,
      headers: { "content-type": "application/vnd.api+json", ...headers },
    });
  }

  /** Sends any request, well-formed or not. */
  async send(
    method: string,
    target: string,
    request: { body?: string; headers?: Record<string, string> } = {},
  ): Promise<TestAnswer> {
    const credential = this.#credential();
    const response = await fetch(`${this.url}${target}`, {
      method,
      headers: {
        ...(credential && { authorization: `Bearer ${credential.token}` }),
        ...request.headers,
      },
      ...(request.body !== undefined && { body: request.body }),
    });
    const text = await response.text();
    const body = parsed(text);
    return {
      status: response.status,
      headers: response.headers,
      text,
      body,
      errors: (body as { errors?: ErrorEntry[] })?.errors ?? [],
    };
  }

  #credential() {
    return this.#party === null ? undefined : this.#keys.credentials[this.#party];
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
