import { InitialSchema } from "./0001-initial-schema.ts";
import { AppendOnlyAudit } from "./0002-append-only-audit.ts";
import { Resolver } from "./0003-resolver.ts";
import { A2aTasks } from "./0004-a2a-tasks.ts";

/** Every migration of the SQLite schema, oldest first. */
export const sqliteMigrations = [InitialSchema, AppendOnlyAudit, Resolver, A2aTasks] as const;
