import { createHash, randomUUID, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Clock } from "./clock.ts";
import { Fault } from "./fault.ts";
import { verifyDue } from "./lifecycle.ts";
import type { Answer, Call } from "./request.ts";
import { declaredOperations, type Route, routesAt } from "./routes.ts";
import type { Key, Store } from "./store.ts";

const JSON_API = "application/vnd.api+json";
const JSON_PLAIN = "application/json";
const BODY_LIMIT = 1024 * 1024;
const REPLAY_LIFE = 86_400_000;

/** Requests that an address may make to public paths within the window. */
const PUBLIC_LIMIT = 400;
const PUBLIC_WINDOW = 5_000;

export interface NodeParts {
  readonly store: Store;
  readonly clock: Clock;
}

/** A server that does not listen yet. */
export function plainNode({ store, clock }: NodeParts): Server {
  const windows = new Map<string, { since: number; count: number }>();
  return createServer((request, response) => {
    void answer({ store, clock, windows }, request, response);
  });
}

interface Node extends NodeParts {
  readonly windows: Map<string, { since: number; count: number }>;
}

async function answer(node: Node, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const requestId = String(request.headers["x-request-id"] ?? `req_${randomUUID()}`);
  response.setHeader("x-servicialo-version", "0.8");
  response.setHeader("x-request-id", requestId);
  const received = await readBody(request);
  let prefix = "";
  try {
    const url = new URL(request.url ?? "/", "http://node");
    if (url.pathname === "/health/live" || url.pathname === "/health/ready") {
      send(response, 200, JSON_PLAIN, JSON.stringify({ status: "ok" }));
      return;
    }
    const { route, params } = findRoute(url.pathname, request.method ?? "GET");
    if (route.isPublic) countPublic(node, request, response);
    if (received === "too large") throw new Fault("PAYLOAD_TOO_LARGE", { detail: "At most 1 MiB." });
    requireHeaders(request, received);
    const key = keyFor(node.store, request);
    if (!route.isPublic && key === null) {
      throw new Fault("UNAUTHORIZED", { headers: { "www-authenticate": 'Bearer realm="servicialo"' } });
    }
    const replay = replayOf(node, { request, path: url.pathname, key, body: received });
    if (replay?.answer) {
      response.setHeader("idempotent-replayed", "true");
      send(response, replay.answer.status, JSON_API, replay.answer.body);
      return;
    }
    const keep = (status: number, body: string) => {
      if (!replay) return;
      const { id, fingerprint } = replay;
      node.store.commit([["replays", { id, fingerprint, status, body, at: node.clock.now() }]]);
    };
    const command = commandOf(route, request, received);
    prefix = command.prefix;
    try {
      const work = node.store.begin();
      const call: Call = {
        work,
        clock: node.clock,
        host: `http://${request.headers.host}`,
        key,
        params,
        query: url.searchParams,
        attributes: command.attributes,
        actorHeader: headerOf(request, "x-servicialo-actor"),
        declared: declaredOperations(),
      };
      verifyDue(call);
      work.commit();
      const result = route.run(call);
      work.commit();
      const { status, type, body } = written(result, url);
      keep(status, body);
      send(response, status, type, body);
    } catch (error) {
      // What was judged by the operation itself would be judged so again.
      if (error instanceof Fault && [404, 409, 422].includes(error.status)) {
        keep(error.status, errorBody(error, { prefix, requestId }));
      }
      throw error;
    }
  } catch (error) {
    const fault = error instanceof Fault ? error : new Fault("INTERNAL_ERROR");
    if (!(error instanceof Fault)) console.error(error);
    for (const [name, value] of Object.entries(fault.details.headers ?? {})) response.setHeader(name, value);
    send(response, fault.status, JSON_API, errorBody(fault, { prefix, requestId }));
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) }).end(body);
}

/** The whole body; what is too large is let pass by unread. */
async function readBody(request: IncomingMessage): Promise<string | "too large"> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= BODY_LIMIT) chunks.push(chunk);
  }
  return length > BODY_LIMIT ? "too large" : Buffer.concat(chunks).toString("utf8");
}

function findRoute(path: string, method: string): { route: Route; params: Record<string, string> } {
  const here = routesAt(path);
  if (here.length === 0) throw new Fault("NOT_FOUND", { detail: "There is nothing at this path." });
  const found = here.find(({ route }) => route.method === method);
  if (found) return found;
  const allow = [...new Set(here.map(({ route }) => route.method))].join(", ");
  throw new Fault("METHOD_NOT_ALLOWED", { detail: `This path takes ${allow}.`, headers: { allow } });
}

function countPublic({ windows }: Node, request: IncomingMessage, response: ServerResponse): void {
  const address = request.socket.remoteAddress ?? "";
  const now = performance.now();
  const running = windows.get(address);
  const window = running && now - running.since < PUBLIC_WINDOW ? running : { since: now, count: 0 };
  window.count += 1;
  windows.set(address, window);
  response.setHeader("x-ratelimit-limit", PUBLIC_LIMIT);
  response.setHeader("x-ratelimit-remaining", Math.max(0, PUBLIC_LIMIT - window.count));
  if (window.count <= PUBLIC_LIMIT) return;
  const wait = Math.max(1, Math.ceil((PUBLIC_WINDOW - (now - window.since)) / 1000));
  throw new Fault("RATE_LIMITED", { headers: { "retry-after": String(wait) }, meta: { retryable: true } });
}

