import { randomUUID } from "node:crypto";
import type { ProtocolError } from "../errors.ts";
import type { Work } from "../lifecycle/author.ts";
import type { OperationCall } from "../pipeline/execute.ts";
import { redactInput } from "./redact.ts";

/** Keeps that an agent was refused although no known mandate stands behind the call (mandates page 7.4, M-04). */
export async function logRefusedAgent({ tx, clock }: Work, call: OperationCall, error: ProtocolError): Promise<void> {
  const { credential, actor } = call;
  if (!credential) return;
  await tx.db
    .insertInto("security_log")
    .values({
      id: randomUUID(),
      organizationId: credential.organizationId,
      credentialId: credential.id,
      agentId: actor?.id ?? (credential.subjectType === "agent" ? credential.subjectId : null),
      mandateId: actor?.mandate_id ?? credential.mandateId,
      action: call.operationId,
      actionInput: redactInput(call.operationId, call.input),
      failureReason: error.code,
      at: clock.now(),
      ipAddress: call.address,
      requestId: call.requestId,
    })
    .execute();
}
