import type { HuntName } from "./hunts.ts";

/** Other lines for a file below `runtime/src`. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A node that lacks a protection. */
export interface Mutant {
  readonly id: string;
  /** What it lacks, and why that takes more than one edit where it does. */
  readonly lacks: string;
  readonly edits: readonly Edit[];
  /** Run on the database before the nodes start. */
  readonly sql?: readonly string[];
  readonly database: "sqlite" | "postgres";
  /** What has to notice. */
  readonly hunt: HuntName;
  /** It lacks nothing, and must not be caught. */
  readonly mustSurvive?: boolean;
}

const LOCKS = "storage/lock-rows.ts";
const CHECK = "scheduling/check-slot.ts";

const noLock = (prefix: string, table: string): Edit => ({
  file: LOCKS,
  find: `  ["${prefix}", "${table}"],\n`,
  replace: "",
});

const noVersion: Edit = {
  file: "lifecycle/move-session.ts",
  find: `.where("version", "=", seenVersion)`,
  replace: "",
};

const noSeenVersion: Edit = {
  file: "lifecycle/judge-move.ts",
  find: "if (context.seenVersion !== null && context.seenVersion !== session.version) throw transitionConflict();",
  replace: "",
};

const slowTransactions: Edit = {
  file: "storage/sqlite/sqlite-dialect.ts",
  find: `await connection.executeQuery(CompiledQuery.raw(\`begin \${kind}\`));`,
  replace: `await connection.executeQuery(CompiledQuery.raw(\`begin \${kind}\`)); await pause(0);`,
};

