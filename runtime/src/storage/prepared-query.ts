import type { Kysely, QueryResult, RootOperationNode } from "kysely";
import type { Tables } from "./entities/index.ts";
import type { Tx } from "./open-database.ts";
import { Placeholder, QueryScope, type Values } from "./query-templates.ts";

interface Buildable<Row> {
  toOperationNode(): RootOperationNode;
  execute(): Promise<Row[]>;
}

type Build<Given, Row> = (db: Kysely<Tables>, values: Given) => Buildable<Row>;

let prepared = 0;

/** What queries and writes have in common. */
class Prepared<Given extends object, Row> {
  readonly #name = `#${prepared++} `;
  readonly #build: Build<Given, Row>;
  readonly #lists: ReadonlySet<string>;

  constructor(build: Build<Given, Row>, lists: readonly (keyof Given & string)[]) {
    this.#build = build;
    this.#lists = new Set(lists);
  }

  protected execute({ db }: Tx, given: Given): Promise<QueryResult<Row>> {
    const values = given as Values;
    const build = () => this.#build(db, this.#standIns(values)).toOperationNode();
    return QueryScope.of(db).execute<Row>(db.getExecutor(), { form: this.#formOf(values), values, build });
  }

  /** Which values there are, and how long their lists. */
  #formOf(values: Values): string {
    let form = this.#name;
    for (const name in values) {
      const value = values[name];
      if (value === undefined) continue;
      form += this.#lists.has(name) ? `${name}${(value as unknown[]).length} ` : `${name} `;
    }
    return form;
  }

  #standIns(values: Values): Given {
    const standIn = (name: string, value: unknown) => {
      if (value === undefined) return undefined;
      if (!this.#lists.has(name)) return new Placeholder(name, null);
      return (value as unknown[]).map((_, place) => new Placeholder(name, place));
    };
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, standIn(name, value)])) as Given;
  }
}

export class PreparedQuery<Given extends object, Row> extends Prepared<Given, Row> {
  async all(tx: Tx, values: Given): Promise<Row[]> {
    return (await this.execute(tx, values)).rows;
  }

  async first(tx: Tx, values: Given): Promise<Row | undefined> {
    return (await this.all(tx, values))[0];
  }

  /** @throws {Error} when there is no row */
  async one(tx: Tx, values: Given): Promise<Row> {
    const row = await this.first(tx, values);
    if (row === undefined) throw new Error(`There is no row for ${JSON.stringify(values)}.`);
    return row;
  }
}

class PreparedWrite<Given extends object, Row> extends Prepared<Given, Row> {
  /** Answers how many rows were written. */
  async run(tx: Tx, values: Given): Promise<number> {
    return Number((await this.execute(tx, values)).numAffectedRows ?? 0);
  }
}

/**
 * A query that is built once for each form of its values, and then only run: building it costs a multiple of that. For
 * what is asked at every call.
 * @param build is given stand-ins, and so must not look into the values nor compute with them; only whether one is
 *   `undefined`, and how long a list is, may decide what it builds
 * @param lists names of the values that are lists for `in`
 */
export function preparedQuery<Given extends object, Row>(
  build: Build<Given, Row>,
  ...lists: (keyof Given & string)[]
): PreparedQuery<Given, Row> {
  return new PreparedQuery(build, lists);
}

/** The same for a statement that writes and answers no rows. */
export function preparedWrite<Given extends object, Row>(
  build: Build<Given, Row>,
  ...lists: (keyof Given & string)[]
): PreparedWrite<Given, Row> {
  return new PreparedWrite(build, lists);
}
