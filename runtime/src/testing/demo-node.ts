import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { SandboxClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import { type KeysFile, plantSeed } from "../seed/plant-seed.ts";
import { parseSeedDocument } from "../seed/seed-document.ts";
import { type RunningNode, startNode } from "../serve.ts";
import { type Party, PartyClient } from "./party-client.ts";
import { newTestDatabase } from "./test-database.ts";

const CLINIC = new URL("../../../examples/clinic/clinic.yaml", import.meta.url);

/** Monday morning in Santiago; every test begins here and moves time itself. */
export const TEST_START = Date.parse("2026-03-02T08:00:00-03:00");

/** A node with the demo clinic on a real database, of the kind this run is for, and a real socket. */
export interface DemoNode {
  readonly node: RunningNode;
  readonly clock: SandboxClock;
  readonly keys: KeysFile;
  /** A connection that carries this party's key. */
  as(party: Party): PartyClient;
  /** A connection without a key. */
  readonly stranger: PartyClient;
  close(): Promise<void>;
}

/** Starts a node for a test; `close` stops it and removes its database. */
export async function startDemoNode(overrides: Partial<Parameters<typeof readConfig>[1]> = {}): Promise<DemoNode> {
  const database = await newTestDatabase();
  const clock = new SandboxClock({ now: () => TEST_START });
  const config = readConfig(
    {},
    {
      database: database.location,
      port: 0,
      sandboxClock: true,
      logLevel: "silent",
      publicRateLimit: 100_000,
      publicOrganizationRateLimit: 100_000,
      ...overrides,
    },
  );
  const node = await startNode(config, clock);
  const document = parseSeedDocument(parse(await readFile(CLINIC, "utf8")));
  const keys = await node.services.database.transaction((tx) => plantSeed(tx, clock, document));
  return {
    node,
    clock,
    keys,
    as: (party) => new PartyClient(node.url, keys, party),
    stranger: new PartyClient(node.url, keys, null),
    async close() {
      await node.close();
      await database.drop();
    },
  };
}
