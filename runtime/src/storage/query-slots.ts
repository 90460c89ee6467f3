import type { OperationNode, RootOperationNode } from "kysely";

type Members = Readonly<Record<string, unknown>> & { readonly kind?: string };

/** The place of a value in a form of query. */
export class Slot {
  /** Makes it a node in the eyes of whoever transforms queries, so that nobody takes it for a value to convert. */
  readonly kind = "Slot";
  readonly index: number;
  /** How the value is stored; nothing when as it is. */
  toDatabase: ((value: unknown) => unknown) | undefined;

  constructor(index: number) {
    this.index = index;
  }

  /** The value in this place, as it is stored. */
  valueIn(values: readonly unknown[]): unknown {
    const value = values[this.index];
    return this.toDatabase ? this.toDatabase(value) : value;
  }
}

/** A query in two parts: what its statement depends on, and the values that it is run with. */
export interface Fingerprint {
  readonly form: string;
  readonly values: readonly unknown[];
}

const codes = new Map<string, string>();

/** First and last of the characters that Unicode leaves to private use. */
const FIRST_CODE = 0xe000;
const LAST_CODE = 0xf8ff;

/** A word as one character where it has one, else with its length before it, so that no two forms read alike. */
function codeOf(word: string): string {
  const known = codes.get(word);
  if (known !== undefined) return known;
  if (FIRST_CODE + codes.size > LAST_CODE || word.length > 60) return `${word.length}"${word}"`;
  const code = String.fromCharCode(FIRST_CODE + codes.size);
  codes.set(word, code);
  return code;
}

/** Takes a query apart. Two queries of the same form differ in nothing but their values. */
export function fingerprintOf(node: RootOperationNode): Fingerprint {
  const values: unknown[] = [];
  let form = "";
  const write = (part: unknown): void => {
    if (typeof part !== "object" || part === null) {
      form += typeof part === "string" ? `${part.length}"${part}` : `${String(part)};`;
      return;
    }
    if (Array.isArray(part)) {
      form += "[";
      for (const each of part) write(each);
      form += "]";
      return;
    }
    const { kind } = part as Members;
    if (kind === "IdentifierNode") {
      form += codeOf((part as { name: string }).name);
    } else if (kind === "ValueNode" && (part as { immediate?: boolean }).immediate !== true) {
      form += "?";
      values.push((part as { value?: unknown }).value);
    } else if (kind === "PrimitiveValueListNode") {
      const list = (part as unknown as { values: readonly unknown[] }).values;
      form += `?${list.length}`;
      for (const value of list) values.push(value);
    } else {
      form += "{";
      for (const name in part) {
        const member = (part as Members)[name];
        if (member === undefined) continue;
        form += codeOf(name);
        write(member);
      }
      form += "}";
    }
  };
  write(node);
  return { form, values };
}

/** A query whose values were replaced by their places. */
export interface Slotted {
  readonly node: RootOperationNode;
  /** The tables that it reads or writes, by alias. */
  readonly tables: ReadonlyMap<string, string>;
}

/** How a value of a property is stored; nothing when as it is. */
export type Storing = (table: string, property: string) => Slot["toDatabase"];

/** Replaces the values of a query by their places, numbered as `fingerprintOf` counts them. */
export function slotted(node: RootOperationNode, storing: Storing): Slotted {
  const tables = new Map<string, string>();
  let count = 0;
  const next = () => new Slot(count++);
  const copy = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map(copy);
    const { kind } = part as Members;
    if (kind === "ValueNode" && (part as { immediate?: boolean }).immediate !== true) return { ...part, value: next() };
    if (kind === "PrimitiveValueListNode") {
      return { ...part, values: (part as unknown as { values: unknown[] }).values.map(next) };
    }
    noteTable(tables, part as Members);
    const copied: Record<string, unknown> = {};
    for (const name in part) copied[name] = copy((part as Members)[name]);
    if (kind === "InsertQueryNode") storeInserted(copied as unknown as Inserted, storing);
    if (kind === "UpdateQueryNode") storeUpdated(copied as unknown as Updated, storing);
    return copied;
  };
  return { node: copy(node) as RootOperationNode, tables };
}

/** Keeps a table by the name that its columns are asked for by. */
function noteTable(tables: Map<string, string>, part: Members): void {
  if (part.kind === "AliasNode") {
    const table = tableName(part["node"]);
    const { name } = part["alias"] as { name?: string };
    if (table !== undefined && name !== undefined) tables.set(name, table);
  }
  const table = tableName(part);
  if (table !== undefined && !tables.has(table)) tables.set(table, table);
}

function tableName(node: unknown): string | undefined {
  const { kind, table } = node as { kind?: string; table?: { identifier?: { name: string } } };
  return kind === "TableNode" ? table?.identifier?.name : undefined;
}

interface ColumnOf {
  readonly column: { readonly name: string };
}

interface Inserted {
  readonly into?: OperationNode;
  readonly columns?: readonly ColumnOf[];
  readonly values?: { readonly values?: readonly { readonly values: readonly unknown[] }[] };
  readonly onConflict?: { readonly updates?: Updated["updates"] };
}

interface Updated {
  readonly table?: OperationNode;
  readonly updates?: readonly { readonly column: ColumnOf; readonly value: unknown }[];
}

function storeInserted({ into, columns = [], values, onConflict }: Inserted, storing: Storing): void {
  const table = tableName(into ?? {});
  if (table === undefined) return;
  const stored = columns.map(({ column }) => storing(table, column.name));
  for (const row of values?.values ?? []) {
    row.values.forEach((value, index) => {
      storeBy(value, stored[index]);
    });
  }
  if (into && onConflict?.updates) storeUpdated({ table: into, updates: onConflict.updates }, storing);
}

function storeUpdated({ table: node, updates = [] }: Updated, storing: Storing): void {
  const table = tableName(node ?? {});
  if (table === undefined) return;
  for (const { column, value } of updates) storeBy(value, storing(table, column.column.name));
}

/** Only a plain value is converted, not one that the database computes. */
function storeBy(value: unknown, toDatabase: Slot["toDatabase"]): void {
  const slot = value instanceof Slot ? value : (value as { value?: unknown } | null)?.value;
  if (slot instanceof Slot) slot.toDatabase = toDatabase;
}
