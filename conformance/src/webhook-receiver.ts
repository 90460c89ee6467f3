import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { isRecord, pick } from "./json-path.ts";

/** One request that a node made to the receiver. */
export interface Delivered {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The body as it came, byte by byte. */
  readonly raw: Buffer;
  /** The parsed body; undefined when it is no JSON. */
  readonly body: unknown;
}

/** Takes webhook deliveries on loopback, and answers each path with the status that a case wants. */
export class WebhookReceiver {
  readonly #server: Server;
  readonly #statuses = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  readonly #delivered: Delivered[] = [];
  #port = 0;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<WebhookReceiver> {
    const server = createServer();
    const receiver = new WebhookReceiver(server);
    server.on("request", (request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        receiver.#take(request.url ?? "/", request.headers, Buffer.concat(chunks));
        response.statusCode = receiver.#statuses.get(request.url ?? "/") ?? 200;
        response.setHeader("connection", "close");
        response.end("seen");
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    receiver.#port = (server.address() as AddressInfo).port;
    return receiver;
  }

  /** Address of a path. */
  urlOf(path: string): string {
    return `http://127.0.0.1:${this.#port}${path}`;
  }

  /** What a path answers from now on; 200 unless told. */
  answer(path: string, status: number): void {
    this.#statuses.set(path, status);
  }

  /** Everything that came to a path, in the order of arrival. */
  at(path: string): readonly Delivered[] {
    return this.#delivered.filter((one) => one.path === path);
  }

  /** Waits until what came to a path satisfies a condition, or the time is over; answers whether it does. */
  async until(path: string, enough: (seen: readonly Delivered[]) => boolean, patienceMs = 5_000): Promise<boolean> {
    const end = Date.now() + patienceMs;
    while (!enough(this.at(path))) {
      const left = end - Date.now();
      if (left <= 0) return false;
      await this.#next(left);
    }
    return true;
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }

  #take(path: string, headers: IncomingHttpHeaders, raw: Buffer): void {
    let body: unknown;
    try {
      body = JSON.parse(raw.toString("utf8"));
    } catch {
      body = undefined;
    }
    this.#delivered.push({ path, headers, raw, body });
    for (const wake of this.#waiting) wake();
  }

  #next(patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, patienceMs);
      this.#waiting.add(done);
    });
  }
}

/** The signature of a body under a secret (channels 5). */
export function signatureOf(raw: Buffer, secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(raw).digest("hex")}`;
}

/** Name of the event that was delivered. */
export function eventOf(delivered: Delivered): string {
  const name = pick(delivered.body, "event");
  return typeof name === "string" ? name : "";
}

/** Facts of the event that was delivered. */
export function factsOf(delivered: Delivered): Readonly<Record<string, unknown>> {
  const data = pick(delivered.body, "data");
  return isRecord(data) ? data : {};
}
