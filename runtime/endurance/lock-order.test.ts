import type { OperationId } from "@servicialo/schema/0.8/operations";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everythingAddressed } from "../src/testing/addressed.ts";
import { TestAgent } from "../src/testing/agents.ts";
import { Clinic } from "../src/testing/clinic.ts";
import { sampleRequests } from "../src/testing/sample-requests.ts";
import { testDialect } from "../src/testing/test-database.ts";

/**
 * The one order in which a transaction takes the rows that others wait for (`src/storage/lock-rows.ts`): mandates before
 * everything, calendars after what is booked in them, the counters and ends that everybody needs last.
 */
const ORDER = [
  "mandates",
  "sessions",
  "service_orders",
  "payment_intents",
  "sales",
  "providers",
  "resources",
  "clients",
  "event_counters",
  "audit_heads",
];

/** Tables locked by each transaction, in turn, each once. */
const transactions: { readonly operation: string; readonly tables: readonly string[] }[] = [];
/** Statements that lock rows in whatever order the database finds them. */
const unsorted: string[] = [];
let operation = "";

/** What one transaction has done so far. Rows that it inserted nobody else waits for. */
interface Noted {
  readonly locked: string[];
  readonly inserted: Set<string>;
}

/** Notes every lock that a transaction of this process waits for. */
function listen(): () => void {
  const open = new WeakMap<pg.Client, Noted>();
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function listening(this: pg.Client, ...args: Parameters<typeof query>) {
    const [first] = args as unknown as [string | { text?: string }];
    const sql = typeof first === "string" ? first : (first?.text ?? "");
    if (/^(begin|start transaction)/i.test(sql)) open.set(this, { locked: [], inserted: new Set() });
    const noted = open.get(this);
    if (noted) note(noted, sql);
    if (noted && /^(commit|rollback$)/i.test(sql)) {
      transactions.push({ operation, tables: noted.locked });
      open.delete(this);
    }
    return query.apply(this, args);
  } as typeof query;
  return () => {
    pg.Client.prototype.query = query;
  };
}

function note({ locked, inserted }: Noted, sql: string): void {
  const made = /^insert into "(\w+)"/.exec(sql)?.[1];
  if (made !== undefined) inserted.add(made);
  const table = lockedBy(sql);
  if (table === undefined || !ORDER.includes(table) || inserted.has(table) || locked.includes(table)) return;
  locked.push(table);
  if (/"id" in \(.*for no key update$/.test(sql) && !/order by "id" for no key update$/.test(sql)) unsorted.push(sql);
}

/** Table of which a statement locks rows and waits for them. */
function lockedBy(sql: string): string | undefined {
  if (/for (no key )?update$/.test(sql)) return /from "(\w+)"/.exec(sql)?.[1];
  return /^update "(\w+)"/.exec(sql)?.[1];
}

describe.skipIf(testDialect !== "postgres")("every operation", () => {
  let clinic: Clinic;
  let stop: () => void;

  beforeAll(async () => {
    stop = listen();
    clinic = await Clinic.open();
    operation = "the way of a session";
    const addressed = await everythingAddressed(clinic);
    for (const [id, { input, as }] of Object.entries(sampleRequests(clinic, addressed))) {
      operation = id;
      await clinic.call(as, id as OperationId, input);
    }
    operation = "moving and calling off";
    const id = await clinic.sessionIn("scheduled", { resource: "Box 2", offer: "Rehabilitation with equipment" });
    await clinic.call("organization", "scheduling.reschedule", { session_id: id, new_datetime: clinic.nextSlot() });
    await clinic.call("organization", "scheduling.cancel", { session_id: id, reason: "no time" });
    operation = "an agent";
    const agent = await TestAgent.for(clinic, "organization", { scopes: ["schedule:write"] });
    const wish = {
      service_id: clinic.id("Physiotherapy session"),
      provider_id: clinic.id("Camila Rojas"),
      client_id: clinic.id("Pedro"),
      starts_at: clinic.nextSlot(),
    };
    await agent.call("scheduling.book", wish);
  }, 120_000);

  afterAll(async () => {
    stop();
    await clinic.close();
  });

  it("takes the rows that others wait for in one order", () => {
    const operations = (least: number) =>
      new Set(transactions.filter(({ tables }) => tables.length >= least).map((one) => one.operation)).size;
    expect(operations(1)).toBeGreaterThan(20);
    expect(operations(2)).toBeGreaterThan(8);
    const otherwise = transactions
      .filter(
        ({ tables }) => tables.join() !== tables.toSorted((one, two) => ORDER.indexOf(one) - ORDER.indexOf(two)).join(),
      )
      .map(({ operation: name, tables }) => `${name}: ${tables.join(" > ")}`);
    expect(otherwise).toEqual([]);
  });

  it("takes several rows of one table by their ids", () => {
    expect(unsorted).toEqual([]);
  });
});
