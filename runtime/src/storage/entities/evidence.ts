import { defineEntity, p } from "@mikro-orm/core";
import type { JsonObject } from "../json-shapes.ts";
import { instant } from "../safe-integer.ts";
import { Organization } from "./organization.ts";
import { Session } from "./session.ts";

/** An immutable evidence item (objects page 9). Restricted payloads stand encrypted in `sealedData`, never in `data`. */
export const Evidence = defineEntity({
  name: "Evidence",
  tableName: "evidence",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    sessionId: () => p.manyToOne(Session).mapToPk().name("session_id").index(false),
    type: p.string().$type<"gps" | "signature" | "photo" | "document" | "duration" | "notes">(),
    /** Kind of the evidence catalogue that the item is of, if any. */
    kind: p.string().nullable(),
    capturedAt: instant(),
    actorType: p.string().$type<"provider" | "client" | "system" | "agent">(),
    actorId: p.string(),
    recordedBy: p.string().nullable(),
    method: p.string().$type<"auto" | "manual" | "agent">().nullable(),
    dataSensitivity: p.string().$type<"public" | "internal" | "confidential" | "restricted">(),
    data: p.json<JsonObject>().nullable(),
    sealedData: p.text().nullable(),
    recordedAt: instant(),
  },
  indexes: [{ properties: ["sessionId", "capturedAt"] }, { properties: ["organizationId", "recordedAt"] }],
});
