import { entities, type Tables } from "./entities/index.ts";
import { openDatabase, type Tx } from "./open-database.ts";

/** Parameters of one statement: below what either database takes. */
const MOST_PARAMETERS = 30_000;

/** Rows that are read, and held, at once. */
const PAGE = 1_000;

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
  let copied = 0;
  for await (const page of pagesOf(reading, table)) {
    const batch = Math.floor(MOST_PARAMETERS / Object.keys(page[0] ?? {}).length);
    for (let start = 0; start < page.length; start += batch) {
      await writing.db
        .insertInto(table)
        .values(page.slice(start, start + batch) as never)
        .execute();
    }
    copied += page.length;
  }
  return copied;
}

/** The rows of a table, so many at a time, in the order of their primary key: however many there are, few are held. */
export async function* pagesOf(tx: Tx, table: keyof Tables): AsyncGenerator<readonly Record<string, unknown>[]> {
  const key = primaryKeyOf(table);
  for (let last: Record<string, unknown> | undefined; ; ) {
    const after = last;
    let query = tx.db.selectFrom(table as "events").selectAll();
    if (after) {
      // In parts, since the naming of columns knows no tuples.
      query = query.where((row) =>
        row.or(
          key.map((column, index) =>
            row.and([
              ...key.slice(0, index).map((equal) => row(equal as "seq", "=", after[equal] as never)),
              row(column as "seq", ">", after[column] as never),
            ]),
          ),
        ),
      );
    }
    for (const column of key) query = query.orderBy(column as "seq");
    const page = (await query.limit(PAGE).execute()) as unknown as Record<string, unknown>[];
    if (page.length > 0) yield page;
    last = page.at(-1);
    if (page.length < PAGE) return;
  }
}

/** Properties that tell the rows of a table apart. */
export function primaryKeyOf(table: keyof Tables): readonly string[] {
  const entity = entities.find(({ meta }) => meta.tableName === table);
  const properties = Object.entries(entity?.meta.properties ?? {}) as unknown as [string, { primary?: boolean }][];
  const key = properties.filter(([, { primary }]) => primary).map(([name]) => name);
  if (key.length === 0) throw new Error(`${table} has no primary key.`);
  return key;
}
