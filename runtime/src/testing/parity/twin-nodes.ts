import { SandboxClock } from "../../clock.ts";
import { outboxOf } from "../../events/outbox.ts";
import { startNode } from "../../serve.ts";
import { copyDatabase } from "../../storage/copy-database.ts";
import type { Clinic } from "../clinic.ts";
import type { DemoNode } from "../demo-node.ts";
import { PartyClient } from "../party-client.ts";
import { storedRows } from "../stored-rows.ts";
import { newTestDatabase } from "../test-database.ts";

/** A second node with the same data, the same keys and the same time; it goes by the address of the first. */
export async function twinOf({ demo }: Clinic): Promise<DemoNode> {
  const database = await newTestDatabase({ blank: true });
  await copyDatabase(demo.node.services.config.database, database.location);
  const now = demo.clock.now();
  const clock = new SandboxClock({ now: () => now });
  const node = await startNode({ ...demo.node.services.config, database: database.location }, clock);
  return {
    node,
    clock,
    keys: demo.keys,
    as: (party) => new PartyClient(node.url, demo.keys, party),
    stranger: new PartyClient(node.url, demo.keys, null),
    async close() {
      await node.close();
      await database.drop();
    },
  };
}

/** Columns that tell through which door a request came, and nothing of what it did. */
const OF_THE_DOOR: Readonly<Record<string, readonly string[]>> = {
  // Digest of the bytes that came over HTTP.
  idempotency_records: ["fingerprint"],
};

/** Everything that a node has stored, once what was in line is sent. */
export async function stateOf(demo: DemoNode): Promise<Record<string, unknown[]>> {
  await outboxOf(demo.node.services).drain();
  const tables = Object.entries(await storedRows(demo));
  return Object.fromEntries(
    tables.map(([table, rows]) => [table, rows.map((row) => withoutDoor(table, JSON.parse(row)))]),
  );
}

function withoutDoor(table: string, row: Record<string, unknown>): Record<string, unknown> {
  const hidden = OF_THE_DOOR[table] ?? [];
  return Object.fromEntries(Object.entries(row).filter(([column]) => !hidden.includes(column)));
}
