import { LegacyJsonRpcTransportHandler } from "@a2a-js/sdk/compat/v0_3/server";
import { type A2ARequestHandler, JsonRpcTransportHandler, ServerCallContext } from "@a2a-js/sdk/server";
import rateLimit from "@fastify/rate-limit";
import { a2aEndpoints } from "@servicialo/schema/0.8/a2a-tasks";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { publicUrlOf } from "../../config.ts";
import { notFound, ProtocolError } from "../../errors.ts";
import type { Credential } from "../../pipeline/caller.ts";
import type { NodeServices } from "../../pipeline/execute.ts";
import { organizationByReference } from "../../storage/parties.ts";
import { inProcess } from "../exchange/exchange.ts";
import { recognize } from "../http/credentials.ts";
import { errorDocument, toProtocolErrors } from "../http/error-answer.ts";
import { A2aRefusal, type RpcAnswer, refusalAnswer } from "./refusal.ts";
import { dialectOf, parseRpc, type RpcRequest, readRpc, rpcIdOf } from "./rpc-request.ts";
import { TaskHandler } from "./task-handler.ts";
import { TaskStore } from "./task-store.ts";

/** Whoever sends without a credential: tasks of public operations belong to all of them. */
const PUBLIC = "public";

const MINUTE_MS = 60_000;

/**
 * The A2A door: tasks over JSON-RPC, in A2A 1.0 and 0.3 (channels 4). It translates the steps of a task into requests of
 * the HTTP profile, keeps the task, and decides nothing.
 */
export async function a2aDoor(app: FastifyInstance, services: NodeServices): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, body));
  const store = new TaskStore(services);
  const limit = await taskLimit(app, services);
  const endpoint = { services, store, limit, exchange: inProcess(app, "a2a") };
  app.setErrorHandler(async (error, request, reply) => {
    const problems = toProtocolErrors(error, request, services.config.bodyLimitBytes);
    const name = (problems[0]?.status ?? 500) < 500 ? "invalid_request" : "internal_error";
    return send(
      reply,
      refusalAnswer(new A2aRefusal(name, { problems }), { id: null, dialect: "0.3", requestId: request.id }),
    );
  });
  for (const path of a2aEndpoints) {
    const url = path.replace("{org_slug}", ":org_slug");
    app.post(url, async (request, reply) => send(reply, await answer(endpoint, request)));
    app.route({
      method: ["GET", "PUT", "PATCH", "DELETE"],
      url,
      handler: async (request, reply) => {
        const problem = new ProtocolError("METHOD_NOT_ALLOWED", { detail: "This path takes POST." });
        return reply
          .status(problem.status)
          .header("allow", "POST")
          .send(errorDocument([problem], request.id));
      },
    });
  }
}

interface Endpoint {
  readonly services: NodeServices;
  readonly store: TaskStore;
  /** @throws {A2aRefusal} `rate_limited` */
  readonly limit: (request: FastifyRequest, subject: string | null) => Promise<void>;
  readonly exchange: ReturnType<typeof inProcess>;
}

/** Answers whatever was posted; never fails. */
async function answer(endpoint: Endpoint, request: FastifyRequest): Promise<RpcAnswer> {
  let received: unknown;
  try {
    received = parseRpc(typeof request.body === "string" ? request.body : "");
    return await dispatch(endpoint, request, readRpc(received));
  } catch (error) {
    const refusal =
      error instanceof A2aRefusal
        ? error
        : new A2aRefusal("internal_error", { problems: toProtocolErrors(error, request, 0) });
    return refusalAnswer(refusal, { id: rpcIdOf(received), dialect: dialectOf(received), requestId: request.id });
  }
}

