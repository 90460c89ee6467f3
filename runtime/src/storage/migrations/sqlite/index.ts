import { InitialSchema } from "./0001-initial-schema.ts";

/** Every migration of the SQLite schema, oldest first. */
export const sqliteMigrations = [InitialSchema] as const;
