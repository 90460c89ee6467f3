import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import type { OperationInputs, OperationResults } from "@servicialo/schema/0.8/handlers";
import type { Actor } from "@servicialo/schema/0.8/types";
import type { Clock } from "../clock.ts";
import type { NodeConfig } from "../config.ts";
import { runDueDeadlines } from "../deadlines/run-due-deadlines.ts";
import { ProtocolError } from "../errors.ts";
import type { Vault } from "../evidence/vault.ts";
import type { Handler } from "../operations/handler.ts";
import { handlers } from "../operations/index.ts";
import { idsIn, lockRows } from "../storage/lock-rows.ts";
import type { Database, Tx } from "../storage/open-database.ts";
import { organizationByReference } from "../storage/parties.ts";
import { confine } from "../storage/tenancy.ts";
import type { Caller, Credential } from "./caller.ts";
import { resolveActor } from "./resolve-actor.ts";

/** What a node runs on; made once at start. */
export interface NodeServices {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
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
   * (the answer under an idempotency key) is stored together with the effect, or not at all.
   */
  readonly remember?: (tx: Tx, result: OperationResults[Id]) => Promise<void>;
}

/**
 * Runs one operation: due deadlines first, then the actor claim, then the handler, in one transaction when it writes.
 * Every door ends here, so no door holds a rule.
 * @throws {ProtocolError} every refusal of errors page steps 6 and 8 to 11; nothing is written then but what it keeps
 */
export async function execute<Id extends OperationId>(services: NodeServices, call: OperationCall<Id>): Promise<OperationResults[Id]> {
  const handler = handlers[call.operationId] as Handler<Id> | null;
  if (!handler) {
    throw new ProtocolError("NOT_IMPLEMENTED", { detail: `This node does not offer ${call.operationId}.` });
  }
  await runDueDeadlines(services);
  const { clock, config, vault } = services;
  const seenVersion = await versionSeen(services, call);
  const work = async (all: Tx): Promise<OperationResults[Id]> => {
    const tx = await reachOf(all, call as unknown as OperationCall);
    const caller = await callerOf(tx, call as unknown as OperationCall);
    const result = await handler({ tx, clock, config, vault, caller, seenVersion }, call.input);
    await call.remember?.(tx, result);
    return result;
  };
  if (isRead(call.operationId)) return services.database.read(work);
  try {
    return await services.database.transaction(work);
  } catch (error) {
    if (error instanceof ProtocolError && error.details.keep) await services.database.transaction(error.details.keep);
    throw error;
  }
}

/** Version of the session that a writing call addresses, before it waits for its turn to write. */
async function versionSeen<Id extends OperationId>({ database }: NodeServices, call: OperationCall<Id>): Promise<number | null> {
  const { session_id: sessionId } = call.input as { session_id?: string };
  if (sessionId === undefined || isRead(call.operationId)) return null;
  const session = await database.read(({ db }) =>
    db.selectFrom("sessions").select("version").where("id", "=", sessionId).executeTakeFirst(),
  );
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
  const { actor: presence, tier } = operations[call.operationId];
  if (!credential || tier === "discovery" || tier === "resolver") return { credential, actor: null, requestId, address };
  if (presence === "required" && call.actor === undefined) {
    throw new ProtocolError("VALIDATION_ERROR", {
      pointer: "/actor",
      detail: "Say who acts, in the attributes or in X-Servicialo-Actor.",
      early: true,
    });
  }
  if (tier === "administrator" && credential.subjectType !== "organization") {
    throw new ProtocolError("FORBIDDEN", { detail: "This takes a credential of the organization." });
  }
  return { credential, requestId, address, actor: await resolveActor(tx, credential, call.actor) };
}

/** Whether an operation changes nothing. */
export function isRead(operationId: OperationId): boolean {
  return operations[operationId].method === "GET";
}
