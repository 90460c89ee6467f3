import { errors } from "@servicialo/schema/0.8/errors";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { type RouteDefinition, routes } from "@servicialo/schema/0.8/routes";
import type { Actor } from "@servicialo/schema/0.8/types";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import { ProtocolError } from "../../errors.ts";
import type { Reader } from "../../evidence/disclosures.ts";
import { endValidation, observeRequests } from "../../observability/observed-request.ts";
import { isTracing, traced } from "../../observability/tracing.ts";
import type { Credential } from "../../pipeline/caller.ts";
import { execute, isProbe, type NodeServices } from "../../pipeline/execute.ts";
import {
  claimKey,
  type IdempotencyClaim,
  releaseKey,
  rememberAnswer,
  rememberRefusal,
  type StoredAnswer,
} from "../../pipeline/idempotency.ts";
import { isPublicLane, recordRefusal } from "../../pipeline/public-decisions.ts";
import { LOCAL_PIPE } from "../exchange/exchange.ts";
import { actorHeader } from "./actor-header.ts";
import { agenda } from "./agenda.ts";
import { sendAnswer } from "./caching.ts";
import { authenticate, recognize } from "./credentials.ts";
import { sendBody, toHttpAnswer } from "./envelope.ts";
import { errorDocument, sendErrors, toProtocolErrors } from "./error-answer.ts";
import { eventStream } from "./event-stream.ts";
import { idempotencyScope } from "./idempotency.ts";
import { introduce } from "./introduce.ts";
import { checkAccept, checkBodyHeaders, installBodyParser, JSON_API } from "./media-types.ts";
import { installRateLimits, type RateLimits } from "./rate-limit.ts";
import { flatInput, toCommand } from "./request-input.ts";
import { chooser } from "./shared-route.ts";
import { validatorCompiler } from "./validator.ts";
import { negotiateVersion, VERSION_HEADER } from "./version.ts";

