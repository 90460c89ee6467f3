import { defineEntity, p } from "@mikro-orm/core";
import type {
  ConfirmationReason,
  MandateConstraints,
  PrincipalType,
  RepresentedType,
} from "@servicialo/schema/0.8/types";
import type { JsonObject } from "../json-shapes.ts";
import { instant, minorUnits } from "../safe-integer.ts";
import { Organization } from "./organization.ts";

/**
 * Authority that a human handed to one agent (mandates page 1). Its status is computed from `revokedAt`, `suspendedAt`
 * and `expiresAt`. The row is locked by every call under the mandate, so that calls, revocations and the chain of its
 * audit entries have one order.
 */
export const Mandate = defineEntity({
  name: "Mandate",
  tableName: "mandates",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    principalId: p.string(),
    principalType: p.string().$type<PrincipalType>(),
    agentId: p.string(),
    agentName: p.string().nullable(),
    actingFor: p.string().$type<PrincipalType>(),
    context: p.string(),
    scopes: p.json<string[]>(),
    constraints: p.json<MandateConstraints>().nullable(),
    issuedAt: instant(),
    expiresAt: instant(),
    revokedAt: instant().nullable(),
    revocationReason: p.text().nullable(),
    suspendedAt: instant().nullable(),
    /** Who suspended it: what it says decides whether the principal may reactivate it. */
    suspendedBy: p.string().nullable(),
    metadata: p.json<JsonObject>().nullable(),
    signature: p.text().nullable(),
    /** Newest end of its chain of audit entries. */
    auditSeq: p.integer().default(0),
    auditHash: p.string(),
    createdAt: instant(),
  },
  indexes: [
    { properties: ["organizationId", "principalId", "createdAt"] },
    { properties: ["organizationId", "agentId", "createdAt"] },
  ],
});

/** How many operations a mandate has executed on a calendar day (mandates page 3, `max_actions_per_day`). */
export const MandateAction = defineEntity({
  name: "MandateAction",
  tableName: "mandate_actions",
  properties: {
    mandateId: () => p.manyToOne(Mandate).mapToPk().name("mandate_id").index(false).primary(),
    /** Local date, `YYYY-MM-DD`. */
    day: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    executed: p.integer(),
  },
});

/** A question to a human about one call of an agent (mandates page 10). */
export const ConfirmationRequest = defineEntity({
  name: "ConfirmationRequest",
  tableName: "confirmation_requests",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    mandateId: () => p.manyToOne(Mandate).mapToPk().name("mandate_id").index(false),
    agentId: p.string(),
    principalId: p.string(),
    approverType: p.string().$type<RepresentedType>(),
    approverId: p.string(),
    action: p.string(),
    resourceId: p.string().nullable(),
    summary: p.text(),
    amountMinor: minorUnits().nullable(),
    currency: p.string().nullable(),
    reason: p.string().$type<ConfirmationReason>(),
    inputDigest: p.string(),
    status: p.string().$type<"pending" | "approved" | "rejected" | "voided" | "consumed">(),
    createdAt: instant(),
    expiresAt: instant(),
    /** What it becomes at `expiresAt`: the end of the mandate voids it. */
    lapsesTo: p.string().$type<"expired" | "voided">(),
    decidedAt: instant().nullable(),
    decidedBy: p.string().nullable(),
    consumedAt: instant().nullable(),
  },
  indexes: [
    { properties: ["mandateId", "action", "inputDigest"] },
    { properties: ["organizationId", "approverType", "approverId", "createdAt"] },
  ],
});
