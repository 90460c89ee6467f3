import { defineEntity, p } from "@mikro-orm/core";
import { instant } from "../safe-integer.ts";

/** A remembered answer (D-26). A key belongs to one credential subject, method and path. */
export const IdempotencyRecord = defineEntity({
  name: "IdempotencyRecord",
  tableName: "idempotency_records",
  properties: {
    id: p.string().primary(),
    subject: p.string(),
    method: p.string(),
    path: p.text(),
    key: p.string(),
    fingerprint: p.string(),
    status: p.string().$type<"running" | "finished">(),
    responseStatus: p.integer().nullable(),
    responseBody: p.text().nullable(),
    /** Restricted evidence that the answer shows. */
    disclosed: p.json<{ sessionId: string; evidenceId: string }[]>().nullable(),
    createdAt: instant(),
    expiresAt: instant(),
  },
  uniques: [{ properties: ["subject", "method", "path", "key"] }],
  indexes: [{ properties: ["expiresAt"] }],
});
