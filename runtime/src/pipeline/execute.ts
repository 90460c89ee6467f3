import type { OperationInputs, OperationResults, SingleResult } from "@servicialo/schema/0.8/handlers";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import type { Actor } from "@servicialo/schema/0.8/types";
import type { Clock } from "../clock.ts";
import type { NodeConfig } from "../config.ts";
import { runDueDeadlines } from "../deadlines/run-due-deadlines.ts";
import { ProtocolError } from "../errors.ts";
import { type Disclosed, Disclosures, recordAccesses } from "../evidence/disclosures.ts";
import type { Vault } from "../evidence/vault.ts";
import { agentCall } from "../mandates/agent-call.ts";
import { isAgentCall } from "../mandates/agent-claim.ts";
import type { NodeMetrics } from "../observability/metrics.ts";
import { traced } from "../observability/tracing.ts";
import type { AnyHandler, Handler, ReachingHandler } from "../operations/handler.ts";
import { handlers } from "../operations/index.ts";
import { idsIn, lockRows } from "../storage/lock-rows.ts";
import type { Database, Tx } from "../storage/open-database.ts";
import { organizationByReference } from "../storage/parties.ts";
import { preparedQuery } from "../storage/prepared-query.ts";
import { confine } from "../storage/tenancy.ts";
import type { Caller, Credential } from "./caller.ts";
import type { OperationContext } from "./context.ts";
import { isPublicLane, recordLook, recordRefusal } from "./public-decisions.ts";
import { resolveActor } from "./resolve-actor.ts";
import { requireStorable } from "./storable.ts";

/** What a node runs on; made once at start. */
export interface NodeServices {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  /** What is counted; only there when somebody may read it. */
  readonly metrics?: NodeMetrics | undefined;
  /** Its public URL becomes known when the node listens. */
  config: NodeConfig;
}

/** One call, freed from the channel it came through. Its input is valid against the generated schema. */
export interface OperationCall<Id extends OperationId = OperationId> {
  readonly operationId: Id;
  readonly input: OperationInputs[Id];
  readonly credential: Credential | null;
  readonly actor: Actor | undefined;
  readonly requestId: string;
  readonly address: string | null;
  /**
   * Called inside the transaction of a writing operation with its result, so that what the door must remember
   * (the answer under an idempotency key, and the restricted evidence that it shows) is stored together with the effect,
   * or not at all.
   */
  readonly remember?: (tx: Tx, result: OperationResults[Id], disclosed: readonly Disclosed[]) => Promise<void>;
}

/**
 * Runs one operation: due deadlines first, then the actor claim, then the handler, in one transaction when it writes.
 * Every door ends here, so no door holds a rule.
 * @throws {ProtocolError} every refusal of errors page steps 6 and 8 to 11; nothing is written then but what it keeps
 */
export async function execute<Id extends OperationId>(
  services: NodeServices,
  call: OperationCall<Id>,
): Promise<OperationResults[Id]> {
  return isPublicLane(call.operationId) ? executeRecorded(services, call) : executeCall(services, call);
}

/** The same for the public booking lane, where refusals and looks are kept, too; a booking's own record is its handler's. */
async function executeRecorded<Id extends OperationId>(
  services: NodeServices,
  call: OperationCall<Id>,
): Promise<OperationResults[Id]> {
  const { operationId, address, input } = call;
  const { org_slug: organization = "" } = input as { org_slug?: string };
  const publicCall = { operationId, organization, address };
  try {
    const result = await executeCall(services, call);
    if (isRead(operationId)) await recordLook(services, publicCall, (result as SingleResult<unknown>).id);
    return result;
  } catch (error) {
    await recordRefusal(services, publicCall, error);
    throw error;
  }
}

async function executeCall<Id extends OperationId>(
  services: NodeServices,
  call: OperationCall<Id>,
): Promise<OperationResults[Id]> {
  const handler = handlers[call.operationId] as AnyHandler<Id>;
  if (!handler) {
    throw new ProtocolError("NOT_IMPLEMENTED", { detail: `This node does not offer ${call.operationId}.` });
  }
  if ("probe" in handler) return handler.probe(services);
  requireStorable(call as unknown as OperationCall);
  await traced("deadlines", () => runDueDeadlines(services));
  const seenVersion = await versionSeen(services, call);
  const answered = { services, call: call as unknown as OperationCall, seenVersion };
  if (isByAgent(answered.call)) return executeByAgent(answered, handler as never) as Promise<OperationResults[Id]>;
  if (typeof handler !== "function") {
    const prepared = await writing(answered, (context) => inOperation(() => handler.prepare(context, call.input)));
    const outcome = await inOperation(() => handler.reachOut(services, prepared));
    return writing(answered, (context) => inOperation(() => handler.finish(context, outcome)), call.remember);
  }
  if (isRead(call.operationId)) return reading(answered, (context) => inOperation(() => handler(context, call.input)));
  return writing(answered, (context) => inOperation(() => handler(context, call.input)), call.remember);
}

/** Whether an operation only asks how the node is, which it can tell without its database. */
export function isProbe(operationId: OperationId): boolean {
  const handler: AnyHandler<OperationId> = handlers[operationId] as AnyHandler<OperationId>;
  return handler !== null && "probe" in handler;
}

/** Whether an agent asks for what takes a credential: then a mandate decides. */
function isByAgent({ operationId, credential, actor }: OperationCall): boolean {
  const { tier } = operations[operationId];
  const takesCredential = tier === "credential" || tier === "principal" || tier === "administrator";
  return takesCredential && credential !== null && isAgentCall(credential, actor);
}

