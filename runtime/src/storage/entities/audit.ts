import { defineEntity, p } from "@mikro-orm/core";
import type { AuditResult, PrincipalType } from "@servicialo/schema/0.8/types";
import type { JsonObject } from "../json-shapes.ts";
import { instant } from "../safe-integer.ts";
import { Mandate } from "./mandate.ts";
import { Organization } from "./organization.ts";

/*
 * What is only ever added: the database itself refuses to change or delete these rows
 * (migrations/<dialect>/append-only-audit).
 */

/** That an agent is about to act, on record before it does (mandates page 7.1). */
export const AuditIntent = defineEntity({
  name: "AuditIntent",
  tableName: "audit_intents",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    mandateId: () => p.manyToOne(Mandate).mapToPk().name("mandate_id").index(false),
    agentId: p.string(),
    action: p.string(),
    inputDigest: p.string(),
    resourceId: p.string().nullable(),
    requestId: p.string().nullable(),
    ipAddress: p.string().nullable(),
    at: instant(),
  },
  indexes: [{ properties: ["at"] }],
});

/** One line of the audit trail (objects page 19). `seq`, `prevHash` and `hash` chain it to the mandate's others. */
export const AuditEntry = defineEntity({
  name: "AuditEntry",
  tableName: "audit_entries",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    mandateId: () => p.manyToOne(Mandate).mapToPk().name("mandate_id").index(false),
    agentId: p.string(),
    principalId: p.string(),
    actingFor: p.string().$type<PrincipalType>(),
    action: p.string(),
    actionInput: p.json<JsonObject>().nullable(),
    actionResult: p.string().$type<AuditResult>(),
    failureReason: p.string().nullable(),
    resourceId: p.string().nullable(),
    context: p.string(),
    at: instant(),
    ipAddress: p.string().nullable(),
    requestId: p.string().nullable(),
    confirmationId: p.string().nullable(),
    seq: p.integer(),
    prevHash: p.string(),
    hash: p.string(),
    /** The intent it settles; null for what a human did to the mandate. */
    intentId: p.string().nullable().unique(),
    /** Its place in the anchor chain, and so among all entries of the organization. */
    position: p.integer(),
  },
  uniques: [{ properties: ["mandateId", "seq"] }, { properties: ["organizationId", "position"] }],
  indexes: [
    { properties: ["organizationId", "principalId", "position"] },
    { properties: ["organizationId", "agentId", "resourceId"] },
  ],
});

/** The chain over the newest ends of an organization's chains: it tells when a tail or a whole chain is gone (D-35). */
export const AuditAnchor = defineEntity({
  name: "AuditAnchor",
  tableName: "audit_anchors",
  properties: {
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false).primary(),
    seq: p.integer().primary(),
    mandateId: p.string(),
    entrySeq: p.integer(),
    entryHash: p.string(),
    prevHash: p.string(),
    hash: p.string(),
  },
});

/** Newest end of an organization's anchor chain; its row is locked by whoever appends. */
export const AuditHead = defineEntity({
  name: "AuditHead",
  tableName: "audit_heads",
  properties: {
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false).primary(),
    seq: p.integer(),
    hash: p.string(),
  },
});

/** A call of an agent that no mandate stood behind: what a mandate would have told is missing (M-04). */
export const SecurityLogEntry = defineEntity({
  name: "SecurityLogEntry",
  tableName: "security_log",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    credentialId: p.string(),
    /** As claimed. */
    agentId: p.string().nullable(),
    mandateId: p.string().nullable(),
    action: p.string(),
    actionInput: p.json<JsonObject>().nullable(),
    failureReason: p.string(),
    at: instant(),
    ipAddress: p.string().nullable(),
    requestId: p.string().nullable(),
  },
  indexes: [{ properties: ["organizationId", "at"] }],
});
