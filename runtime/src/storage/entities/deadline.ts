import { defineEntity, p } from "@mikro-orm/core";
import type { JsonObject } from "../json-shapes.ts";
import { instant } from "../safe-integer.ts";

/** Work that becomes due: automatic verification, expiries, reminders, deliveries. One open row per kind and subject. */
export const Deadline = defineEntity({
  name: "Deadline",
  tableName: "deadlines",
  properties: {
    id: p.string().primary(),
    organizationId: p.string().nullable(),
    kind: p.string(),
    subjectId: p.string(),
    dueAt: instant(),
    attempts: p.integer().default(0),
    claimedUntil: instant().nullable(),
    doneAt: instant().nullable(),
    lastError: p.text().nullable(),
    payload: p.json<JsonObject>(),
    createdAt: instant(),
  },
  uniques: [{ properties: ["kind", "subjectId"] }],
  indexes: [{ properties: ["doneAt", "dueAt"] }],
});
