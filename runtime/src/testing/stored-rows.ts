import { createHash } from "node:crypto";
import { outboxOf } from "../events/outbox.ts";
import { entities, type Tables } from "../storage/entities/index.ts";
import type { DemoNode } from "./demo-node.ts";

/** Bookkeeping of the door that a refused request may leave behind. */
const BOOKKEEPING: readonly string[] = ["idempotency_records", "public_decisions", "evidence_accesses"];

/** Every row of every table, as it is stored, by table. */
export async function storedRows(demo: DemoNode): Promise<Record<string, string[]>> {
  return demo.node.services.database.read(async ({ db }) => {
    const tables: Record<string, string[]> = {};
    for (const { meta } of entities) {
      const rows = await db
        .selectFrom(meta.tableName as keyof Tables)
        .selectAll()
        .execute();
      tables[meta.tableName] = rows.map((row) => JSON.stringify(row)).sort();
    }
    return tables;
  });
}

/** Digest of every table's rows once what was in line is sent, to tell that a refused request wrote nothing. */
export async function storedDigest(demo: DemoNode): Promise<Record<string, string>> {
  await outboxOf(demo.node.services).drain();
  const tables = Object.entries(await storedRows(demo)).filter(([table]) => !BOOKKEEPING.includes(table));
  return Object.fromEntries(
    tables.map(([table, rows]) => [
      table,
      `${rows.length} rows, ${createHash("sha256").update(rows.join("\n")).digest("base64url")}`,
    ]),
  );
}