function requireHeaders(request: IncomingMessage, body: string): void {
  const type = mediaType(request);
  if (body !== "" && type !== JSON_API && type !== JSON_PLAIN) throw new Fault("UNSUPPORTED_MEDIA_TYPE");
  const accept = headerOf(request, "accept");
  const wanted = accept?.split(",").map((one) => one.split(";")[0]?.trim().toLowerCase());
  const fitting = ["*/*", "application/*", JSON_API, JSON_PLAIN];
  if (wanted && !wanted.some((one) => fitting.includes(one ?? ""))) throw new Fault("NOT_ACCEPTABLE");
  const version = headerOf(request, "x-servicialo-version");
  if (version !== undefined && !/^0\.8(\.\d+)?$/.test(version)) {
    throw new Fault("UNSUPPORTED_VERSION", { meta: { supported: ["0.8"] } });
  }
}

function mediaType(request: IncomingMessage): string {
  return (headerOf(request, "content-type")?.split(";")[0] ?? "").trim().toLowerCase();
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(",") : value;
}

/** Keys are stored by their hash, and compared in a time that tells nothing. */
function keyFor(store: Store, request: IncomingMessage): Key | null {
  const [scheme, token] = (headerOf(request, "authorization") ?? "").split(" ");
  if (scheme?.toLowerCase() !== "bearer" || token === undefined) return null;
  const hash = createHash("sha256").update(token).digest();
  for (const key of store.table("keys").values()) {
    if (timingSafeEqual(Buffer.from(key.id, "hex"), hash)) return key;
  }
  return null;
}

interface Repeatable {
  readonly request: IncomingMessage;
  readonly path: string;
  readonly key: Key | null;
  readonly body: string;
}

/** What is known under an Idempotency-Key, and where an answer will be kept. */
function replayOf({ store, clock }: Node, { request, path, key, body }: Repeatable) {
  const given = headerOf(request, "idempotency-key");
  if (request.method !== "POST" || given === undefined || key === null) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(given))
    throw new Fault("MALFORMED_REQUEST", { detail: "1 to 255 visible characters." });
  const id = `${key.subjectId} POST ${path} ${given}`;
  const fingerprint = createHash("sha256").update(body).digest("hex");
  const stored = store.table("replays").get(id);
  if (!stored || clock.now() - stored.at > REPLAY_LIFE) return { id, fingerprint, answer: null };
  if (stored.fingerprint !== fingerprint) throw new Fault("IDEMPOTENCY_KEY_REUSED");
  return { id, fingerprint, answer: stored };
}

/** The attributes of a command, and where they stand in the body. */
function commandOf(route: Route, request: IncomingMessage, body: string) {
  if (route.type === undefined) return { attributes: {}, prefix: "" };
  const value = parsed(body);
  if (!isObject(value)) throw new Fault("VALIDATION_ERROR", { pointer: "", detail: "The body is an object." });
  const bare = !("data" in value) && (mediaType(request) === JSON_PLAIN || body === "");
  if (bare) return { attributes: value, prefix: "" };
  const { data } = value;
  if (!isObject(data)) throw new Fault("VALIDATION_ERROR", { pointer: "/data", detail: "An object." });
  if (data["type"] !== route.type) throw new Fault("VALIDATION_ERROR", { pointer: "/data/type", detail: route.type });
  const attributes = data["attributes"] ?? {};
  if (!isObject(attributes)) throw new Fault("VALIDATION_ERROR", { pointer: "/data/attributes", detail: "An object." });
  return { attributes, prefix: "/data/attributes" };
}

function parsed(body: string): unknown {
  if (body === "") return {};
  try {
    return JSON.parse(body);
  } catch {
    throw new Fault("MALFORMED_REQUEST", { detail: "The body is not JSON." });
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function written({ status = 200, document, data, meta, links }: Answer, url: URL) {
  if (document !== undefined) return { status, type: JSON_PLAIN, body: JSON.stringify(document) };
  const absolute = links && Object.entries(links).map(([name, link]) => [name, link && `${url.pathname}${link}`]);
  const envelope = { data, ...(meta && { meta }), ...(absolute && { links: Object.fromEntries(absolute) }) };
  return { status, type: JSON_API, body: JSON.stringify(envelope) };
}

function errorBody(fault: Fault, { prefix, requestId }: { prefix: string; requestId: string }): string {
  const { detail, pointer, parameter, meta } = fault.details;
  // Pointers of the envelope itself lead from the root, all others from the attributes.
  const place =
    pointer === undefined || /^\/data(\/type|\/attributes)?$/.test(pointer) ? pointer : `${prefix}${pointer}`;
  const source = { ...(place !== undefined && { pointer: place }), ...(parameter !== undefined && { parameter }) };
  const error = {
    status: String(fault.status),
    code: fault.code,
    title: fault.title,
    ...(detail !== undefined && { detail }),
    ...(Object.keys(source).length > 0 && { source }),
    meta: { retryable: fault.code === "INTERNAL_ERROR", request_id: requestId, ...meta },
  };
  return JSON.stringify({ errors: [error] });
}
