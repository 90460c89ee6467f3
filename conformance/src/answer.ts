import { isRecord, pick } from "./json-path.ts";
import type { Exchange } from "./node-connection.ts";

/** An answer as a case reads it. A request that got none has status 0. */
export class Answer {
  readonly exchange: Exchange;
  readonly status: number;
  readonly text: string;
  /** The parsed body; undefined when it is no JSON. */
  readonly body: unknown;

  constructor(exchange: Exchange) {
    this.exchange = exchange;
    this.status = exchange.response?.status ?? 0;
    this.text = exchange.response?.text ?? "";
    this.body = parseJson(this.text);
  }

  header(name: string): string | undefined {
    return this.exchange.response?.headers[name.toLowerCase()];
  }

  /** Media type without parameters, lower case. */
  get mediaType(): string {
    return (this.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  }

  at(path: string): unknown {
    return pick(this.body, path);
  }

  /** Codes of the error envelope; empty when there is none. */
  get errorCodes(): readonly string[] {
    const errors = isRecord(this.body) ? this.body.errors : undefined;
    if (!Array.isArray(errors)) return [];
    return errors.map((entry) => (isRecord(entry) && typeof entry.code === "string" ? entry.code : "(none)"));
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  /** `422 INVALID_TRANSITION`, `200`, or why there was no answer. */
  describe(): string {
    if (this.exchange.response === null) return `no answer (${this.exchange.failure ?? "unknown"})`;
    const codes = this.errorCodes;
    return codes.length === 0 ? String(this.status) : `${this.status} ${codes.join(", ")}`;
  }
}

/** The value of a JSON text; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
