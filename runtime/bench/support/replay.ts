import { randomUUID } from "node:crypto";
import { ulid } from "ulid";
import { DAY } from "./clinic.ts";
import type { Input } from "./operations.ts";
import type { Recorded, Recording } from "./record.ts";

/** What one run of a recording binds its parameters from. */
interface Run {
  readonly input: Input;
  /** New ids by those of the record. */
  readonly ids: Map<string, string>;
  /** The last number that the database gave out. */
  lastSeq: number;
}

type Bind = (run: Run) => unknown;

/** A statement of a record that can be run again with parameters of its own. */
export interface Replayable {
  readonly sql: string;
  /** `begin` for a writing transaction, `read` for one that only reads, `end` for its end. */
  readonly part: "write" | "read" | "end" | "statement";
  readonly returnsSeq: boolean;
  readonly bind: readonly Bind[];
}

/** A step of an operation, ready to be run any number of times. */
export interface ReplayableStep {
  readonly statements: readonly Replayable[];
  readonly answer: string;
  newRun(input: Input): Run;
}

/**
 * Makes a record repeatable: what it was asked for is taken from the new input, what it made gets ids of its own, instants
 * near the recorded start move along, and the numbers of events follow from what the database gives out. Everything else
 * is bound as recorded.
 */
export function replayable({ input, statements, answer }: Recording): ReplayableStep {
  const made = new Set(statements.flatMap(madeIds));
  return {
    answer,
    statements: statements.map((statement) => replayableStatement(statement, input, made)),
    newRun: (fresh) => ({
      input: fresh,
      ids: new Map([
        ...[...made].map((id): [string, string] => [id, anew(id)]),
        ...input.ids.map((id, index): [string, string] => [id, fresh.ids[index] ?? id]),
      ]),
      lastSeq: 0,
    }),
  };
}

function replayableStatement(statement: Recorded, input: Input, made: ReadonlySet<string>): Replayable {
  const { sql } = statement;
  const words = sql.toLowerCase();
  const isRead = words === "begin deferred" || words.endsWith("read only");
  const begins = words.startsWith("begin") || words.startsWith("start transaction");
  const counted = positionsOf(statement, "seq", "events");
  const known = [...made, ...input.ids];
  return {
    sql,
    part: begins ? (isRead ? "read" : "write") : words === "commit" ? "end" : "statement",
    returnsSeq: words.includes('returning "last_seq"'),
    bind: statement.parameters.map((value, index): Bind => {
      const row = counted.indexOf(index);
      if (row >= 0) return (run) => run.lastSeq - counted.length + 1 + row;
      if (typeof value === "number") return numberFrom(value, input.startsAt);
      return typeof value === "string" ? textFrom(value, known) : () => value;
    }),
  };
}

function numberFrom(value: number, startsAt: number | undefined): Bind {
  if (startsAt === undefined || Math.abs(value - startsAt) > DAY) return () => value;
  return ({ input }) => value - startsAt + (input.startsAt ?? startsAt);
}

function textFrom(value: string, known: readonly string[]): Bind {
  const within = known.filter((id) => value.includes(id));
  if (within.length === 0) return () => value;
  if (within.length === 1 && within[0] === value) return ({ ids }) => ids.get(value);
  return ({ ids }) => within.reduce((text, id) => text.replaceAll(id, ids.get(id) ?? id), value);
}

/** The ids of the rows that a statement inserts. */
function madeIds(statement: Recorded): string[] {
  return positionsOf(statement, "id").map((position) => String(statement.parameters[position]));
}

/** Where an insert has the values of a column among its parameters. */
function positionsOf({ sql, parameters }: Recorded, column: string, onlyOf?: string): number[] {
  const [, table, names] = /^insert into "(\w+)" \(([^)]*)\)/.exec(sql) ?? [];
  if (names === undefined || (onlyOf !== undefined && table !== onlyOf)) return [];
  const columns = names.split(", ");
  const position = columns.indexOf(`"${column}"`);
  if (position < 0) return [];
  const rows = Math.floor(parameters.length / columns.length);
  return Array.from({ length: rows }, (_, row) => row * columns.length + position);
}

function anew(id: string): string {
  const prefix = /^[a-z]{3}_/.exec(id)?.[0] ?? "";
  return prefix + (id.slice(prefix.length).includes("-") ? randomUUID() : ulid());
}

export type { Run };
