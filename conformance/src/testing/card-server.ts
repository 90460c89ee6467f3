import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { PROTOCOL_VERSION } from "../artefacts.ts";

type Json = Record<string, unknown>;

/** Answers one request; undefined leaves it to the next one. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => boolean | undefined;

/** A server with a card on it, and the doors that the card names. */
export interface CardServer {
  readonly url: string;
  /** What stands at each path, on top of what the server answers by itself. */
  readonly answers: Map<string, Answer>;
  close(): Promise<void>;
}

/** The published template of a card. */
export function templateOf(name: "agent-card" | "a2a-card"): Json {
  const file = import.meta.resolve(`@servicialo/schema/cards/${PROTOCOL_VERSION}/${name}.json`);
  return JSON.parse(readFileSync(fileURLToPath(file), "utf8")) as Json;
}

/** A level 2 card that promises what the server does. */
export function agentCardOf(server: CardServer, changes: Json = {}): Json {
  const endpoints = { rest: `${server.url}/servicialo/v1`, mcp: `${server.url}/mcp`, a2a: `${server.url}/a2a` };
  return { ...templateOf("agent-card"), endpoints, ...changes };
}

/** An A2A card that promises what the server does. */
export function a2aCardOf(server: CardServer, changes: Json = {}): Json {
  return {
    ...templateOf("a2a-card"),
    url: `${server.url}/a2a`,
    securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
    "x-servicialo": { endpoints: { rest: `${server.url}/servicialo/v1` } },
    ...changes,
  };
}

const TAG = '"card-1"';

/** Answers a card as a good node does: kept for five minutes, and 304 for whoever has it. */
export function serving(card: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return (request, response) => {
    const known = request.headers["if-none-match"] === TAG;
    response.writeHead(known ? 304 : 200, {
      "content-type": "application/json",
      "cache-control": "public, max-age=300",
      etag: TAG,
      ...headers,
    });
    response.end(known ? undefined : JSON.stringify(card));
    return true;
  };
}

/** Answers always the same. */
export function answering(status: number, headers: Readonly<Record<string, string>> = {}, body = ""): Answer {
  return (_request, response) => {
    response.writeHead(status, headers).end(body);
    return true;
  };
}

const JSON_TYPE = { "content-type": "application/json" };

/** What the doors of a good node answer to a stranger. */
const DOORS: Readonly<Record<string, Answer>> = {
  "/servicialo/v1/manifest": answering(200, JSON_TYPE, JSON.stringify({ protocol_version: PROTOCOL_VERSION })),
  "/servicialo/v1/payments/status": answering(401, JSON_TYPE, "{}"),
  "/mcp": answering(
    200,
    { "content-type": "text/event-stream" },
    'event: message\ndata: {"jsonrpc":"2.0","id":1,"result":{}}\n\n',
  ),
  "/a2a": answering(200, JSON_TYPE, '{"jsonrpc":"2.0","id":"1","error":{"code":-32000,"message":"no such task"}}'),
};

export async function openCardServer(): Promise<CardServer> {
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const path = (request.url ?? "").split("?", 1)[0] ?? "";
    const answered = answers.get(path)?.(request, response) || DOORS[path]?.(request, response);
    if (!answered) response.writeHead(404, JSON_TYPE).end("{}");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
