import { Command } from "commander";
import { allRequirements } from "../artefacts.ts";
import { readCertification } from "../certification.ts";
import type { MutantSet } from "./define-mutants.ts";
import { discoverMutants } from "./discover-mutants.ts";
import { type Hunted, hunt, judgeGood } from "./hunt.ts";
import { HuntingGround } from "./hunting-ground.ts";
import {
  type Catch,
  catchesOf,
  digestOfHunt,
  type MutationScore,
  readScore,
  scoreOf,
  writeScore,
} from "./mutation-score.ts";

interface ScoreOptions {
  readonly only: readonly string[];
  readonly stale?: true;
  readonly nodes: string;
}

type Job = (ground: HuntingGround) => Promise<void>;

/** Everything that a hunt brings in, told line by line and added to the published score as it comes. */
class Bag {
  readonly why = new Map<string, string>();
  readonly problems: string[] = [];
  hunted = 0;

  /** Hunts all faulty nodes of a requirement, whose good node has to pass first. */
  async huntAll(ground: HuntingGround, set: MutantSet): Promise<void> {
    const node = await ground.nodeFor(set.requirement);
    const good = await judgeGood(node, set.requirement, set.good);
    if (good.verdict !== "PASS" || (good.active && set.good === undefined))
      this.#problem(`${set.requirement}: the good node gets ${good.verdict} ${good.why}`);
    const digest = digestOfHunt(set.requirement);
    const caught: Hunted[] = [];
    for (const mutant of set.mutants) {
      const found = await hunt(node, set, mutant);
      const counts = good.verdict === "PASS" && found.killed;
      caught.push({ ...found, killed: counts });
      if (counts) continue;
      const seen = found.active ? found.verdict : `${found.verdict}, and its fault never showed`;
      this.#problem(`${set.requirement}: a node that ${mutant.fault} gets ${seen} ${found.why}`);
    }
    this.hunted += caught.length;
    keep(set.requirement, { caught, digest });
    process.stdout.write(`${set.requirement} ${caught.filter(({ killed }) => killed).length}/${caught.length}\n`);
  }

  /** Finds out why no faulty node of a requirement can be told from a good one. */
  async excuse(ground: HuntingGround, { id, keyword }: { id: string; keyword: string }): Promise<void> {
    const excluded = readCertification().excluded.get(id);
    if (excluded !== undefined) return void this.why.set(id, `no case can judge it: ${excluded.trim()}`);
    if (keyword === "MAY") return void this.why.set(id, "it permits something, and no node breaks a permission");
    const { verdict, why } = await judgeGood(await ground.nodeFor(id), id);
    this.why.set(id, verdict === "PASS" ? "none is written yet" : `the reference node gets ${verdict}: ${why}`);
  }

  #problem(text: string): void {
    this.problems.push(text);
    process.stderr.write(`${text}\n`);
  }
}

/** The published score; an empty one before the first hunt. */
function currentScore(): MutationScore {
  try {
    return readScore();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return scoreOf([], new Map());
  }
}

/** Counts the published score anew, with one requirement hunted again, or with the reasons of those that have no fault. */
function keep(
  requirement: string | null,
  news: { caught?: readonly Catch[]; digest?: string; why?: Bag["why"] },
): void {
  const before = currentScore();
  const rest = catchesOf(before).filter((one) => one.requirement !== requirement);
  const why = new Map(before.withoutMutant.map((one) => [one.requirement, one.why]));
  const digests = new Map(Object.entries(before.digests));
  if (requirement !== null && news.digest !== undefined) digests.set(requirement, news.digest);
  writeScore(scoreOf([...rest, ...(news.caught ?? [])], new Map([...why, ...(news.why ?? [])]), digests));
}

/** Forgets what there is no fault for any more. */
function prune(sets: readonly MutantSet[]): void {
  const score = currentScore();
  const there = new Set<string>(sets.map(({ requirement }) => requirement));
  const caught = catchesOf(score).filter(({ requirement }) => there.has(requirement));
  const why = new Map(score.withoutMutant.map((one) => [one.requirement, one.why]));
  writeScore(scoreOf(caught, why, new Map(Object.entries(score.digests))));
}

/** Whether the score of a requirement still speaks of its faults and of its case as they are. */
function isScored({ requirement, mutants }: MutantSet, score: MutationScore): boolean {
  const known = score.mutants[requirement] ?? {};
  const asWritten = mutants.every(({ fault }) => known[fault] === "killed");
  return asWritten && score.digests[requirement] === digestOfHunt(requirement);
}

/** Works through jobs with several grounds side by side: what moves a clock disturbs nobody else's. */
async function workThrough(jobs: readonly Job[], width: number): Promise<void> {
  const waiting = [...jobs];
  const worker = async () => {
    const ground = new HuntingGround();
    try {
      for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await job(ground);
    } finally {
      await ground.stop();
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
}

async function score({ only, stale, nodes }: ScoreOptions): Promise<void> {
  const concerns = (id: string) => only.length === 0 || only.some((one) => id.startsWith(one));
  const sets = await discoverMutants();
  prune(sets);
  const hit = new Set<string>(sets.map(({ requirement }) => requirement));
  const wanted = sets.filter((set) => concerns(set.requirement) && !(stale && isScored(set, currentScore())));
  const spared = allRequirements().filter(({ id }) => concerns(id) && !hit.has(id));
  const bag = new Bag();
  const started = performance.now();
  const hunts = wanted.map(
    (set): Job =>
      (ground) =>
        bag.huntAll(ground, set),
  );
  const excuses = spared.map(
    (requirement): Job =>
      (ground) =>
        bag.excuse(ground, requirement),
  );
  await workThrough([...hunts, ...excuses], Math.max(1, Number(nodes) || 1));
  keep(null, { why: bag.why });
  const { killed, total } = readScore();
  const each = ((performance.now() - started) / 1000 / Math.max(1, bag.hunted)).toFixed(1);
  for (const [id, why] of bag.why) process.stdout.write(`${id} has none: ${why}\n`);
  process.stdout.write(`${bag.hunted} faulty nodes hunted, ${each} s each; ${killed} of ${total} are caught\n`);
  if (bag.problems.length > 0) process.exitCode = 1;
}

await new Command("score")
  .description("hunts faulty nodes, and writes how many were caught to certification/mutation-score.json")
  .option("--only <id...>", "requirements, or beginnings of their ids", [])
  .option("--stale", "only what has changed since it was hunted: a fault or the case")
  .option("--nodes <count>", "good nodes to hunt on side by side", "1")
  .action(score)
  .parseAsync();
