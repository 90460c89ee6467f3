import type { EntityMetadata, EntityProperty, Platform } from "@mikro-orm/core";
import { MikroKyselyPlugin, type SqlEntityManager } from "@mikro-orm/sql";
import type {
  CompiledQuery,
  KyselyPlugin,
  PluginTransformResultArgs,
  QueryCompiler,
  QueryId,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from "kysely";
import { fingerprintOf, Slot, slotted } from "./query-slots.ts";
import { TENANT, TenantTransformer } from "./tenant-transformer.ts";

/** A statement that was compiled once: every further one of the same form only brings other values. */
interface Template {
  readonly sql: string;
  /** Where each parameter comes from: a place of the query, the tenant, or a constant. */
  readonly parameters: readonly unknown[];
  /** Places of an insert that hold the owners of its rows, which have to be the tenant. */
  readonly owners: readonly Slot[];
  /** How a row of the answer is read; made from the first row. */
  readonly read: (row: UnknownRow) => UnknownRow;
}

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
  compile(
    query: Query,
    compiler: QueryCompiler,
    tenant: string | null,
  ): { template: Template; compiled: CompiledQuery } {
    const { node, queryId } = query;
    const { form, values } = fingerprintOf(node);
    const key = tenant === null ? form : `tenant ${form}`;
    let template = this.#templates.get(key);
    if (!template) {
      template = this.#build(query, compiler, tenant !== null);
      if (template.sql.length <= LONGEST_KEPT) this.#templates.set(key, template);
      if (this.#templates.size > MOST_TEMPLATES) this.#templates.delete(this.#templates.keys().next().value as string);
    }
    for (const { index } of template.owners) {
      if (values[index] !== tenant) throw new Error("A row would belong to another organization, or to none.");
    }
    const parameters = template.parameters.map((parameter) => {
      if (parameter instanceof Slot) return parameter.valueIn(values);
      return parameter === TENANT ? tenant : parameter;
    });
    return { template, compiled: { query: node, queryId, sql: template.sql, parameters } };
  }

  #build({ node, queryId }: Query, compiler: QueryCompiler, isConfined: boolean): Template {
    const owners: Slot[] = [];
    const { node: empty, tables } = slotted(node, (table, property) => this.#toDatabase(table, property));
    const named = this.#naming.transformQuery({ node: empty, queryId });
    const confined = isConfined ? new TenantTransformer(this.#dialect, owners).transformNode(named, queryId) : named;
    const { sql, parameters } = compiler.compileQuery(confined, queryId);
    return { sql, parameters, owners, read: this.#reader(tables) };
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