async function dispatch(endpoint: Endpoint, request: FastifyRequest, rpc: RpcRequest): Promise<RpcAnswer> {
  const { services, store, exchange, limit } = endpoint;
  const { org_slug: slug } = request.params as { org_slug: string };
  const organization = await services.database.read((tx) => organizationByReference(tx, slug));
  if (!organization) throw new A2aRefusal("refused", { problems: [notFound("organization")] });
  const credential = await recognize(services, request);
  const subject = credential ? subjectOf(credential) : null;
  if (rpc.method === "message/send") await limit(request, subject);
  if (!credential && request.headers.authorization !== undefined) requireCredential(rpc);
  const handler = new TaskHandler(
    store,
    { organizationId: organization.id, subject: subject ?? PUBLIC },
    {
      exchange,
      peer: { address: request.ip },
      organization: organization.slug,
      credential,
      facts: {
        authorization: request.headers.authorization ?? null,
        version: request.headers["x-servicialo-version"] as string | undefined,
        requestId: request.id,
      },
      publicUrl: publicUrlOf(services.config),
    },
  );
  return speak(rpc, handler);
}

/** Lets the SDK read the request and write the answer in the dialect of its method. */
async function speak({ dialect, body }: RpcRequest, handler: TaskHandler): Promise<RpcAnswer> {
  let failure: unknown;
  const kept =
    <Params, Result>(work: (params: Params) => Promise<Result>) =>
    async (params: Params): Promise<Result> => {
      try {
        return await work(params);
      } catch (error) {
        failure = error;
        throw error;
      }
    };
  const offered = {
    sendMessage: kept(handler.sendMessage.bind(handler)),
    getTask: kept(handler.getTask.bind(handler)),
    cancelTask: kept(handler.cancelTask.bind(handler)),
  } as unknown as A2ARequestHandler;
  const transport =
    dialect === "0.3" ? new LegacyJsonRpcTransportHandler(offered) : new JsonRpcTransportHandler(offered);
  const spoken = (await transport.handle(body, new ServerCallContext())) as RpcAnswer["body"];
  if (failure !== undefined) throw failure;
  if (spoken["error"] !== undefined) {
    const { message: detail } = spoken["error"] as { message: string };
    throw new A2aRefusal("invalid_params", { problems: [new ProtocolError("VALIDATION_ERROR", { detail })] });
  }
  return { status: 200, headers: {}, body: spoken };
}

/**
 * As on the HTTP door, a bad credential counts as none where none is needed; but none can tell whose task is meant.
 * @throws {A2aRefusal} `unauthorized`
 */
function requireCredential({ method, body }: RpcRequest): void {
  const { message } = body.params as { message?: { taskId?: string } };
  if (method === "message/send" && message?.taskId === undefined) return;
  const detail = "The key is unknown or no longer valid.";
  throw new A2aRefusal("unauthorized", { problems: [new ProtocolError("UNAUTHORIZED", { detail })] });
}

function subjectOf({ organizationId, subjectType, subjectId }: Credential): string {
  return `${organizationId}/${subjectType}/${subjectId}`;
}

/** Limits the tasks of one subject, or of one address without a credential, in a minute (channels 4.3). */
async function taskLimit(app: FastifyInstance, services: NodeServices): Promise<Endpoint["limit"]> {
  const subjects = new WeakMap<FastifyRequest, string>();
  await app.register(rateLimit, { global: false });
  const check = app.createRateLimit({
    max: services.config.a2aTaskRateLimit,
    timeWindow: MINUTE_MS,
    keyGenerator: (request) => subjects.get(request as FastifyRequest) ?? request.ip,
  });
  return async (request, subject) => {
    if (subject !== null) subjects.set(request, subject);
    const limit = await check(request);
    if (limit.isAllowed || !limit.isExceeded) return;
    const seconds = Math.max(1, Math.ceil(limit.ttl / 1000));
    const detail = `Try again in ${seconds} seconds.`;
    const problem = new ProtocolError("RATE_LIMITED", { detail, meta: { retry_after: seconds } });
    throw new A2aRefusal("rate_limited", { problems: [problem] });
  };
}

function send(reply: FastifyReply, { status, headers, body }: RpcAnswer): FastifyReply {
  return reply.status(status).headers(headers).type("application/json").send(JSON.stringify(body));
}
