import { InitialSchema } from "./0001-initial-schema.ts";
import { AppendOnlyAudit } from "./0002-append-only-audit.ts";

/** Every migration of the SQLite schema, oldest first. */
export const sqliteMigrations = [InitialSchema, AppendOnlyAudit] as const;
