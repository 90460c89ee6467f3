import { type Database, openDatabase } from "../storage/open-database.ts";

/** Opens the database of a command and closes it, whatever happens in between. */
export async function withStorage<Result>(
  location: string,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase({ location });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