declare module "fastify" {
  interface FastifyRequest {
    credential: Credential | null;
    headerActor: Actor | undefined;
    idempotency: IdempotencyClaim | null;
    pointerPrefix: string;
    /** What is run; null before. */
    operationId: OperationId | null;
    /** Which of the operations of its route a request means; null where there is only one. */
    meantOperation: OperationId | null;
  }
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

/**
 * The HTTP door: headers, envelopes, pagination links, idempotent replay. It judges in the order of the errors page
 * and hands everything else to the operations.
 */
export async function httpDoor(app: FastifyInstance, services: NodeServices): Promise<void> {
  const { config } = services;
  installBodyParser(app);
  app.setValidatorCompiler(validatorCompiler as never);
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.decorateRequest("credential", null);
  app.decorateRequest("headerActor", undefined);
  app.decorateRequest("idempotency", null);
  app.decorateRequest("pointerPrefix", "");
  app.decorateRequest("operationId", null);
  app.decorateRequest("meantOperation", null);
  observeRequests(app, services.metrics);
  app.addHook("onRequest", async (request, reply) => {
    introduce(request, reply);
    requirePathAndMethod(request, reply);
  });
  const limits = await installRateLimits(app, config);
  app.setErrorHandler(async (error, request, reply) => {
    const problems = toProtocolErrors(error, request, config.bodyLimitBytes);
    return answerRefusal(services, request, reply, problems);
  });
  // Reached by requests that no hook judged, such as those for the router's own refusals.
  app.setNotFoundHandler(async (_request, reply) => sendErrors(reply, [nothingHere()]));
  eventStream(app, services);
  agenda(app, services);
  for (const [url, definitions] of Map.groupBy(routes, (route) => route.url)) {
    for (const method of METHODS) {
      const matching = definitions.filter((definition) => definition.method === method);
      app.route(
        matching.length > 0 ? operationRoute(services, matching, limits) : refusedMethod(url, method, definitions),
      );
    }
  }
}

/** Address of the peer; what came through another door by a local pipe has none. */
function addressOf({ ip }: FastifyRequest): string | null {
  return ip === LOCAL_PIPE ? null : ip;
}

/** Who gets an answer, for the record of what it shows. */
function readerOf(request: FastifyRequest, operation: OperationId): Reader {
  const { credential, id: requestId } = request;
  return { caller: { credential, address: addressOf(request), requestId }, operation };
}

/** Operations that a route can mean; more than one where they share method and path. */
function operationsOf(request: FastifyRequest): readonly OperationId[] {
  return (request.routeOptions.config as { operationIds?: OperationId[] }).operationIds ?? [];
}

function operationRoute(
  services: NodeServices,
  definitions: readonly RouteDefinition[],
  limits: RateLimits,
): RouteOptions {
  const [first] = definitions as [RouteDefinition, ...RouteDefinition[]];
  const { body, ...unshared } = first.schema;
  const choose = definitions.length > 1 ? chooser(definitions) : null;
  const { tier } = operations[first.operationId];
  return {
    method: first.method,
    url: first.url,
    schema: choose || body === undefined ? unshared : { ...unshared, body },
    config: {
      operationIds: definitions.map((definition) => definition.operationId),
      answersAlways: isProbe(first.operationId),
    } as never,
    onRequest: [
      // First of its step, so that refused answers of the public lane tell the rate, too (SVC-RATE-002).
      ...(tier === "discovery" || tier === "resolver" ? [limits.byAddress] : []),
      ...(isPublicLane(first.operationId) ? [limits.byOrganization] : []),
      async (request: FastifyRequest, reply: FastifyReply) => {
        if (!isInfrastructure(first.operationId)) {
          traced("version", () => checkHeaders(request, reply, services.config.bodyLimitBytes));
        }
        // Whoever asks whether the node is well shall learn it also while its database is away.
        if (isProbe(first.operationId)) return;
        request.credential = await traced("credential", () =>
          needsCredential(first.operationId) ? authenticate(services, request) : recognize(services, request),
        );
      },
    ],
    preValidation: async (request, reply) => {
      const scope = idempotencyScope(request, request.credential);
      if (scope) {
        const claimed = await traced("idempotency", () =>
          claimKey(services, scope, readerOf(request, first.operationId)),
        );
        const replay = "claimId" in claimed ? null : claimed;
        if (replay) request.outcome = outcomeOf(replay);
        if (replay) return sendBody(reply.header("idempotent-replayed", "true"), { ...replay, contentType: JSON_API });
        // From here on the key is this request's, to be kept or released by its answer.
        if ("claimId" in claimed) request.idempotency = claimed;
      }
      if (isTracing()) request.validationBegan = performance.now();
      request.headerActor = actorHeader(request);
      if (operations[first.operationId].commandType === null) return;
      const command = toCommand(first.operationId, request, request.headerActor);
      request.body = command.body;
      request.pointerPrefix = command.pointerPrefix;
    },
    ...(choose && {
      preHandler: async (request: FastifyRequest) => {
        request.meantOperation = choose(request);
      },
    }),
    handler: (request, reply) => answer(services, request, reply),
  };
}

/** A path that exists, called with a method that it does not have: refused before anything else is looked at. */
function refusedMethod(url: string, method: string, definitions: readonly RouteDefinition[]): RouteOptions {
  const allow = [...new Set(definitions.map((definition) => definition.method))].sort().join(", ");
  return {
    method,
    url,
    config: { allow } as never,
    handler: async (_request, reply) => sendErrors(reply, [nothingHere()]),
  };
}

/** Answers what the router could not read, before any hook ran: a path that is wrongly encoded or too long. */
export function answerUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  introduce(request, reply);
  const problem = error.code === "FST_ERR_BAD_URL" ? new ProtocolError("MALFORMED_REQUEST") : nothingHere();
  void sendErrors(reply, [problem]);
}

/** Step 2 of the errors page, but for the rate. */
function checkHeaders(request: FastifyRequest, reply: FastifyReply, bodyLimitBytes: number): void {
  checkBodyHeaders(request, bodyLimitBytes);
  checkAccept(request);
  reply.header(VERSION_HEADER, negotiateVersion(request.headers[VERSION_HEADER] as string | undefined));
}

/** Step 1 of the errors page, before a body is read. @throws {ProtocolError} `NOT_FOUND`, `METHOD_NOT_ALLOWED` */
function requirePathAndMethod(request: FastifyRequest, reply: FastifyReply): void {
  if (request.is404) throw nothingHere();
  const { allow } = request.routeOptions.config as { allow?: string };
  if (allow === undefined) return;
  reply.header("allow", allow);
  throw new ProtocolError("METHOD_NOT_ALLOWED", { detail: `This path takes ${allow}.` });
}

