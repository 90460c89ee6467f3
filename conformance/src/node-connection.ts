import { setTimeout as wait } from "node:timers/promises";
import { Agent, request } from "undici";
import { ExchangeLog } from "./exchange-log.ts";
import { SUITE_VERSION } from "./suite-identity.ts";
import { ConnectionLost, RunStopped, Unmet } from "./verdict.ts";

/** Base path of the protocol (decision D-19). */
export const BASE_PATH = "/servicialo/v1";
export const USER_AGENT = `servicialo-certify/${SUITE_VERSION}`;
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
/** After so many requests in a row without any answer the node counts as gone and the run as truncated. */
const SILENCES_BEFORE_LOST = 3;
/** So long may a run wait in vain altogether: a node that answers only now and then is not worth an afternoon. */
const SILENT_MS_BEFORE_LOST = 40_000;
/** Methods that change nothing (RFC 9110, 9.2.1); a read-only run lets nothing else out. */
const READING_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

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
  /** Milliseconds from the beginning of the run to the sending. */
  readonly sentAtMs: number;
  readonly durationMs: number;
  /** The node limited the rate, and the request was sent again later. */
  readonly limited: boolean;
}

/** What the connection is told besides the wire request. */
export interface SendOptions {
  readonly sender: string;
  readonly operation?: string | null;
  readonly deliberate?: boolean;
  /** Answer 429 as it is, instead of waiting as `Retry-After` says and asking again. */
  readonly takeRateLimit?: boolean;
}

/** How long a connection stays open for the next request. */
const IDLE_MS = 2_000;

export interface ConnectionOptions {
  readonly url: string;
  readonly timeoutMs: number;
  readonly patienceSeconds: number;
  /** Lets nothing out but GET, HEAD and OPTIONS. */
  readonly readOnly?: boolean;
  /** Ends the run; its reason is a `RunStopped`. */
  readonly signal?: AbortSignal;
}

/** The only network code of the suite: every byte that passes is recorded, and there is no other way out. */
export class NodeConnection {
  /** Address of the base path, without a trailing slash. */
  readonly baseUrl: string;
  /** Address in front of the base path, where well-known documents and health stand. */
  readonly hostUrl: string;
  readonly #log = new ExchangeLog();
  readonly #agent: Agent;
  readonly #options: ConnectionOptions;
  readonly #begun = performance.now();
  #silences = 0;
  #silentMs = 0;
  #kept: string | null = null;

