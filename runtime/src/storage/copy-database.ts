import { entities, type Tables } from "./entities/index.ts";
import { openDatabase, type Tx } from "./open-database.ts";

/** Rows written at once: below the number of parameters that either database takes. */
const BATCH = 100;

/** How many rows of each table were copied. */
export type CopiedRows = Readonly<Record<string, number>>;

/** Every table, in an order in which rows can be inserted. */
const tables = entities.map(({ meta }) => meta.tableName as keyof Tables);

/**
 * Copies everything that is stored, between any two kinds of database. The source is read as it is at one moment, beside
 * whoever uses it; the target gets all of it, or nothing.
 * @throws {Error} when the target holds rows already
 */
export async function copyDatabase(from: string, to: string): Promise<CopiedRows> {
  const source = await openDatabase({ location: from, migrate: false });
  try {
    const target = await openDatabase({ location: to });
    try {
      return await source.read((reading) => target.transaction((writing) => copyAll(reading, writing)));
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copyAll(reading: Tx, writing: Tx): Promise<CopiedRows> {
  const copied: Record<string, number> = {};
  for (const table of tables) {
    if (await writing.db.selectFrom(table).selectAll().limit(1).executeTakeFirst()) {
      throw new Error(`The target is in use: ${table} holds rows. Copy into an empty database.`);
    }
    copied[table] = await copyTable(reading, writing, table);
  }
  return copied;
}

async function copyTable(reading: Tx, writing: Tx, table: keyof Tables): Promise<number> {
  const rows = await reading.db.selectFrom(table).selectAll().execute();
  for (let start = 0; start < rows.length; start += BATCH) {
    await writing.db
      .insertInto(table)
      .values(rows.slice(start, start + BATCH) as never)
      .execute();
  }
  return rows.length;
}
