import { InitialSchema } from "./0001-initial-schema.ts";

/** Every migration of the PostgreSQL schema, oldest first. */
export const postgresMigrations = [InitialSchema] as const;
