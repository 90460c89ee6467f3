import {
  ColumnNode,
  type DeleteQueryNode,
  type InsertQueryNode,
  type JoinNode,
  OnNode,
  type OperationNode,
  OperationNodeTransformer,
  type QueryId,
  type SelectQueryNode,
  sql,
  type UpdateQueryNode,
  WhereNode,
} from "kysely";
import { entities } from "./entities/index.ts";
import { Slot } from "./query-slots.ts";

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

/** Stands for the id of the organization that a query is confined to, until it is run. */
export const TENANT = Symbol("tenant");

/**
 * Confines a form of query to one organization. Works behind the naming, so it sees tables and columns by their names in
 * the database.
 */
export class TenantTransformer extends OperationNodeTransformer {
  readonly #dialect: "sqlite" | "postgres";
  readonly #owners: Slot[];

  /** @param owners is given the places of an insert that hold the owners of its rows */
  constructor(dialect: "sqlite" | "postgres", owners: Slot[]) {
    super();
    this.#dialect = dialect;
    this.#owners = owners;
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
    for (const owner of ownersIn(query)) {
      if (!(owner instanceof Slot)) throw new Error(`A row of ${table} would belong to nobody who can be told.`);
      this.#owners.push(owner);
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
    const value = sql.val(TENANT);
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

/** The owners of the rows to be inserted; nothing for one that cannot be told. */
function ownersIn({ columns, values }: InsertQueryNode): unknown[] {
  const position = columns?.findIndex(({ column }) => column.name === OWNER) ?? -1;
  const rows = (values as unknown as { values?: readonly { values: readonly unknown[] }[] } | undefined)?.values;
  if (position < 0 || rows === undefined) return [undefined];
  return rows.map((row) => {
    const value = row.values[position];
    return value instanceof Slot ? value : (value as { value?: unknown } | undefined)?.value;
  });
}
