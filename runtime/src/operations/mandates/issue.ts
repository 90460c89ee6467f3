import { randomUUID } from "node:crypto";
import type { PrincipalType } from "@servicialo/schema/0.8/types";
import { appendEntry, NO_HASH } from "../../audit/append-entry.ts";
import { redactInput } from "../../audit/redact.ts";
import { parseInstant } from "../../clock.ts";
import { ProtocolError } from "../../errors.ts";
import type { Extent } from "../../mandates/checks/6-context.ts";
import { extentOf } from "../../mandates/extent-of.ts";
import { deciderOf } from "../../mandates/find-mandate.ts";
import { mandateDocument } from "../../mandates/mandate-document.ts";
import { watchMandate } from "../../mandates/mandate-lost.ts";
import { credentialOf, type SubjectType } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { judgeIssuance, mandateWarnings } from "../../rules/mandate-issuance.ts";
import type { MandateRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";

type Input = Parameters<Handler<"mandates.issue">>[1];

const PRINCIPAL: Readonly<Record<Exclude<SubjectType, "agent">, PrincipalType>> = {
  client: "patient",
  provider: "professional",
  organization: "organization",
};

/** Hands authority to an agent (mandates page 6). What only the node may set is set by it, whatever was sent. */
export const issueMandate: Handler<"mandates.issue"> = async (context, input) => {
  const now = context.clock.now();
  const { subjectType, subjectId, organizationId } = credentialOf(context.caller);
  if (subjectType === "agent") throw new ProtocolError("FORBIDDEN", { detail: "An agent issues no mandates." });
  await requireAdministrator(context);
  const principalType = PRINCIPAL[subjectType];
  const principal = { principalId: subjectId, principalType };
  const extent = await extentOf(context.tx, input.context, principal);
  const ownsContext =
    extent !== null && extent.organizationId === organizationId && (await hasAuthority(context, extent));
  judgeIssuance(input, { ...principal, ownsContext, now });
  const mandate = rowOf(context, input, now);
  await context.tx.db.insertInto("mandates").values(mandate).execute();
  await watchMandate(context, mandate);
  await appendEntry(context, mandate.id, {
    action: "mandate.issue",
    input: redactInput("mandates.issue", input),
    result: "success",
    ipAddress: context.caller.address,
    requestId: context.caller.requestId,
  });
  const warnings = mandateWarnings(input, now);
  return {
    id: mandate.id,
    attributes: mandateDocument(mandate, now),
    ...(warnings.length > 0 && { meta: { warnings } }),
  };
};

/** An organization's authority is handed out by its administrators; a key that stands for nobody in particular is theirs. */
async function requireAdministrator({ tx, caller }: OperationContext): Promise<void> {
  const { memberId } = credentialOf(caller);
  if (memberId === null) return;
  const member = await tx.db
    .selectFrom("members")
    .select(["role", "active"])
    .where("id", "=", memberId)
    .executeTakeFirst();
  if (member?.active && member.role === "administrator") return;
  throw new ProtocolError("FORBIDDEN", { detail: "Only an administrator hands out the organization's authority." });
}

/** Whether the principal has authority in a place of the own organization (mandates page 6). */
async function hasAuthority(
  { tx }: OperationContext,
  { type, id, principalId, principalType }: Extent,
): Promise<boolean> {
  if (type === "personal") return principalType !== "organization" && id === principalId;
  if (type === "org") return principalType !== "professional" || isActiveProvider(tx.db, principalId);
  if (principalType === "organization") return true;
  const order = await tx.db
    .selectFrom("service_orders")
    .select(["clientId", "payerId"])
    .where("id", "=", id)
    .executeTakeFirst();
  return principalType === "patient" && (order?.clientId === principalId || order?.payerId === principalId);
}

async function isActiveProvider(db: OperationContext["tx"]["db"], id: string): Promise<boolean> {
  const provider = await db.selectFrom("providers").select("active").where("id", "=", id).executeTakeFirst();
  return provider?.active === true;
}

function rowOf(context: OperationContext, input: Input, now: number): MandateRow {
  const { organizationId, subjectType } = credentialOf(context.caller);
  const issuedBy = subjectType === "organization" ? { issued_by: deciderOf(context) } : {};
  const metadata = { ...input.metadata, ...issuedBy };
  return {
    id: randomUUID(),
    organizationId,
    principalId: input.principal_id,
    principalType: input.principal_type,
    agentId: input.agent_id,
    agentName: input.agent_name ?? null,
    actingFor: input.acting_for,
    context: input.context,
    scopes: input.scopes,
    constraints: input.constraints ?? null,
    issuedAt: now,
    expiresAt: parseInstant(input.expires_at, "/expires_at"),
    revokedAt: null,
    revocationReason: null,
    suspendedAt: null,
    suspendedBy: null,
    metadata: input.metadata !== undefined || subjectType === "organization" ? metadata : null,
    signature: input.signature ?? null,
    auditSeq: 0,
    auditHash: NO_HASH,
    createdAt: now,
  };
}
