import { notFound, ProtocolError } from "../errors.ts";
import { credentialOf } from "../pipeline/caller.ts";
import type { OperationContext } from "../pipeline/context.ts";
import type { SessionRow } from "../storage/rows.ts";

/**
 * The addressed session, as far as the caller's credential reaches: a client's only its own, everybody's only those of
 * their organization (SVC-SEC-001, SVC-SEC-003).
 * @throws {ProtocolError} `NOT_FOUND`
 */
export async function findSession(context: OperationContext, id: string): Promise<SessionRow> {
  const { organizationId, subjectType, subjectId } = credentialOf(context.caller);
  const session = await context.tx.db
    .selectFrom("sessions")
    .selectAll()
    .where("id", "=", id)
    .where("organizationId", "=", organizationId)
    .executeTakeFirst();
  if (!session || (subjectType === "client" && session.clientId !== subjectId)) throw notFound("session");
  return session;
}

/**
 * The addressed session for reading: the parties to it and its organization may.
 * @throws {ProtocolError} `NOT_FOUND`; `FORBIDDEN` for another provider of the organization
 */
export async function findReadableSession(context: OperationContext, id: string): Promise<SessionRow> {
  const session = await findSession(context, id);
  const { subjectType, subjectId } = credentialOf(context.caller);
  if (subjectType === "provider" && session.providerId !== subjectId) {
    throw new ProtocolError("FORBIDDEN", { detail: "Only the parties to a session and its organization may read it." });
  }
  return session;
}
