import { type AdapterCall, adapterCalls } from "@servicialo/schema/0.8/adapter-binding";
import { operations } from "@servicialo/schema/0.8/operations";
import type { ErrorDocument } from "@servicialo/schema/0.8/types";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { invalid, ProtocolError } from "../../errors.ts";
import type { NodeServices } from "../../pipeline/execute.ts";
import type { Exchange, ProfileAnswer } from "../exchange/exchange.ts";
import { recognize } from "../http/credentials.ts";
import { sendBody } from "../http/envelope.ts";
import { errorDocument, sendErrors, toProtocolErrors } from "../http/error-answer.ts";
import { JSON_API, JSON_PLAIN, mediaTypeOf } from "../http/media-types.ts";
import { newestVersion, VERSION_HEADER } from "../http/version.ts";
import { clientPlace, refusalForClient } from "./client-place.ts";
import { composers } from "./composed/index.ts";
import { flatAnswer } from "./flat-answer.ts";
import { Lane } from "./lane.ts";
import { chooseCall, type Members, type ReadCall, readCall } from "./read-call.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Headers of an answer that the client gets, too. */
const TOLD = /^(?:x-ratelimit-|x-servicialo-|x-request-id$|retry-after$|www-authenticate$|idempotent-replayed$)/;

/** Stands in a path for an input that is missing, so that everything before it is judged all the same. */
const NOTHING = "-";

/**
 * The door of the published clients: flat JSON at the root of the host (channels page 6). It follows the generated
 * table, turns each request into one of the HTTP profile, and the answer into the form that the clients read.
 */
export async function adapterDoor(app: FastifyInstance, services: NodeServices, exchange: Exchange): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "string" }, (_request, raw, done) => done(null, raw));
  app.addHook("onRequest", async (request, reply) => {
    reply.header(VERSION_HEADER, newestVersion).header("x-request-id", request.id);
  });
  app.setErrorHandler(async (error, request, reply) =>
    sendErrors(reply, toProtocolErrors(error, request, services.config.bodyLimitBytes)),
  );
  const calls = adapterCalls.filter(({ operation, asks }) => operation === asks);
  for (const [path, onPath] of Map.groupBy(calls, (call) => call.path)) {
    const url = path.replaceAll(/\{([^}]*)\}/g, ":$1");
    const taken = [...new Set(onPath.map(({ method }) => method))].sort();
    for (const method of METHODS) {
      const onRoute = onPath.filter((call) => call.method === method);
      const handler =
        onRoute.length > 0
          ? (request: FastifyRequest, reply: FastifyReply) => answer({ services, exchange }, onRoute, request, reply)
          : (_request: FastifyRequest, reply: FastifyReply) => refuseMethod(reply, taken.join(", "));
      app.route({ method, url, handler });
    }
  }
}

/** Where a request goes on, and who knows its key. */
interface Node {
  readonly services: NodeServices;
  readonly exchange: Exchange;
}

async function answer(
  node: Node,
  calls: readonly AdapterCall[],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const lane = laneOf(node, request);
  const said = membersOf(request);
  const members = said.kind === "members" ? said.members : {};
  const call = chooseCall(calls, members);
  const read = readCall(call, members, request.params as Members);
  const given = said.kind === "raw" ? await askRaw(lane, read, said.body) : await askFor(lane, read, request.id);
  return send(reply, read, given);
}

/** What a request says, or a body that only the HTTP profile can judge. */
type Said = { readonly kind: "members"; readonly members: Members } | { readonly kind: "raw"; readonly body: string };

function membersOf(request: FastifyRequest): Said {
  if (request.method === "GET" || request.method === "HEAD")
    return { kind: "members", members: request.query as Members };
  const text = typeof request.body === "string" ? request.body : "";
  if (text.trim() === "") return { kind: "members", members: {} };
  const isJson = [JSON_PLAIN, JSON_API].includes(mediaTypeOf(request));
  const value = isJson ? jsonOf(text) : undefined;
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? { kind: "members", members: value as Members } : { kind: "raw", body: text };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function laneOf({ services, exchange }: Node, request: FastifyRequest): Lane {
  let known: ReturnType<typeof recognize> | undefined;
  const credential = () => {
    known ??= recognize(services, request);
    return known;
  };
  const { headers, id: requestId, ip: address } = request;
  return new Lane({ exchange, peer: { address }, requestId, headers, credential });
}

function askRaw(lane: Lane, { call, input }: ReadCall, body: string): Promise<ProfileAnswer> {
  return lane.ask(call.asks, withPath(call, input), body);
}

/** The answer of the operation, or of several, in flat form. */
async function askFor(lane: Lane, read: ReadCall, requestId: string): Promise<ProfileAnswer> {
  const { call } = read;
  const missing = missingInPath(read);
  const credential = call.organization !== null || missing !== undefined ? await lane.credential() : null;
  if (missing !== undefined && credential !== null) return missingMember(read, missing, requestId);
  const input = withPath(call, withOrganization(read, credential?.organizationId));
  if (call.composed !== null) return composers[call.composed](lane, { ...read, input });
  const given = await lane.ask(call.asks, input);
  return given.status >= 300 ? given : { ...given, body: flatAnswer(call, given.body) };
}

function withOrganization({ call, input }: ReadCall, organizationId: string | undefined): Members {
  const { organization } = call;
  if (organization === null || organizationId === undefined || input[organization] !== undefined) return input;
  return { ...input, [organization]: organizationId };
}

/** An input that stands in the path of the HTTP profile and in the body of the client. */
function missingInPath({ call, input }: ReadCall): string | undefined {
  return pathOf(call).find((name) => typeof input[name] !== "string" || input[name] === "");
}

function withPath(call: AdapterCall, input: Members): Members {
  const filled = pathOf(call).map((name) => [
    name,
    input[name] === undefined || input[name] === "" ? NOTHING : input[name],
  ]);
  return { ...input, ...Object.fromEntries(filled) };
}

function pathOf({ asks }: AdapterCall): readonly string[] {
  return operations[asks].pathParameters;
}

function missingMember(read: ReadCall, input: string, requestId: string): ProfileAnswer {
  const place = clientPlace(read, [input]).join("/");
  const problem = invalid(`/${place}`, `${place} is required.`);
  return { status: problem.status, headers: {}, body: errorDocument([problem], requestId) };
}

function send(reply: FastifyReply, read: ReadCall, { status, headers, body }: ProfileAnswer): FastifyReply {
  reply.headers(Object.fromEntries(Object.entries(headers).filter(([name]) => TOLD.test(name))));
  const shown = status >= 300 && isErrorDocument(body) ? refusalForClient(read, body) : (body ?? {});
  return sendBody(reply, { status, contentType: JSON_PLAIN, body: JSON.stringify(shown) });
}

function isErrorDocument(body: unknown): body is ErrorDocument {
  return typeof body === "object" && body !== null && Array.isArray((body as { errors?: unknown }).errors);
}

function refuseMethod(reply: FastifyReply, allow: string): Promise<FastifyReply> {
  reply.header("allow", allow);
  return sendErrors(reply, [new ProtocolError("METHOD_NOT_ALLOWED", { detail: `This path takes ${allow}.` })]);
}
