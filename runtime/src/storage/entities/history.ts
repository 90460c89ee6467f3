import { defineEntity, p } from "@mikro-orm/core";
import type { ServiceState } from "../../lifecycle/states.ts";
import type { JsonObject } from "../json-shapes.ts";
import { instant } from "../safe-integer.ts";
import { Organization } from "./organization.ts";
import { Session } from "./session.ts";

/** One recorded move of a session (lifecycle 4). Rows are only ever added. */
export const Transition = defineEntity({
  name: "Transition",
  tableName: "transitions",
  properties: {
    sessionId: () => p.manyToOne(Session).mapToPk().name("session_id").index(false).primary(),
    seq: p.integer().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    fromState: p.string().$type<ServiceState>().nullable(),
    toState: p.string().$type<ServiceState>(),
    at: instant(),
    by: p.string(),
    method: p.string().$type<"auto" | "manual" | "agent">(),
    metadata: p.json<JsonObject>(),
  },
  indexes: [{ properties: ["organizationId", "at"] }],
});

/** What left the straight path, and how it was settled (objects page 8). */
export const ExceptionRecord = defineEntity({
  name: "ExceptionRecord",
  tableName: "exception_records",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    sessionId: () => p.manyToOne(Session).mapToPk().name("session_id").index(false),
    type: p.string().$type<"no_show" | "cancellation" | "dispute" | "reschedule" | "partial" | "resource_conflict">(),
    at: instant(),
    initiatedBy: p.string(),
    resolution: p.string().nullable(),
    resolvedAt: instant().nullable(),
    details: p.json<JsonObject>(),
  },
  indexes: [{ properties: ["sessionId", "at"] }, { properties: ["organizationId", "type", "resolvedAt"] }],
});

/** A party's word that the appointment stands (P-03). A new time clears it. */
export const Acknowledgement = defineEntity({
  name: "Acknowledgement",
  tableName: "acknowledgements",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    sessionId: () => p.manyToOne(Session).mapToPk().name("session_id").index(false),
    party: p.string().$type<"client" | "provider">(),
    by: p.string(),
    source: p.string().$type<"direct_confirm" | "credential" | "human_intent" | "published_slot">(),
    at: instant(),
    clearedAt: instant().nullable(),
  },
  indexes: [{ properties: ["sessionId", "party", "at"] }],
});