  constructor(options: ConnectionOptions) {
    const address = splitAddress(options.url);
    this.baseUrl = address.baseUrl;
    this.hostUrl = address.hostUrl;
    this.#options = options;
    this.#agent = new Agent({
      connect: { timeout: options.timeoutMs },
      headersTimeout: options.timeoutMs,
      bodyTimeout: options.timeoutMs,
      // Let go of before a node does, which mostly waits for five seconds.
      keepAliveTimeout: IDLE_MS,
      keepAliveMaxTimeout: IDLE_MS,
      connections: 64,
    });
  }

  /** Everything exchanged so far, in the order in which the answers came. */
  get exchanges(): readonly Exchange[] {
    return this.#log.exchanges;
  }

  /** The first request that a read-only run kept back, as `POST /servicialo/v1/sessions`; null when there was none. */
  get keptBack(): string | null {
    return this.#kept;
  }

  /**
   * Sends one request and records the exchange. Where the node limits the rate it waits as long as the node asks,
   * and sends it again, within the patience of the run.
   * @throws ConnectionLost when several requests in a row got no answer at all; RunStopped when the run is to end;
   * Unmet when the run is read-only and the request could change something.
   */
  async send(wire: WireRequest, options: SendOptions): Promise<Exchange> {
    this.#assertReading(wire);
    let patience = this.#options.patienceSeconds;
    for (;;) {
      const exchange = await this.#once(wire, options, patience);
      if (!exchange.limited) return exchange;
      const seconds = retryAfterSeconds(exchange) ?? 0;
      patience -= seconds;
      await this.#pause(seconds * 1000);
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  /** Gives the memory of the transcript back; its exchanges can no longer be read after that. */
  forget(): void {
    this.#log.close();
  }

  async #once(wire: WireRequest, options: SendOptions, patience: number): Promise<Exchange> {
    this.#options.signal?.throwIfAborted();
    const started = performance.now();
    let response: WireResponse | null = null;
    let failure: string | null = null;
    try {
      response = await this.#transferred(wire);
    } catch (error) {
      this.#options.signal?.throwIfAborted();
      failure = describeFailure(error, this.#options.timeoutMs);
    }
    const asked = response?.status === 429 && options.takeRateLimit !== true ? retryAfterOf(response) : null;
    const exchange = this.#log.add({
      seq: this.#log.exchanges.length + 1,
      sender: options.sender,
      operation: options.operation ?? null,
      deliberate: options.deliberate ?? false,
      request: { ...wire, headers: { ...wire.headers, "user-agent": USER_AGENT } },
      response,
      failure,
      sentAtMs: Math.round((started - this.#begun) * 100) / 100,
      durationMs: Math.round((performance.now() - started) * 100) / 100,
      limited: asked !== null && asked <= patience,
    });
    // Only the node itself can be lost: an address that a card merely advertises may be silent.
    if (wire.url.startsWith(this.hostUrl)) this.#countSilence(exchange);
    return exchange;
  }

  #countSilence(exchange: Exchange): void {
    if (exchange.failure === null) {
      this.#silences = 0;
      return;
    }
    this.#silences += 1;
    this.#silentMs += exchange.durationMs;
    if (this.#silences >= SILENCES_BEFORE_LOST) throw new ConnectionLost(exchange.failure);
    if (this.#silentMs >= SILENT_MS_BEFORE_LOST) {
      throw new ConnectionLost(
        `${Math.round(this.#silentMs / 1000)} s were spent waiting in vain: ${exchange.failure}`,
      );
    }
  }

  async #pause(milliseconds: number): Promise<void> {
    const { signal } = this.#options;
    try {
      await wait(milliseconds, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  }

  #assertReading(wire: WireRequest): void {
    if (this.#options.readOnly !== true || READING_METHODS.has(wire.method.toUpperCase())) return;
    const what = `${wire.method} ${new URL(wire.url).pathname}`;
    this.#kept ??= what;
    throw new Unmet(`the run is read-only, and this needs ${wire.method} requests`);
  }

  /**
   * A node may close a connection that was idle while a request is on its way to it (RFC 9112, section 9.3.1): what only
   * reads is sent once more.
   */
  async #transferred(wire: WireRequest): Promise<WireResponse> {
    try {
      return await this.#transfer(wire);
    } catch (error) {
      if (!READING_METHODS.has(wire.method.toUpperCase()) || !wasClosed(error)) throw error;
      return this.#transfer(wire);
    }
  }

  async #transfer(wire: WireRequest): Promise<WireResponse> {
    const timeout = AbortSignal.timeout(this.#options.timeoutMs);
    const { signal } = this.#options;
    const answer = await request(wire.url, {
      method: wire.method as "GET",
      headers: { ...wire.headers, "user-agent": USER_AGENT },
      body: wire.body,
      dispatcher: this.#agent,
      signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
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

/** Signal that ends a run after so many seconds; undefined for no budget. */
export function budgetSignal(seconds: number): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new RunStopped(`the budget of ${seconds} s was spent`, "budget")),
    seconds * 1000,
  );
  timer.unref();
  return controller.signal;
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
  return exchange.response === null ? null : retryAfterOf(exchange.response);
}

function retryAfterOf(response: WireResponse): number | null {
  if (response.status !== 429) return null;
  const header = response.headers["retry-after"];
  return header !== undefined && /^\d+$/.test(header) ? Number(header) : null;
}

function wasClosed(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === "UND_ERR_SOCKET" || code === "ECONNRESET" || code === "EPIPE";
}

function describeFailure(error: unknown, timeoutMs: number): string {
  const name = error instanceof Error ? error.name : "";
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = (cause as { code?: unknown }).code;
  if (/Timeout/.test(name) || code === "UND_ERR_CONNECT_TIMEOUT") return `no answer within ${timeoutMs / 1000} s`;
  if (code === "ECONNREFUSED") return "connection refused: nothing listens there";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "host name not found";
  if (typeof code === "string" && /CERT|TLS|SSL|EPROTO/.test(code)) return `TLS failed (${code})`;
  return cause instanceof Error && cause.message !== "" ? cause.message : `connection failed (${String(code ?? name)})`;
}
