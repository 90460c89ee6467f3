import {
  ColumnNode,
  type DeleteQueryNode,
  type InsertQueryNode,
  type JoinNode,
  type KyselyPlugin,
  OnNode,
  type OperationNode,
  OperationNodeTransformer,
  type QueryId,
  type SelectQueryNode,
  sql,
  type UpdateQueryNode,
  ValueNode,
  WhereNode,
} from "kysely";
import { entities } from "./entities/index.ts";
import type { Tx } from "./open-database.ts";

const OWNER = "organization_id";
const TENANTS = "organizations";

/** Tables whose every row belongs to one organization: those that demand an owner. */
export const tenantTables: ReadonlySet<string> = new Set(
  entities.filter(({ meta }) => demandsOwner(meta.properties)).map(({ meta }) => meta.tableName),
);

function demandsOwner(properties: Readonly<Record<string, { readonly nullable?: boolean }>>): boolean {
  const owner = properties["organizationId"];
  return owner !== undefined && owner.nullable !== true;
}

const unconfined = new WeakMap<Tx, Tx>();

/**
 * The same transaction, in which no query reaches another organization's rows, whatever it asks for: every table of
 * tenants in a select, join, update or delete gets the owner as a further condition, and an insert with another owner
 * is refused (SVC-SEC-001). What is confined to one organization cannot be confined to another.
 */
export function confine(tx: Tx, organizationId: string): Tx {
  if (unconfined.has(tx)) throw new Error("This transaction is confined to an organization already.");
  const confined: Tx = { ...tx, db: tx.db.withPlugin(new TenantPlugin(tx.dialect, organizationId)) };
  unconfined.set(confined, tx);
  return confined;
}

/**
 * The transaction with the rows of everybody: for the node's own work, such as its deadlines, never for a caller's.
 * `tenancy.test.ts` lists who may.
 */
export function acrossTenants(tx: Tx): Tx {
  return unconfined.get(tx) ?? tx;
}

class TenantPlugin implements KyselyPlugin {
  readonly #transformer: TenantTransformer;

  constructor(dialect: Tx["dialect"], organizationId: string) {
    this.#transformer = new TenantTransformer(dialect, organizationId);
  }

  transformQuery({ node, queryId }: Parameters<KyselyPlugin["transformQuery"]>[0]) {
    return this.#transformer.transformNode(node, queryId);
  }

  async transformResult({ result }: Parameters<KyselyPlugin["transformResult"]>[0]) {
    return result;
  }
}

/** Works behind the ORM's plugin, so it sees tables and columns by their names in the database. */
class TenantTransformer extends OperationNodeTransformer {
  readonly #dialect: Tx["dialect"];
  readonly #organizationId: string;

  constructor(dialect: Tx["dialect"], organizationId: string) {
    super();
    this.#dialect = dialect;
    this.#organizationId = organizationId;
  }

  protected override transformSelectQuery(node: SelectQueryNode, queryId?: QueryId): SelectQueryNode {
    const query = super.transformSelectQuery(node, queryId);
    return this.#narrowed(query, query.from?.froms ?? []);
  }

  protected override transformUpdateQuery(node: UpdateQueryNode, queryId?: QueryId): UpdateQueryNode {
    const query = super.transformUpdateQuery(node, queryId);
    const tables = [...(query.table ? [query.table] : []), ...(query.from?.froms ?? [])];
    if (query.updates?.some(({ column }) => ColumnNode.is(column) && column.column.name === OWNER)) {
      throw new Error("A row cannot be handed to another organization.");
    }
    return this.#narrowed(query, tables, true);
  }

  protected override transformDeleteQuery(node: DeleteQueryNode, queryId?: QueryId): DeleteQueryNode {
    const query = super.transformDeleteQuery(node, queryId);
    return this.#narrowed(query, [...query.from.froms, ...(query.using?.tables ?? [])], true);
  }

  /** In the condition of the join, so that an outer join stays one. */
  protected override transformJoin(node: JoinNode, queryId?: QueryId): JoinNode {
    const join = super.transformJoin(node, queryId);
    const [condition] = this.#conditions([join.table]);
    if (!condition) return join;
    return { ...join, on: join.on ? OnNode.cloneWithOperation(join.on, "And", condition) : OnNode.create(condition) };
  }

  protected override transformInsertQuery(node: InsertQueryNode, queryId?: QueryId): InsertQueryNode {
    const query = super.transformInsertQuery(node, queryId);
    const table = nameOf(query.into);
    if (table === undefined || !tenantTables.has(table)) return query;
    if (!ownersIn(query).every((owner) => owner === this.#organizationId)) {
      throw new Error(`A row of ${table} would belong to another organization, or to none.`);
    }
    if (query.onConflict?.updates) throw new Error("Update the row that is there, instead of inserting over it.");
    return query;
  }

  #narrowed<Query extends { readonly where?: WhereNode }>(
    query: Query,
    tables: readonly OperationNode[],
    writes = false,
  ): Query {
    let { where } = query;
    for (const condition of this.#conditions(tables, writes)) {
      where = where ? WhereNode.cloneWithOperation(where, "And", condition) : WhereNode.create(condition);
    }
    return where === query.where ? query : { ...query, where };
  }

  #conditions(tables: readonly OperationNode[], writes = false): OperationNode[] {
    return tables.flatMap((node) => {
      const table = tableOf(node);
      if (!table) return [];
      if (tenantTables.has(table.name)) return [this.#equals(table.alias, OWNER)];
      return writes && table.name === TENANTS ? [this.#equals(table.alias, "id")] : [];
    });
  }

  #equals(alias: string, column: string): OperationNode {
    const reference = sql.ref(`${alias}.${column}`);
    // The plus keeps SQLite, which has no statistics, from taking this for the condition to search by.
    const value = sql.val(this.#organizationId);
    const condition = this.#dialect === "sqlite" ? sql`+${reference} = ${value}` : sql`${reference} = ${value}`;
    return condition.toOperationNode();
  }
}

function tableOf(node: OperationNode): { name: string; alias: string } | undefined {
  if (node.kind !== "AliasNode") {
    const name = nameOf(node);
    return name === undefined ? undefined : { name, alias: name };
  }
  const { node: inner, alias } = node as unknown as { node: OperationNode; alias: OperationNode & { name?: string } };
  const name = nameOf(inner);
  return name === undefined || alias.name === undefined ? undefined : { name, alias: alias.name };
}

function nameOf(node: OperationNode | undefined): string | undefined {
  if (node?.kind !== "TableNode") return undefined;
  return (node as unknown as { table: { identifier: { name: string } } }).table.identifier.name;
}

/** The owners of the rows to be inserted; one that is none of ours when they cannot be told. */
function ownersIn({ columns, values }: InsertQueryNode): unknown[] {
  const position = columns?.findIndex(({ column }) => column.name === OWNER) ?? -1;
  const rows = (values as unknown as { values?: readonly { values: readonly unknown[] }[] } | undefined)?.values;
  if (position < 0 || rows === undefined) return [undefined];
  return rows.map((row) => {
    const value = row.values[position];
    return isNode(value) ? (ValueNode.is(value) ? value.value : undefined) : value;
  });
}

function isNode(value: unknown): value is OperationNode {
  return typeof value === "object" && value !== null && "kind" in value;
}
