import { type Exchange, NodeConnection } from "../node-connection.ts";
import { ConnectionLost } from "../verdict.ts";

/** An answer, or why there is none. */
export interface Heard {
  readonly status: number | null;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The JSON in it; undefined when there is none. */
  readonly json: unknown;
  readonly milliseconds: number;
  /** Why nothing was heard. */
  readonly failure: string | null;
}

/** How a question goes out. */
export interface Question {
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Asks addresses for what a card promises. */
export class Wire {
  readonly #connection: NodeConnection;

  constructor(url: string, timeoutMs: number) {
    this.#connection = new NodeConnection({ url: new URL(url).origin, timeoutMs, patienceSeconds: 0 });
  }

  /** Asks once. Never throws: an address that keeps silent is heard as such. */
  async ask(url: string, { method = "GET", headers = {}, body }: Question = {}): Promise<Heard> {
    const wire = {
      method,
      url,
      headers: {
        accept: "application/json",
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
    };
    try {
      return heard(await this.#connection.send(wire, { sender: "card", takeRateLimit: true }));
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      return { status: null, headers: {}, text: "", json: undefined, milliseconds: 0, failure: error.message };
    }
  }

  async close(): Promise<void> {
    await this.#connection.close();
    this.#connection.forget();
  }
}

function heard({ response, failure, durationMs }: Exchange): Heard {
  const text = response?.text ?? "";
  return {
    status: response?.status ?? null,
    headers: response?.headers ?? {},
    text,
    json: jsonOf(text),
    milliseconds: Math.round(durationMs),
    failure,
  };
}

/** JSON as it stands, or the first message of an event stream, which MCP may answer with. */
function jsonOf(text: string): unknown {
  for (const candidate of [text, /^data: ?(.+)$/m.exec(text)?.[1] ?? ""]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // Not this one.
    }
  }
  return undefined;
}

/** An answer in a few words. */
export function describe({ status, failure, headers }: Heard): string {
  if (status === null) return failure ?? "no answer";
  return [status, headers["content-type"] ?? ""].join(" ").trim();
}

/** Whether an address is safe to advertise: HTTPS, or on this machine (SVC-CARD-005). */
export function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || /^127\./.test(host) || host === "[::1]";
}