/** The same for an agent; each step of an operation that reaches out is judged anew. */
async function executeByAgent(
  answered: Answered,
  handler: Handler<OperationId> | ReachingHandler<OperationId>,
): Promise<unknown> {
  const { services, call, seenVersion } = answered;
  requireActor(call);
  const agent = await agentCall(services, call, seenVersion);
  if (typeof handler === "function")
    return agent.execute((context) => inOperation(() => handler(context, call.input as never)));
  const prepared = await agent.prepare((context) => inOperation(() => handler.prepare(context, call.input as never)));
  const outcome = await inOperation(() => handler.reachOut(services, prepared));
  return agent.execute((context) => inOperation(() => handler.finish(context, outcome)));
}

/** The part of a call that is the operation's own. */
function inOperation<Result>(work: () => Result): Result {
  return traced("operation", work);
}

/** A call on its way, and the version of its session before it waited for its turn. */
interface Answered {
  readonly services: NodeServices;
  readonly call: OperationCall;
  readonly seenVersion: number | null;
}

/** Runs work in a writing transaction; what an answer discloses, and the answer itself, are remembered in it. */
async function writing<Result>(
  answered: Answered,
  work: (context: OperationContext) => Promise<Result>,
  remember?: (tx: Tx, result: Result, disclosed: readonly Disclosed[]) => Promise<void>,
): Promise<Result> {
  const { database } = answered.services;
  try {
    return await database.transaction(async (all) => {
      const context = await contextOf(answered, all);
      const result = await work(context);
      const { disclosed } = context.disclosures;
      await recordAccesses(context, { caller: context.caller, operation: answered.call.operationId }, disclosed);
      await remember?.(context.tx, result, disclosed);
      return result;
    });
  } catch (error) {
    if (error instanceof ProtocolError && error.details.keep) await database.transaction(error.details.keep);
    throw error;
  }
}

/** Runs work on a snapshot. Only what discloses restricted evidence has to be written down, before it is answered. */
async function reading<Result>(
  answered: Answered,
  work: (context: OperationContext) => Promise<Result>,
): Promise<Result> {
  const { database, clock } = answered.services;
  const { result, caller, disclosed } = await database.read(async (all) => {
    const context = await contextOf(answered, all);
    return { result: await work(context), caller: context.caller, disclosed: context.disclosures.disclosed };
  });
  if (disclosed.length > 0) {
    const operation = answered.call.operationId;
    await database.transaction((tx) => recordAccesses({ tx, clock }, { caller, operation }, disclosed));
  }
  return result;
}

async function contextOf({ services, call, seenVersion }: Answered, all: Tx): Promise<OperationContext> {
  const { clock, config, vault } = services;
  const tx = await reachOf(all, call);
  const caller = await callerOf(tx, call);
  return { tx, clock, config, vault, caller, seenVersion, disclosures: new Disclosures(vault, caller) };
}

const versionOf = preparedQuery((db, { sessionId }: { readonly sessionId: string }) =>
  db.selectFrom("sessions").select("version").where("id", "=", sessionId),
);

/** Version of the session that a writing call addresses, before it waits for its turn to write. */
async function versionSeen<Id extends OperationId>(
  { database }: NodeServices,
  call: OperationCall<Id>,
): Promise<number | null> {
  const { session_id: sessionId } = call.input as { session_id?: string };
  if (sessionId === undefined || isRead(call.operationId)) return null;
  const [session] = await database.ask(versionOf, { sessionId });
  return session?.version ?? null;
}

/**
 * The transaction with what a call may reach: the rows of its credential's organization, on a public path those of the
 * organization that the path names, and everybody's where the protocol asks across organizations. A writing call waits
 * here for whoever works on what it names.
 */
async function reachOf(tx: Tx, { operationId, credential, input }: OperationCall): Promise<Tx> {
  const { tier } = operations[operationId];
  const { org_slug: reference } = input as { org_slug?: string };
  const isPublic = !credential || tier === "discovery" || tier === "resolver" || tier === "infrastructure";
  if (isPublic && reference === undefined) return tx;
  const named = isPublic ? await organizationByReference(tx, reference ?? "") : undefined;
  const organizationId = isPublic ? (named?.id ?? "nobody") : credential.organizationId;
  const confined = confine(tx, organizationId);
  if (!isRead(operationId)) await lockRows(confined, organizationId, idsIn(input));
  return confined;
}

async function callerOf(tx: Tx, call: OperationCall): Promise<Caller> {
  const { credential, requestId, address } = call;
  const { tier } = operations[call.operationId];
  if (!credential || tier === "discovery" || tier === "resolver")
    return { credential, actor: null, requestId, address };
  requireActor(call);
  if (tier === "administrator" && credential.subjectType !== "organization") {
    throw new ProtocolError("FORBIDDEN", { detail: "This takes a credential of the organization." });
  }
  const actor = await traced("actor", () => resolveActor(tx, credential, call.actor));
  if (tier === "principal" && (actor.type !== credential.subjectType || actor.id !== credential.subjectId)) {
    throw new ProtocolError("FORBIDDEN", { detail: "A principal decides with a credential of its own." });
  }
  return { credential, requestId, address, actor };
}

/** @throws {ProtocolError} `VALIDATION_ERROR` where the operation has to be told who acts, and nobody said it */
function requireActor({ operationId, actor, credential }: OperationCall): void {
  if (operations[operationId].actor !== "required" || actor !== undefined || credential?.mandateId != null) return;
  throw new ProtocolError("VALIDATION_ERROR", {
    pointer: "/actor",
    detail: "Say who acts, in the attributes or in X-Servicialo-Actor.",
    early: true,
  });
}

/** Whether an operation changes nothing. */
export function isRead(operationId: OperationId): boolean {
  return operations[operationId].method === "GET";
}