/** Every lock, overlap check and constraint that keeps two from getting the same, taken away. */
export const mutants: readonly Mutant[] = [
  {
    id: "providers are not locked",
    lacks: "the row lock on the calendar of a provider",
    edits: [noLock("prv", "providers")],
    database: "postgres",
    hunt: "slot",
  },
  {
    id: "clients are not locked",
    lacks: "the row lock on the calendar of a client",
    edits: [noLock("cli", "clients")],
    database: "postgres",
    hunt: "client",
  },
  {
    id: "resources are not locked",
    lacks: "the row lock on the calendar of a resource",
    edits: [noLock("res", "resources")],
    database: "postgres",
    hunt: "room",
  },
  {
    id: "orders are not locked, nor their clients",
    lacks:
      "the row locks on a service order and on its client: whoever books under the order books for that client, so each backs the other",
    edits: [noLock("ord", "service_orders"), noLock("cli", "clients")],
    database: "postgres",
    hunt: "order",
  },
  {
    id: "sales are not locked",
    lacks: "the row lock on a sale",
    edits: [noLock("sal", "sales")],
    database: "postgres",
    hunt: "payment",
  },
  {
    id: "sessions are not locked, nor their versions compared",
    lacks:
      "the row lock on a session, the version it was read at, and the primary key of its records: each of them alone backs the others, so all are taken away",
    edits: [noLock("ses", "sessions"), noVersion, noSeenVersion],
    sql: [`alter table "transitions" drop constraint "transitions_pkey"`],
    database: "postgres",
    hunt: "move",
  },
  {
    id: "mandates are not locked",
    lacks: "the row lock on a mandate",
    edits: [
      {
        file: "mandates/lock-mandate.ts",
        find: "(query) => query.forNoKeyUpdate()",
        replace: "(query) => query",
      },
    ],
    database: "postgres",
    hunt: "limit",
  },
  {
    id: "mandates are not locked (revocation)",
    lacks: "the row lock on a mandate",
    edits: [
      {
        file: "mandates/lock-mandate.ts",
        find: "(query) => query.forNoKeyUpdate()",
        replace: "(query) => query",
      },
    ],
    database: "postgres",
    hunt: "revocation",
  },
  {
    id: "the end of the anchors is not locked",
    lacks: "the row lock on the organization's newest anchor",
    edits: [{ file: "audit/append-entry.ts", find: "(query) => query.forUpdate()", replace: "(query) => query" }],
    database: "postgres",
    hunt: "trail",
  },
  {
    id: "anchors may share a place",
    lacks: "the same lock and the keys that back it (without them the chains fork unseen by the database)",
    edits: [{ file: "audit/append-entry.ts", find: "(query) => query.forUpdate()", replace: "(query) => query" }],
    sql: [
      `alter table "audit_anchors" drop constraint "audit_anchors_pkey"`,
      `alter table "audit_entries" drop constraint "audit_entries_organization_id_position_unique"`,
    ],
    database: "postgres",
    hunt: "trail",
  },
  {
    id: "a key may be taken twice",
    lacks: "the unique constraint on idempotency keys",
    edits: [],
    sql: [`alter table "idempotency_records" drop constraint "idempotency_records_subject_method_path_key_unique"`],
    database: "postgres",
    hunt: "key",
  },
  {
    id: "a lost race is not run anew",
    lacks: "the second run of a transaction that a deadlock or a key taken first has stopped",
    edits: [
      {
        file: "storage/postgres/failures.ts",
        find: "return code === SERIALIZATION_FAILURE || code === DEADLOCK || (code === UNIQUE_VIOLATION && attempt <= 2);",
        replace: "return attempt < 0;",
      },
    ],
    database: "postgres",
    hunt: "key",
  },
  {
    id: "providers are never busy",
    lacks: "the overlap check of the provider's calendar",
    edits: [
      {
        file: CHECK,
        find: `return busy ? { code: "CONFLICT", obstacle: "provider_busy" } : null;`,
        replace: "return null;",
      },
    ],
    database: "sqlite",
    hunt: "slot",
  },
  {
    id: "clients are never busy",
    lacks: "the overlap check of the client's calendar",
    edits: [
      {
        file: CHECK,
        find: `return busy ? { code: "CONFLICT", obstacle: "client_busy" } : null;`,
        replace: "return null;",
      },
    ],
    database: "sqlite",
    hunt: "client",
  },
  {
    id: "rooms are never full",
    lacks: "the capacity check of a resource",
    edits: [
      {
        file: CHECK,
        find: "return remainingCapacity(slot, resource) < 1 ?",
        replace: "return remainingCapacity(slot, resource) < -1e9 ?",
      },
    ],
    database: "sqlite",
    hunt: "room",
  },
  {
    id: "rooms have no buffer",
    lacks: "the minutes that a resource is kept free after a session",
    edits: [
      {
        file: CHECK,
        find: "return { start, end: end + buffer };",
        replace: "return { start, end: end + 0 * buffer };",
      },
    ],
    database: "sqlite",
    hunt: "everything",
  },
  {
    id: "sessions before the buffer are not looked at",
    lacks: "the wider span in which the sessions of a resource are looked for",
    edits: [
      {
        file: "scheduling/load-calendars.ts",
        find: "after: span.start - buffer,",
        replace: "after: span.start,",
      },
    ],
    database: "sqlite",
    hunt: "everything",
  },
  {
    id: "any session in the room is the group",
    lacks: "the same start that a group has",
    edits: [{ file: CHECK, find: "    occupation.start === slot.start &&\n", replace: "" }],
    database: "sqlite",
    hunt: "everything",
  },
  {
    id: "a pause in each transaction",
    lacks: "nothing: the control of the next one",
    edits: [slowTransactions],
    database: "sqlite",
    hunt: "slot",
    mustSurvive: true,
  },
  {
    id: "writers do not take turns",
    lacks:
      "the turn of the one connection that writes; SQLite answers at once, so that transactions of one process only meet when something in them takes time",
    edits: [
      slowTransactions,
      {
        file: "storage/sqlite/sqlite-file-database.ts",
        find: "turn.runExclusive(run)",
        replace: "run()",
      },
    ],
    database: "sqlite",
    hunt: "slot",
  },
  {
    id: "writers begin as readers",
    lacks: "the write lock at the start of a transaction",
    edits: [
      {
        file: "storage/sqlite/sqlite-dialect.ts",
        find: `settings?.accessMode === "read only" ? "deferred" : "immediate"`,
        replace: `settings?.accessMode === "read only" ? "deferred" : "deferred"`,
      },
    ],
    database: "sqlite",
    hunt: "slot",
  },
  {
    id: "nobody waits for the lock of another process",
    lacks: "the wait for another process's write lock",
    edits: [{ file: "storage/open-database.ts", find: "busyTimeout = 10_000", replace: "busyTimeout = 0" }],
    database: "sqlite",
    hunt: "slot",
  },
];
