import { defineEntity, p } from "@mikro-orm/core";
import { instant } from "../safe-integer.ts";
import { Organization } from "./organization.ts";

/** An API key, bound to one subject. Only its SHA-256 is kept; `prefix` finds the row. */
export const Credential = defineEntity({
  name: "Credential",
  tableName: "credentials",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    prefix: p.string().unique(),
    secretHash: p.string(),
    subjectType: p.string().$type<"organization" | "provider" | "client" | "agent">(),
    subjectId: p.string(),
    /** The administrator behind an organization's key, when the key stands for one named person. */
    memberId: p.string().nullable(),
    mandateId: p.string().nullable(),
    label: p.string().nullable(),
    createdAt: instant(),
    lastUsedAt: instant().nullable(),
    expiresAt: instant().nullable(),
    revokedAt: instant().nullable(),
  },
  indexes: [{ properties: ["organizationId", "subjectType", "subjectId"] }],
});
