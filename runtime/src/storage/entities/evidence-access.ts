import { defineEntity, p } from "@mikro-orm/core";
import { instant } from "../safe-integer.ts";
import { Evidence } from "./evidence.ts";
import { Organization } from "./organization.ts";

/** A restricted payload left the node: who got what, when and from where (evidence 6, SVC-SENS-004). Rows are only ever added. */
export const EvidenceAccess = defineEntity({
  name: "EvidenceAccess",
  tableName: "evidence_accesses",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    sessionId: p.string(),
    evidenceId: () => p.manyToOne(Evidence).mapToPk().name("evidence_id").index(false),
    /** Whose credential it was. */
    subjectType: p.string().$type<"organization" | "provider" | "client" | "agent">(),
    subjectId: p.string(),
    credentialId: p.string(),
    /** Operation whose answer carried it. */
    operation: p.string(),
    at: instant(),
    /** Address of the peer; null for a local pipe. */
    address: p.string().nullable(),
    requestId: p.string(),
  },
  indexes: [{ properties: ["sessionId", "at"] }],
});
