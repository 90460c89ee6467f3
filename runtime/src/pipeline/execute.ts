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
import type { Database, Tx } from "../storage/open-database.ts";
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
 * @throws {ProtocolError} every refusal of errors page steps 6 and 8 to 11; nothing is written then
 */
export async function execute<Id extends OperationId>(services: NodeServices, call: OperationCall<Id>): Promise<OperationResults[Id]> {
  const handler = handlers[call.operationId] as Handler<Id> | null;
  if (!handler) {
    throw new ProtocolError("NOT_IMPLEMENTED", { detail: `This node does not offer ${call.operationId}.` });
  }
  await runDueDeadlines(services);
  const { clock, config, vault } = services;
  const seenVersion = await versionSeen(services, call);
  const work = async (tx: Tx): Promise<OperationResults[Id]> => {
    const caller = await callerOf(tx, call as unknown as OperationCall);
    const result = await handler({ tx, clock, config, vault, caller, seenVersion }, call.input);
    await call.remember?.(tx, result);
    return result;
  };
  return isRead(call.operationId) ? services.database.read(work) : services.database.transaction(work);
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

async function callerOf(tx: Tx, call: OperationCall): Promise<Caller> {
  const { credential, requestId, address } = call;
  const { actor: presence, tier } = operations[call.operationId];
  if (!credential || tier === "discovery" || tier === "resolver") return { credential, actor: null, requestId, address };
  if (presence === "required" && call.actor === undefined) {
    throw new ProtocolError("VALIDATION_ERROR", { pointer: "/actor", detail: "Say who acts, in the attributes or in X-Servicialo-Actor." });
  }
  return { credential, requestId, address, actor: await resolveActor(tx, credential, call.actor) };
}

/** Whether an operation changes nothing. */
export function isRead(operationId: OperationId): boolean {
  return operations[operationId].method === "GET";
}
