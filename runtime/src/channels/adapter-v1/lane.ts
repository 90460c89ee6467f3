import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import type { Credential } from "../../pipeline/caller.ts";
import type { Exchange, Peer, ProfileAnswer } from "../exchange/exchange.ts";
import { operationRequest } from "../exchange/operation-request.ts";
import type { Resource } from "./flat-answer.ts";
import type { Members } from "./read-call.ts";

/** Headers of the client that go on as they came. */
const FORWARDED = [
  "authorization",
  "x-servicialo-org",
  "x-servicialo-actor",
  "x-servicialo-version",
  "idempotency-key",
  "content-type",
] as const;

/** Items per page that the HTTP profile gives at most. */
const FULL_PAGE = 100;

/** One request of a client on its way to the HTTP profile, as one or several requests of it. */
export interface LaneRequest {
  readonly exchange: Exchange;
  readonly peer: Peer;
  readonly requestId: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Who the client's key belongs to; null: nobody, or there is none. */
  readonly credential: () => Promise<Credential | null>;
}

/** Resources of a collection, from its beginning. */
export interface Beginning {
  readonly total: number;
  readonly resources: readonly Resource[];
  /** The last page that was read, or the refusal. */
  readonly answer: ProfileAnswer;
}

/** The way of one request to the operations. Nothing is decided here: it only says what the client takes for granted. */
export class Lane {
  readonly #request: LaneRequest;

  constructor(request: LaneRequest) {
    this.#request = request;
  }

  /** Who calls; null without a valid key. */
  credential(): Promise<Credential | null> {
    return this.#request.credential();
  }

  /** Asks for an operation. @param rawBody replaces the body, where it is none that could be read */
  async ask(operation: OperationId, input: Members, rawBody?: string): Promise<ProfileAnswer> {
    const { exchange, peer, requestId } = this.#request;
    const { authorization, "content-type": contentType, ...headers } = this.#forwarded();
    const whole = rawBody === undefined ? await this.#withActor(operation, input) : input;
    const request = operationRequest(operation, whole, {
      authorization: authorization ?? null,
      version: headers["x-servicialo-version"],
      idempotencyKey: headers["idempotency-key"],
      requestId,
    });
    return exchange(
      {
        ...request,
        headers: {
          ...headers,
          ...request.headers,
          ...(rawBody !== undefined && contentType !== undefined && { "content-type": contentType }),
        },
        ...(rawBody !== undefined && { body: rawBody }),
      },
      peer,
    );
  }

  /**
   * The first items of a collection, page by page.
   * @param size the input that says how many items a page has
   */
  async askFirst(operation: OperationId, input: Members, size: { name: string; count: number }): Promise<Beginning> {
    const resources: Resource[] = [];
    const perPage = Math.min(FULL_PAGE, size.count);
    for (let page = 1; ; page += 1) {
      const answer = await this.ask(operation, { ...input, page, [size.name]: perPage });
      if (answer.status >= 300) return { total: 0, resources: [], answer };
      const { data, meta } = answer.body as { data: Resource[]; meta: { total: number } };
      resources.push(...data);
      const wanted = Math.min(meta.total, size.count);
      if (data.length === 0 || resources.length >= wanted) {
        return { total: meta.total, resources: resources.slice(0, size.count), answer };
      }
    }
  }

  /** Where nobody says who acts, the party of the key does. */
  async #withActor(operation: OperationId, input: Members): Promise<Members> {
    const isSaid = input["actor"] !== undefined || this.#request.headers["x-servicialo-actor"] !== undefined;
    if (operations[operation].actor !== "required" || isSaid) return input;
    const credential = await this.credential();
    return credential ? { ...input, actor: { type: credential.subjectType, id: credential.subjectId } } : input;
  }

  #forwarded(): Partial<Record<(typeof FORWARDED)[number], string>> {
    const { headers } = this.#request;
    const present = FORWARDED.filter((name) => typeof headers[name] === "string");
    return Object.fromEntries(present.map((name) => [name, headers[name]]));
  }
}