function nothingHere(): ProtocolError {
  return new ProtocolError("NOT_FOUND", { detail: "There is nothing at this path." });
}

async function answer(services: NodeServices, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const operationId = request.meantOperation ?? operationOf(request);
  request.operationId = operationId;
  const input = flatInput(operationId, request);
  const { page = 1, per_page, limit } = input as { page?: number; per_page?: number; limit?: number };
  const paging = { page, perPage: per_page ?? limit ?? 20, url: request.url };
  const scope = request.idempotency;
  const result = await execute(services, {
    operationId,
    input,
    credential: request.credential,
    actor: (input as { actor?: Actor }).actor ?? request.headerActor,
    requestId: request.id,
    address: addressOf(request),
    ...(scope && {
      remember: (tx, value, disclosed) =>
        rememberAnswer({ tx, vault: services.vault }, scope, toHttpAnswer(operationId, value, paging), disclosed),
    }),
  });
  return sendAnswer({ request, reply }, operationId, toHttpAnswer(operationId, result, paging));
}

/** Refuses, and keeps the refusal under its idempotency key where the errors page says so. */
async function answerRefusal(
  services: NodeServices,
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly ProtocolError[],
): Promise<FastifyReply> {
  endValidation(request);
  request.outcome = problems[0]?.code ?? "INTERNAL_ERROR";
  await recordEarlyRefusal(services, request, problems);
  const scope = request.idempotency;
  if (scope) {
    const document = errorDocument(problems, request.id, pointerPrefixOf(request, problems));
    const status = problems[0]?.status ?? 500;
    const settled = request.operationId !== null && [404, 409, 422].includes(status) && problems.every(isSettled);
    try {
      if (settled) await rememberRefusal(services, scope, { status, body: JSON.stringify(document) });
      else await releaseKey(services, scope);
    } catch (error) {
      // The database is gone. The key frees itself after a while; the caller shall have an answer now.
      request.log.error({ err: error }, "an idempotency key was not settled");
    }
  }
  return sendErrors(reply, problems, pointerPrefixOf(request, problems));
}

/** What was refused before any operation ran; the pipeline keeps its own refusals. */
async function recordEarlyRefusal(
  services: NodeServices,
  request: FastifyRequest,
  problems: readonly ProtocolError[],
): Promise<void> {
  const [operationId] = operationsOf(request);
  if (request.operationId !== null || operationId === undefined || !isPublicLane(operationId)) return;
  const { org_slug: organization = "" } = request.params as { org_slug?: string };
  await recordRefusal(services, { operationId, organization, address: addressOf(request) }, problems[0]);
}

/** Schema errors point from the body's root already; the operations' own point from the attributes. */
function pointerPrefixOf(request: FastifyRequest, problems: readonly ProtocolError[]): string {
  if (request.operationId !== null) return request.pointerPrefix;
  const bare =
    request.pointerPrefix === "" && problems.some((problem) => problem.details.pointer?.startsWith("/data/attributes"));
  if (bare)
    for (const problem of problems)
      problem.details.pointer = problem.details.pointer?.replace("/data/attributes", "") ?? "";
  return "";
}

/** What an answer that is given once more was: a refusal keeps its code. */
function outcomeOf({ status, body }: StoredAnswer): string {
  if (status < 400) return "ok";
  const { errors: problems } = JSON.parse(body) as { errors?: readonly { code: string }[] };
  return problems?.[0]?.code ?? "INTERNAL_ERROR";
}

/** Whether the same request would be refused again: judged in steps 8 to 11, and not retryable. */
function isSettled(problem: ProtocolError): boolean {
  return !errors[problem.code].retryable && problem.details.early !== true;
}

function operationOf(request: FastifyRequest): OperationId {
  const [only] = operationsOf(request);
  if (!only) throw new Error("A route without an operation.");
  return only;
}

function needsCredential(operationId: OperationId): boolean {
  return ["credential", "principal", "administrator"].includes(operations[operationId].tier);
}

function isInfrastructure(operationId: OperationId): boolean {
  return operations[operationId].tier === "infrastructure" && operations[operationId].basePath === "";
}
