import { randomUUID } from "node:crypto";
import type { OperationInputs } from "@servicialo/schema/0.8/handlers";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { logRefusedAgent } from "../audit/security-log.ts";
import { ProtocolError } from "../errors.ts";
import { traced } from "../observability/tracing.ts";
import type { NodeServices, OperationCall } from "../pipeline/execute.ts";
import { confine } from "../storage/tenancy.ts";
import { type AgentClaim, readAgentClaim } from "./agent-claim.ts";
import { callDigest } from "./call-digest.ts";
import { checkExistence } from "./checks/1-existence.ts";

/** A call whose agent and mandate are known, and which is on record. */
export interface RecordedIntent {
  readonly claim: AgentClaim;
  readonly intentId: string;
}

/**
 * Checks 0 and 1, then the intent, durable before anything is executed (mandates page 7.1). A refusal goes to the
 * security log.
 * @throws {ProtocolError} of the checks; `AUDIT_UNAVAILABLE` when the trail cannot be written
 */
export async function beginCall(services: NodeServices, call: OperationCall): Promise<RecordedIntent> {
  if (operations[call.operationId].tier !== "credential") {
    const refusal = new ProtocolError("FORBIDDEN", { detail: "This takes a human's own credential." });
    await keepRefusal(services, call, refusal);
    throw refusal;
  }
  const claim = await traced("actor", () => claimOf(services, call));
  return { claim, intentId: await traced("audit", () => recordIntent(services, call, claim)) };
}

/** Check 0. */
async function claimOf(services: NodeServices, call: OperationCall): Promise<AgentClaim> {
  if (!call.credential) throw new Error("An agent has a credential.");
  try {
    return readAgentClaim(call.credential, call.actor);
  } catch (error) {
    if (error instanceof ProtocolError) await keepRefusal(services, call, error);
    throw error;
  }
}

/** Keeps in the security log that an agent was turned away. */
async function keepRefusal(
  { database, clock }: NodeServices,
  call: OperationCall,
  error: ProtocolError,
): Promise<void> {
  await auditing(() => database.transaction((tx) => logRefusedAgent({ tx, clock }, call, error)));
}

/** Check 1, and the intent in the same transaction. */
async function recordIntent(
  { database, clock }: NodeServices,
  call: OperationCall,
  { claim, agentId, mandateId }: AgentClaim,
): Promise<string> {
  const { credential, operationId, input, requestId, address } = call;
  const organizationId = credential?.organizationId ?? "";
  const id = randomUUID();
  const refusal = await auditing(() =>
    database.transaction(async (all) => {
      const tx = confine(all, organizationId);
      const known = await tx.db.selectFrom("mandates").select("id").where("id", "=", mandateId).executeTakeFirst();
      const unknown = checkExistence(known);
      if (unknown) await logRefusedAgent({ tx, clock }, call, unknown);
      if (unknown) return unknown;
      await tx.db
        .insertInto("audit_intents")
        .values({
          id,
          organizationId,
          mandateId,
          agentId,
          action: operationId,
          inputDigest: callDigest(operationId, input, claim),
          resourceId: addressedBy(operationId, input),
          requestId,
          ipAddress: address,
          at: clock.now(),
        })
        .execute();
      return null;
    }),
  );
  if (refusal) throw refusal;
  return id;
}

/** @throws {ProtocolError} `AUDIT_UNAVAILABLE` for whatever keeps the trail from being written */
async function auditing<Outcome>(write: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await write();
  } catch (error) {
    throw auditUnavailable(error);
  }
}

/** The refusal of whatever could not be audited; nothing of it was executed. */
export function auditUnavailable(cause: unknown): ProtocolError {
  const refusal = new ProtocolError("AUDIT_UNAVAILABLE", {
    detail: "The audit trail cannot be written. Nothing was executed.",
    meta: { retry_after: 1 },
  });
  refusal.cause = cause;
  return refusal;
}

/** What the path of a call names. */
export function addressedBy(operationId: OperationId, input: OperationInputs[OperationId]): string | null {
  const [name] = operations[operationId].pathParameters as readonly string[];
  const value = name === undefined ? undefined : (input as Record<string, unknown>)[name];
  return typeof value === "string" ? value : null;
}
