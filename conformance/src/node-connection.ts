import { Agent, request } from "undici";
import { PROTOCOL_VERSION } from "./artefacts.ts";
import { ConnectionLost } from "./verdict.ts";

/** Base path of the protocol (decision D-19). */
export const BASE_PATH = "/servicialo/v1";
const USER_AGENT = `servicialo-certify/${PROTOCOL_VERSION} (certification suite)`;
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
/** After so many requests in a row without any answer the node counts as gone and the run as truncated. */
const SILENCES_BEFORE_LOST = 3;

/** One request as it goes over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** One answer as it came; header names are lower case. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A request with what became of it; the unit of the transcript. */
export interface Exchange {
  readonly seq: number;
  /** Requirement whose case sent it, or `discovery`. */
  readonly sender: string;
  /** Dotted id of the operation, when the request addressed one. */
  readonly operation: string | null;
  /** The request broke the published schema on purpose. */
  readonly deliberate: boolean;
  readonly request: WireRequest;
  readonly response: WireResponse | null;
  /** Why there is no response. */
  readonly failure: string | null;
  readonly durationMs: number;
}

/** What the connection is told besides the wire request. */
export interface SendOptions {
  readonly sender: string;
  readonly operation?: string | null;
  readonly deliberate?: boolean;
  /** Answer 429 as it is, instead of waiting as `Retry-After` says and asking again. */
  readonly takeRateLimit?: boolean;
}

export interface ConnectionOptions {
  readonly url: string;
  readonly timeoutMs: number;
  readonly patienceSeconds: number;
}

/** The only network code of the suite: every byte that passes is recorded, and there is no other way out. */
export class NodeConnection {
  /** Address of the base path, without a trailing slash. */
  readonly baseUrl: string;
  /** Address in front of the base path, where well-known documents and health stand. */
  readonly hostUrl: string;
  readonly #exchanges: Exchange[] = [];
  readonly #agent: Agent;
  readonly #timeoutMs: number;
  readonly #patienceSeconds: number;
  #silences = 0;

  constructor(options: ConnectionOptions) {
    const address = splitAddress(options.url);
    this.baseUrl = address.baseUrl;
    this.hostUrl = address.hostUrl;
    this.#timeoutMs = options.timeoutMs;
    this.#patienceSeconds = options.patienceSeconds;
    this.#agent = new Agent({
      connect: { timeout: options.timeoutMs },
      headersTimeout: options.timeoutMs,
      bodyTimeout: options.timeoutMs,
      connections: 64,
    });
  }

  /** Everything exchanged so far, in the order of sending. */
  get exchanges(): readonly Exchange[] {
    return this.#exchanges;
  }

  /**
   * Sends one request and records the exchange.
   * @throws ConnectionLost when several requests in a row got no answer at all.
   */
  async send(wire: WireRequest, options: SendOptions): Promise<Exchange> {
    const exchange = await this.#once(wire, options);
    const wait = options.takeRateLimit === true ? null : retryAfterSeconds(exchange);
    if (wait === null || wait > this.#patienceSeconds) return exchange;
    await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    return this.#once(wire, options);
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #once(wire: WireRequest, options: SendOptions): Promise<Exchange> {
    const started = performance.now();
    let response: WireResponse | null = null;
    let failure: string | null = null;
    try {
      response = await this.#transfer(wire);
    } catch (error) {
      failure = describeFailure(error, this.#timeoutMs);
    }
    const exchange: Exchange = {
      seq: this.#exchanges.length + 1,
      sender: options.sender,
      operation: options.operation ?? null,
      deliberate: options.deliberate ?? false,
      request: wire,
      response,
      failure,
      durationMs: Math.round(performance.now() - started),
    };
    this.#exchanges.push(exchange);
    // Only the node itself can be lost: an address that a card merely advertises may be silent.
    if (wire.url.startsWith(this.hostUrl)) this.#silences = response === null ? this.#silences + 1 : 0;
    if (this.#silences >= SILENCES_BEFORE_LOST) throw new ConnectionLost(failure ?? "no answer");
    return exchange;
  }

  async #transfer(wire: WireRequest): Promise<WireResponse> {
    const answer = await request(wire.url, {
      method: wire.method as "GET",
      headers: { "user-agent": USER_AGENT, ...wire.headers },
      body: wire.body,
      dispatcher: this.#agent,
      signal: AbortSignal.timeout(this.#timeoutMs),
    });
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of answer.body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_ANSWER_BYTES) throw new Error(`answer larger than ${MAX_ANSWER_BYTES} bytes`);
      chunks.push(chunk);
    }
    const headers = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [
        name.toLowerCase(),
        Array.isArray(value) ? value.join(", ") : String(value ?? ""),
      ]),
    );
    return { status: answer.statusCode, headers, text: Buffer.concat(chunks).toString("utf8") };
  }
}

/** Accepts the host of a node or its base path, and tells the two addresses apart. */
export function splitAddress(url: string): { baseUrl: string; hostUrl: string } {
  const parsed = new URL(url);
  const path = parsed.pathname.replace(/\/+$/, "");
  const prefix = path.endsWith(BASE_PATH) ? path.slice(0, -BASE_PATH.length) : path;
  const hostUrl = `${parsed.protocol}//${parsed.host}${prefix}`;
  return { baseUrl: `${hostUrl}${BASE_PATH}`, hostUrl };
}

/** Whole seconds of a rate-limited answer's `Retry-After`, or null when there is nothing to wait for. */
export function retryAfterSeconds(exchange: Exchange): number | null {
  if (exchange.response?.status !== 429) return null;
  const header = exchange.response.headers["retry-after"];
  return header !== undefined && /^\d+$/.test(header) ? Number(header) : null;
}

function describeFailure(error: unknown, timeoutMs: number): string {
  const name = error instanceof Error ? error.name : "";
  if (/Timeout/.test(name)) return `no answer within ${timeoutMs / 1000} s`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = (cause as { code?: unknown }).code;
  if (code === "ECONNREFUSED") return "connection refused: nothing listens there";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "host name not found";
  if (typeof code === "string" && /CERT|TLS|SSL/.test(code)) return `TLS failed (${code})`;
  return cause instanceof Error && cause.message !== "" ? cause.message : `connection failed (${String(code ?? name)})`;
}
