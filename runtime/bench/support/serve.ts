import { registerHooks } from "node:module";
import type { Database } from "../../src/storage/open-database.ts";
import { benchClock, benchConfig } from "./clinic.ts";
import type { Recording } from "./record.ts";
import type { Dialect } from "./stage.ts";

/** What a process of a bench is to serve. */
export interface ServerOrder {
  /**
   * `node`: ours. `floor`: the same statements without the node. `entities`: ours, with bookings by the ORM's entity
   * manager. `unchecked`: ours, without the eight checks of mandates. `shared`: ours, with one connection for everything.
   */
  readonly role: "node" | "floor" | "entities" | "unchecked" | "shared";
  readonly location: string;
  readonly dialect: Dialect;
  readonly recordings?: Readonly<Record<string, readonly Recording[]>>;
}

let statements = 0;

async function serve(order: ServerOrder): Promise<string> {
  const { role, location, dialect, recordings = {} } = order;
  if (role === "floor") return (await import("./floor.ts")).serveFloor(location, dialect, recordings);
  if (role === "unchecked") leaveOutChecks();
  const [{ buildApp }, { openVault }, { openDatabase }] = await Promise.all([
    import("../../src/build-app.ts"),
    import("../../src/evidence/vault.ts"),
    import("../../src/storage/open-database.ts"),
  ]);
  const opened =
    role === "entities"
      ? await (await import("./entities.ts")).openEntities(location, dialect)
      : await openDatabase({ location, onStatement: () => void statements++ });
  const database = role === "shared" ? onOneConnection(opened) : opened;
  const vault = openVault(location, process.env);
  const app = await buildApp({ database, config: benchConfig(location), clock: benchClock(), vault });
  return app.listen({ port: 0, host: "127.0.0.1" });
}

/** Reads wait for their turn on the connection that writes. */
function onOneConnection(database: Database): Database {
  return {
    dialect: database.dialect,
    transaction: (work) => database.transaction(work),
    read: (work) => database.transaction(work),
    ask: (query, values) => database.transaction((tx) => query.all(tx, values)),
    close: () => database.close(),
  };
}

/** What the checks take the place of in the sources: their verdicts, their reads, and the look-up of what a call touches. */
const LEFT_OUT: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  "/mandates/enforce.ts": [
    [/(export function enforceBeforeLookup\([^)]*\): void \{)/, "$1 return;"],
    [
      /(export async function enforceAfterLookup\([^)]*\): Promise<LocalDay> \{)/,
      '$1 return dayOf(enforcement.now, "UTC");',
    ],
  ],
  "/mandates/agent-call.ts": [[/trial\.touched = await touchedBy\([\s\S]*?\}\);/, ""]],
};

/** The enforcement of mandates left out; everything around it stays. */
function leaveOutChecks(): void {
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      const [, edits] = Object.entries(LEFT_OUT).find(([file]) => url.endsWith(file)) ?? [];
      if (!edits) return loaded;
      let source = String(loaded.source);
      for (const [part, instead] of edits) {
        if (!part.test(source)) throw new Error(`${url} has no ${part} to leave out.`);
        source = source.replace(part, instead);
      }
      return { ...loaded, source };
    },
  });
}

process.once("message", async (order) => {
  process.send?.(await serve(order as ServerOrder));
  process.on("message", ({ question, free }: { readonly question: number; readonly free: boolean }) => {
    const { user, system } = process.cpuUsage();
    if (free) globalThis.gc?.();
    const usage = { processor: user + system, heap: process.memoryUsage().heapUsed, statements };
    process.send?.({ question, usage });
  });
});
process.once("disconnect", () => process.exit());
