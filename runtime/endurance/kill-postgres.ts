import { setTimeout as pause } from "node:timers/promises";
import { Chance } from "./chance.ts";
import { Campaign, type CampaignFigures, figuresOf } from "./crash/campaign.ts";
import { type DurablePostgres, startDurablePostgres } from "./crash/durable-postgres.ts";
import { giveEvidenceKey, plantHouse } from "./crash/house.ts";
import { NodeUnderFire } from "./crash/node-under-fire.ts";
import { enduranceScript, type RunOptions, runEndurance, wholeNumber } from "./script.ts";

export interface KillPostgresOptions {
  /** The server, with an empty database. */
  readonly server: DurablePostgres;
  /** How often the server is killed. */
  readonly kills: number;
  /** Writers side by side. */
  readonly writers: number;
  readonly seed: number;
}

/** Milliseconds of load before a kill, and of absence after it. */
const MOST_LOAD_MS = 2_000;
const MOST_ABSENCE_MS = 1_000;

/**
 * Kills a PostgreSQL server with `kill -9` at random moments while a node writes to it, starts it again on the same data,
 * and examines in the end what is left. The node runs on all the while.
 * @throws {Error} naming what was lost, done twice, left half done or never told
 */
export async function killPostgres({ server, kills, writers, seed }: KillPostgresOptions): Promise<CampaignFigures> {
  const chance = new Chance(seed);
  const house = await plantHouse(server.url, writers);
  const node = new NodeUnderFire(server.url);
  const url = await node.url();
  const campaign = await Campaign.prepare(house, url, writers);
  try {
    const stop = new AbortController();
    const driving = campaign.load.drive(url, { stop: stop.signal, staysAlive: true });
    // A surprise of the load ends the run at once.
    driving.catch(() => stop.abort());
    await killAgainAndAgain(server, { kills, chance, stop: stop.signal, after: () => campaign.replayLast(url) });
    stop.abort();
    await driving;
    return await campaign.conclude(url);
  } finally {
    await node.kill();
    await campaign.close();
  }
}

async function killAgainAndAgain(
  server: DurablePostgres,
  { kills, chance, stop, after }: { kills: number; chance: Chance; stop: AbortSignal; after: () => Promise<void> },
): Promise<void> {
  for (let killed = 0; killed < kills && !stop.aborted; killed += 1) {
    await pause(chance.between(50, MOST_LOAD_MS));
    await server.kill();
    await pause(chance.between(0, MOST_ABSENCE_MS));
    await server.start();
    await after();
  }
}

async function main({ kills, writers, seed }: RunOptions & { kills: number; writers: number }): Promise<void> {
  const began = performance.now();
  giveEvidenceKey();
  const server = await startDurablePostgres();
  try {
    const figures = await killPostgres({ server, kills, writers, seed });
    const seconds = Math.round((performance.now() - began) / 1000);
    const refused = `${figures.putOff} answers 503 or in progress`;
    console.log(`kill -9 of PostgreSQL, ${kills} times: ${refused}; ${figuresOf(figures)}; ${seconds} s, seed ${seed}`);
  } finally {
    await server.remove();
  }
}

if (import.meta.main) {
  await runEndurance(
    enduranceScript(
      "kill-postgres",
      "Kills the PostgreSQL server (fsync on) under a node that writes; always PostgreSQL.",
    )
      .option("--kills <number>", "how often", wholeNumber, 50)
      .option("--writers <number>", "writers side by side", wholeNumber, 8)
      .action(main),
  );
}
