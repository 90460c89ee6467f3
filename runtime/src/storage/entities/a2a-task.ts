import { defineEntity, p } from "@mikro-orm/core";
import { instant } from "../safe-integer.ts";
import { Organization } from "./organization.ts";

/** A task of the A2A endpoint (channels 4.2). Only whoever sent it may read it; it is forgotten some days after its last change. */
export const A2aTask = defineEntity({
  name: "A2aTask",
  tableName: "a2a_tasks",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    /** Whom it belongs to: the subject of a credential, or the public. */
    subject: p.string(),
    contextId: p.string(),
    state: p.string(),
    /** Counts the changes: whoever wants to go on with a task has to have seen the last one. */
    version: p.integer(),
    /** Until when whoever works on it holds it; null when nobody does. */
    heldUntil: instant().nullable(),
    /** What was asked, what was done, what is missing: sealed, since it names people. */
    sealedDocument: p.text(),
    createdAt: instant(),
    updatedAt: instant(),
    expiresAt: instant(),
  },
  indexes: [{ properties: ["organizationId", "expiresAt"] }],
});
