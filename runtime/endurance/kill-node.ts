import { setTimeout as pause } from "node:timers/promises";
import { Chance } from "./chance.ts";
import { Campaign, type CampaignFigures, figuresOf } from "./crash/campaign.ts";
import { giveEvidenceKey, plantHouse } from "./crash/house.ts";
import { NodeUnderFire } from "./crash/node-under-fire.ts";
import { runAtPlace } from "./place.ts";
import { type DatabaseOptions, enduranceOnDatabase, runEndurance, wholeNumber } from "./script.ts";

export interface KillNodeOptions {
  /** An empty database: a path, or a `postgres://` URL. */
  readonly location: string;
  /** How often the node is killed. */
  readonly kills: number;
  /** Writers side by side. */
  readonly writers: number;
  readonly seed: number;
  /** Is told how far it has come. */
  readonly onKill?: (kills: number) => void;
}

/** One of so many kills hits a node that is only starting. */
const WHILE_STARTING = 0.1;

/** Milliseconds of load before a kill; of start, where it hits that. */
const MOST_LOAD_MS = 2_000;
const MOST_START_MS = 1_500;

/**
 * Kills a node with `kill -9` at random moments while it writes, starts the next one on the same data, and examines in
 * the end what is left.
 * @throws {Error} naming what was lost, done twice, left half done or never told
 */
export async function killNode({
  location,
  kills,
  writers,
  seed,
  onKill,
}: KillNodeOptions): Promise<CampaignFigures & { readonly kills: number }> {
  const chance = new Chance(seed);
  const house = await plantHouse(location, writers);
  let node = new NodeUnderFire(location);
  const campaign = await Campaign.prepare(house, await node.url(), writers);
  try {
    for (let killed = 0; killed < kills; killed += 1) {
      if (killed > 0 && chance.next() < WHILE_STARTING) await pause(chance.between(0, MOST_START_MS));
      else await underLoad(campaign, await node.url(), () => killAfter(node, chance.between(5, MOST_LOAD_MS)));
      await node.kill();
      node = new NodeUnderFire(location);
      onKill?.(killed + 1);
    }
    return { ...(await campaign.conclude(await node.url())), kills };
  } finally {
    await node.kill();
    await campaign.close();
  }
}

async function underLoad(campaign: Campaign, url: string, kill: () => Promise<void>): Promise<void> {
  const stop = new AbortController();
  await campaign.replayLast(url);
  const driving = campaign.load.drive(url, { stop: stop.signal });
  await Promise.race([kill(), driving]);
  stop.abort();
  await driving;
}

async function killAfter(node: NodeUnderFire, milliseconds: number): Promise<void> {
  await pause(milliseconds);
  await node.kill();
}

async function main(options: DatabaseOptions & { kills: number; writers: number }): Promise<void> {
  const { kills, writers, seed } = options;
  giveEvidenceKey();
  const onKill = (killed: number) => killed % 50 === 0 && console.error(`${killed} of ${kills} kills`);
  await runAtPlace(options, async ({ location }) => {
    const figures = await killNode({ location, kills, writers, seed, onKill });
    return [`kill -9 of the node, ${kills} times: ${figuresOf(figures)}`];
  });
}

if (import.meta.main) {
  await runEndurance(
    enduranceOnDatabase(
      "kill-node",
      "Kills the node at random moments under write load; nothing acknowledged may be lost.",
    )
      .option("--kills <number>", "how often", wholeNumber, 300)
      .option("--writers <number>", "writers side by side", wholeNumber, 8)
      .action(main),
  );
}
