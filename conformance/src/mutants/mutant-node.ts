import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isDeepStrictEqual } from "node:util";
import { Agent, request as send } from "undici";
import type { Credentials } from "../settings.ts";
import { type Fault, jsonOf, MutantCall, type PassedRequest, type Reply } from "./mutant-call.ts";
import { WebhookRelay } from "./webhook-relay.ts";

/** Headers that belong to one connection. */
const HOP_HEADERS = ["connection", "keep-alive", "transfer-encoding", "content-length", "host", "expect"];

/** Where subscribers say to which address they want their events. */
const SUBSCRIPTIONS = /\/webhooks\//;

/** A node with a fault: the good one behind a proxy that is wrong in one thing. */
export interface MutantNode {
  readonly url: string;
  /** How many answers differed from what the good node would have said, were got by another question, or delivered otherwise. */
  readonly altered: () => number;
  close(): Promise<void>;
}

/** Puts a fault in front of a good node. Without a fault it only passes on: the control. */
export async function startMutantNode(
  target: string,
  credentials: Credentials,
  fault: Fault = (call) => call.pass(),
): Promise<MutantNode> {
  const agent = new Agent({ keepAliveTimeout: 1_000 });
  const relay = await WebhookRelay.open(agent, fault.deliver);
  const origin: Origin = { good: target.replace(/\/+$/, ""), own: "", peer: nextPeer() };
  let altered = 0;
  const server = createServer((incoming, outgoing) => {
    void serve(incoming, outgoing).catch((error: unknown) => {
      // A fault that breaks is a fault of the harness, and must not look like a good node.
      outgoing.writeHead(599, { "x-mutant-broken": "1" }).end(String(error));
    });
  });

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await received(incoming, origin);
    const asked: { request: PassedRequest; reply: Reply }[] = [];
    const ask = async (passed: PassedRequest) => {
      const reply = await forward({ agent, relay, origin }, passed);
      asked.push({ request: passed, reply: structuredClone(reply) });
      return reply;
    };
    const answer = await fault(new MutantCall(request, ask, credentials));
    const straight = asked.length === 1 && asked[0] !== undefined && sameRequest(asked[0].request, request);
    if (!straight || !isDeepStrictEqual(asked[0]?.reply, answer)) altered += 1;
    write(outgoing, answer);
  }

  const url = await listen(server);
  origin.own = url;
  return {
    url,
    altered: () => altered + relay.altered,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await relay.close();
      await agent.close();
    },
  };
}

interface Origin {
  readonly good: string;
  own: string;
  /** Address in whose name requests are sent on, for a node that believes its proxies. */
  readonly peer: string;
}

let peers = 0;

/** An address of its own for each faulty node, so that one does not use up the rate of the next. */
function nextPeer(): string {
  peers += 1;
  return `198.18.${Math.floor(peers / 250)}.${(peers % 250) + 1}`;
}

function sameRequest(a: PassedRequest, b: PassedRequest): boolean {
  return (
    a.method === b.method && a.target === b.target && a.body.equals(b.body) && isDeepStrictEqual(a.headers, b.headers)
  );
}

async function received(incoming: IncomingMessage, origin: Origin): Promise<PassedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(
    Object.entries(incoming.headers)
      .filter(([name]) => !HOP_HEADERS.includes(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]),
  );
  const target = (incoming.url ?? "/").replaceAll(encodeURIComponent(origin.own), encodeURIComponent(origin.good));
  return { method: incoming.method ?? "GET", target, headers, body: Buffer.concat(chunks) };
}

interface Way {
  readonly agent: Agent;
  readonly relay: WebhookRelay;
  readonly origin: Origin;
}

/** Addresses that the good node writes of itself become the mutant's, so that following them leads here. */
async function forward({ agent, relay, origin }: Way, request: PassedRequest): Promise<Reply> {
  const { method, target, headers } = request;
  const body = SUBSCRIPTIONS.test(target) ? relay.inPlaceOfSubscribers(request.body) : request.body;
  const answer = await send(`${origin.good}${target}`, {
    method: method as "GET",
    headers: { ...headers, "x-forwarded-for": origin.peer },
    dispatcher: agent,
    ...(body.length > 0 && { body }),
  });
  const text = relay.withSubscribers(await answer.body.text()).replaceAll(origin.good, origin.own);
  const json = jsonOf(Buffer.from(text));
  const kept = Object.entries(answer.headers).filter(([name]) => !HOP_HEADERS.includes(name));
  return {
    status: answer.statusCode,
    headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
    body: json === undefined ? text : json,
  };
}

function write(outgoing: ServerResponse, { status, headers, body }: Reply): void {
  const empty = body === "" || body === undefined;
  const text = empty ? "" : typeof body === "string" ? body : JSON.stringify(body);
  outgoing.writeHead(status, { ...headers, "content-length": Buffer.byteLength(text) }).end(text);
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
