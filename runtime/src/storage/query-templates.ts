import type { EntityMetadata, EntityProperty, Platform } from "@mikro-orm/core";
import { MikroKyselyPlugin, type SqlEntityManager } from "@mikro-orm/sql";
import {
  type CompiledQuery,
  createQueryId,
  type KyselyPlugin,
  type PluginTransformResultArgs,
  type QueryCompiler,
  type QueryExecutor,
  type QueryId,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from "kysely";
import { fingerprintOf, Slot, slotted } from "./query-slots.ts";
import { TENANT, TenantTransformer } from "./tenant-transformer.ts";

/** A statement that was compiled once: every further one of the same form only brings other values. */
interface Template {
  /** The query that it was made from, without its values. */
  readonly node: RootOperationNode;
  readonly sql: string;
  /** Where each parameter comes from: a place of the query, the tenant, or a constant. */
  readonly parameters: readonly unknown[];
  /** Of a prepared query: where the value of each place comes from, a stand-in or the value itself. */
  readonly sources: readonly unknown[];
  /** Places of an insert that hold the owners of its rows, which have to be the tenant. */
  readonly owners: readonly Slot[];
  /** How a row of the answer is read; made from the first row. */
  readonly read: (row: UnknownRow) => UnknownRow;
}

/** A statement ready to be sent, and its template. */
interface Filled {
  readonly template: Template;
  readonly compiled: CompiledQuery;
}

interface Compilation {
  readonly queryId: QueryId;
  readonly compiler: QueryCompiler;
  readonly isConfined: boolean;
}

/** @throws {Error} when a row would go to another tenant */
function fill({ owners, parameters }: Template, values: readonly unknown[], tenant: string | null): unknown[] {
  for (const { index } of owners) {
    if (values[index] !== tenant) throw new Error("A row would belong to another organization, or to none.");
  }
  return parameters.map((parameter) => {
    if (parameter instanceof Slot) return parameter.valueIn(values);
    return parameter === TENANT ? tenant : parameter;
  });
}

/** The values that a prepared query is run with, by name. */
export type Values = Readonly<Record<string, unknown>>;

/** Stands for a value while a prepared query is built. */
export class Placeholder {
  readonly #name: string;
  /** Place in a list; null for a value that is none. */
  readonly #place: number | null;

  constructor(name: string, place: number | null) {
    this.#name = name;
    this.#place = place;
  }

  valueIn(values: Values): unknown {
    const value = values[this.#name];
    return this.#place === null ? value : (value as readonly unknown[])[this.#place];
  }
}

/** A call of a prepared query. */
export interface PreparedCall {
  /** The same for two calls exactly when the same statement answers them. */
  readonly form: string;
  readonly values: Values;
  /** Builds the query with placeholders for its values. */
  readonly build: () => RootOperationNode;
}

/** Of all calls of prepared queries: what they become, nobody has to look up. */
const PREPARED = createQueryId();

/** Forms that are kept; a node has some hundreds. */
const MOST_TEMPLATES = 4000;

/** Longest statement that is kept, in characters: not those that insert hundreds of rows. */
const LONGEST_KEPT = 20_000;

/**
 * Translates queries between the names and values of the entities and those of the database, and confines them to a
 * tenant. Building a statement costs a multiple of running it, so that each form is built once: a form is the query
 * without its values.
 */
class QueryTemplates {
  readonly #tables: ReadonlyMap<string, EntityMetadata>;
  readonly #platform: Platform;
  readonly #naming: MikroKyselyPlugin;
  readonly #dialect: "sqlite" | "postgres";
  readonly #templates = new Map<string, Template>();

  constructor(em: SqlEntityManager, dialect: "sqlite" | "postgres") {
    this.#tables = new Map([...em.getMetadata()].map((meta) => [meta.tableName, meta]));
    this.#platform = em.getPlatform();
    this.#naming = new MikroKyselyPlugin(em, { columnNamingStrategy: "property" });
    this.#dialect = dialect;
  }

  /** @throws {Error} when a query would give a row to another tenant */
  compile({ node, queryId }: Query, compiler: QueryCompiler, tenant: string | null): Filled {
    const { form, values } = fingerprintOf(node);
    const template = this.#templateOf(form, () => node, { queryId, compiler, isConfined: tenant !== null });
    return {
      template,
      compiled: { query: node, queryId, sql: template.sql, parameters: fill(template, values, tenant) },
    };
  }

  /** The same for a query that is known by its form, and built only when that is new. */
  compileCall({ form, values, build }: PreparedCall, compiler: QueryCompiler, tenant: string | null): Filled {
    const template = this.#templateOf(form, build, { queryId: PREPARED, compiler, isConfined: tenant !== null });
    const given = template.sources.map((source) => (source instanceof Placeholder ? source.valueIn(values) : source));
    const { node: query, sql } = template;
    return { template, compiled: { query, queryId: PREPARED, sql, parameters: fill(template, given, tenant) } };
  }

  #templateOf(form: string, build: () => RootOperationNode, how: Compilation): Template {
    const key = how.isConfined ? `tenant ${form}` : form;
    const known = this.#templates.get(key);
    if (known) return known;
    const template = this.#build(build(), how);
    if (template.sql.length <= LONGEST_KEPT) this.#templates.set(key, template);
    if (this.#templates.size > MOST_TEMPLATES) this.#templates.delete(this.#templates.keys().next().value as string);
    return template;
  }

  #build(node: RootOperationNode, { queryId, compiler, isConfined }: Compilation): Template {
    const owners: Slot[] = [];
    const { node: empty, tables } = slotted(node, (table, property) => this.#toDatabase(table, property));
    const named = this.#naming.transformQuery({ node: empty, queryId });
    const confined = isConfined ? new TenantTransformer(this.#dialect, owners).transformNode(named, queryId) : named;
    const { sql, parameters } = compiler.compileQuery(confined, queryId);
    const sources = queryId === PREPARED ? fingerprintOf(node).values : [];
    return { node: empty, sql, parameters, sources, owners, read: this.#reader(tables) };
  }

  /** How a value of a property is stored; nothing when as it is. */
  #toDatabase(table: string, property: string): ((value: unknown) => unknown) | undefined {
    const { customType, name } = this.#tables.get(table)?.properties[property as never] ?? ({} as EntityProperty);
    if (!customType) return undefined;
    const platform = this.#platform;
    const context = { fromQuery: true, key: name, mode: "query-data" } as const;
    return (value) => (value == null ? value : customType.convertToDatabaseValue(value, platform, context));
  }

  /** Reads rows of a query on these tables, by alias: columns become properties, stored values those of the entities. */
  #reader(tables: ReadonlyMap<string, string>): Template["read"] {
    const known = new Map<string, EntityProperty>();
    for (const [alias, table] of tables) {
      for (const [column, property] of columnsOf(this.#tables.get(table), alias)) known.set(column, property);
    }
    let columns: readonly Column[] | undefined;
    return (row) => {
      columns ??= Object.keys(row).map((name) => this.#column(name, known.get(name)));
      const read: UnknownRow = {};
      for (const { name, property, toValue } of columns) {
        const value = row[name];
        read[property] = value == null || toValue === undefined ? value : toValue(value);
      }
      return read;
    };
  }

  #column(name: string, property: EntityProperty | undefined): Column {
    if (!property) return { name, property: name, toValue: undefined };
    const { customType } = property;
    const platform = this.#platform;
    if (customType) {
      return { name, property: property.name, toValue: (value) => customType.convertToJSValue(value, platform) };
    }
    return { name, property: property.name, toValue: property.runtimeType === "boolean" ? Boolean : undefined };
  }
}

interface Column {
  readonly name: string;
  readonly property: string;
  readonly toValue: ((value: unknown) => unknown) | undefined;
}

interface Query {
  readonly node: RootOperationNode;
  readonly queryId: QueryId;
}

/** The names under which a table's properties come back: by column, also behind an alias, and by property. */
function* columnsOf(meta: EntityMetadata | undefined, alias: string): Iterable<[string, EntityProperty]> {
  for (const property of meta?.props ?? []) {
    for (const column of property.fieldNames ?? []) {
      yield [column, property];
      yield [`${alias}_${column}`, property];
    }
  }
  for (const property of meta?.props ?? []) {
    if (!meta?.props.some(({ fieldNames }) => fieldNames?.includes(property.name))) yield [property.name, property];
  }
}

const scopes = new WeakMap<QueryId, QueryScope>();
const readers = new WeakMap<QueryId, Template["read"]>();

/** Marks the queries of a connection as the node's own, of everybody or of one tenant. What they become, the compiler knows. */
export class QueryScope implements KyselyPlugin {
  readonly #templates: QueryTemplates;
  readonly #tenant: string | null;

  private constructor(templates: QueryTemplates, tenant: string | null) {
    this.#templates = templates;
    this.#tenant = tenant;
  }

  /** The rows of everybody. */
  static ofEverybody(em: SqlEntityManager, dialect: "sqlite" | "postgres"): QueryScope {
    return new QueryScope(new QueryTemplates(em, dialect), null);
  }

  /** The scope of a connection. @throws {Error} for a connection without one */
  static of(db: { getExecutor(): QueryExecutor }): QueryScope {
    const scope = db.getExecutor().plugins.find((plugin) => plugin instanceof QueryScope);
    if (!scope) throw new Error("This connection knows no tenants.");
    return scope;
  }

  /** The rows of one organization. */
  confinedTo(tenant: string): QueryScope {
    return new QueryScope(this.#templates, tenant);
  }

  transformQuery({ node, queryId }: Query): RootOperationNode {
    scopes.set(queryId, this);
    return node;
  }

  async transformResult({ result, queryId }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const read = readers.get(queryId);
    return read && result.rows.length > 0 ? { ...result, rows: result.rows.map(read) } : result;
  }

  /** Runs a prepared query on the connection that this is the scope of. */
  async execute<Row>(executor: QueryExecutor, call: PreparedCall): Promise<QueryResult<Row>> {
    const { template, compiled } = this.#templates.compileCall(call, executor as QueryCompiler, this.#tenant);
    const result = await executor.executeQuery<UnknownRow>(compiled);
    return { ...result, rows: result.rows.map(template.read) as Row[] };
  }

  /** Compiles a query of this scope. */
  compile(query: Query, compiler: QueryCompiler): CompiledQuery {
    const { template, compiled } = this.#templates.compile(query, compiler, this.#tenant);
    readers.set(query.queryId, template.read);
    return compiled;
  }
}

/** A dialect's compiler, which takes what it compiled before for the queries of a scope. */
export function withTemplates(compiler: QueryCompiler): QueryCompiler {
  return {
    compileQuery: (node, queryId) => {
      const scope = scopes.get(queryId);
      return scope ? scope.compile({ node, queryId }, compiler) : compiler.compileQuery(node, queryId);
    },
  } as QueryCompiler;
}
