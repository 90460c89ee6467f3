import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Agent, request as send } from "undici";

/** What a node sends to a subscriber. */
export interface Delivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Brings a delivery to its subscriber; answers the status that the node is told. */
export type Courier = (delivery: Delivery, bring: (delivery: Delivery) => Promise<number>) => Promise<number>;

/** Addresses of subscribers on this machine, as they stand in a request. */
const SUBSCRIBER = /http:\/\/127\.0\.0\.1:\d+\/[^"\\\s]*/g;

const HOP_HEADERS = ["connection", "keep-alive", "transfer-encoding", "content-length", "host", "expect"];

/** Stands between a node and its subscribers: the node is given addresses here, and nobody else sees them. */
export class WebhookRelay {
  readonly #server: Server;
  readonly #agent: Agent;
  readonly #courier: Courier | undefined;
  readonly #subscribers: string[] = [];
  #url = "";
  /** How many deliveries came otherwise than they were sent. */
  altered = 0;

  private constructor(agent: Agent, courier: Courier | undefined) {
    this.#agent = agent;
    this.#courier = courier;
    this.#server = createServer((incoming, outgoing) => {
      void this.#relay(incoming)
        .catch(() => 502)
        .then((status) => outgoing.writeHead(status, { connection: "close" }).end("seen"));
    });
  }

  static async open(agent: Agent, courier?: Courier): Promise<WebhookRelay> {
    const relay = new WebhookRelay(agent, courier);
    await new Promise<void>((resolve) => relay.#server.listen(0, "127.0.0.1", resolve));
    relay.#url = `http://127.0.0.1:${(relay.#server.address() as AddressInfo).port}`;
    return relay;
  }

  /** A request to subscribe, with an address here in place of the subscriber's. */
  inPlaceOfSubscribers(body: Buffer): Buffer {
    const text = body.toString("utf8");
    const changed = text.replace(SUBSCRIBER, (subscriber) => {
      const known = this.#subscribers.indexOf(subscriber);
      const index = known < 0 ? this.#subscribers.push(subscriber) - 1 : known;
      return `${this.#url}/${index}/`;
    });
    return changed === text ? body : Buffer.from(changed);
  }

  /** An answer of the node, with the subscribers' own addresses. */
  withSubscribers(text: string): string {
    return this.#subscribers.reduce(
      (answer, subscriber, index) => answer.replaceAll(`${this.#url}/${index}/`, subscriber),
      text,
    );
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #relay(incoming: IncomingMessage): Promise<number> {
    const subscriber = this.#subscribers[Number(incoming.url?.split("/")[1])];
    if (subscriber === undefined) return 404;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = Object.fromEntries(
      Object.entries(incoming.headers)
        .filter(([name]) => !HOP_HEADERS.includes(name))
        .map(([name, value]) => [name, String(value)]),
    );
    const delivery: Delivery = { headers, body: Buffer.concat(chunks) };
    const brought: { delivery: Delivery; status: number }[] = [];
    const bring = async (one: Delivery) => {
      const answer = await send(subscriber, {
        method: "POST",
        headers: { ...one.headers },
        body: one.body,
        dispatcher: this.#agent,
      });
      await answer.body.dump();
      brought.push({ delivery: one, status: answer.statusCode });
      return answer.statusCode;
    };
    const status = await (this.#courier ?? ((one) => bring(one)))(delivery, bring);
    const [only] = brought;
    if (brought.length !== 1 || only?.delivery !== delivery || only.status !== status) this.altered += 1;
    return status;
  }
}
