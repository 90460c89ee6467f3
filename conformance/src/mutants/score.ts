import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { allRequirements } from "../artefacts.ts";
import { readCertification } from "../certification.ts";
import type { MutantSet } from "./define-mutants.ts";
import { discoverMutants } from "./discover-mutants.ts";
import { type Hunted, hunt, judgeGood } from "./hunt.ts";
import { HuntingGround } from "./hunting-ground.ts";
import { SCORE_FILE, scoreOf } from "./mutation-score.ts";

interface ScoreOptions {
  readonly only: readonly string[];
  readonly nodes: string;
}

type Job = (ground: HuntingGround) => Promise<void>;

/** Everything that a hunt brings in, told line by line as it comes. */
class Bag {
  readonly hunted: Hunted[] = [];
  readonly why = new Map<string, string>();
  readonly problems: string[] = [];

  /** Hunts all faulty nodes of a requirement, whose good node has to pass first. */
  async huntAll(ground: HuntingGround, set: MutantSet): Promise<void> {
    const node = await ground.nodeFor(set.requirement);
    const good = await judgeGood(node, set.requirement);
    if (good.verdict !== "PASS" || good.active) this.#problem(`${set.requirement}: the good node gets ${good.verdict}`);
    let killed = 0;
    for (const mutant of set.mutants) {
      const found = await hunt(node, set, mutant);
      const counts = good.verdict === "PASS" && found.killed;
      this.hunted.push({ ...found, killed: counts });
      if (counts) killed += 1;
      else this.#problem(`${set.requirement}: a node that ${mutant.fault} gets ${found.verdict} ${found.why}`);
    }
    process.stdout.write(`${set.requirement} ${killed}/${set.mutants.length}\n`);
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

async function score({ only, nodes }: ScoreOptions): Promise<void> {
  const concerns = (id: string) => only.length === 0 || only.some((one) => id.startsWith(one));
  const sets = (await discoverMutants()).filter(({ requirement }) => concerns(requirement));
  const hit = new Set<string>(sets.map(({ requirement }) => requirement));
  const spared = allRequirements().filter(({ id }) => concerns(id) && !hit.has(id));
  const bag = new Bag();
  const started = performance.now();
  await workThrough(
    [
      ...sets.map(
        (set): Job =>
          (ground) =>
            bag.huntAll(ground, set),
      ),
      ...spared.map(
        (requirement): Job =>
          (ground) =>
            bag.excuse(ground, requirement),
      ),
    ],
    Math.max(1, Number(nodes) || 1),
  );
  const result = scoreOf(bag.hunted, bag.why);
  const seconds = (performance.now() - started) / 1000;
  const each = (seconds / Math.max(1, result.total)).toFixed(1);
  process.stdout.write(`${result.killed} of ${result.total} faulty nodes caught, ${each} s each\n`);
  for (const [id, why] of bag.why) process.stdout.write(`${id} has none: ${why}\n`);
  if (only.length === 0) await writeFile(SCORE_FILE, `${JSON.stringify(result, null, 2)}\n`);
  if (bag.problems.length > 0) process.exitCode = 1;
}

await new Command("score")
  .description("hunts every faulty node, and writes how many were caught to certification/mutation-score.json")
  .option("--only <id...>", "requirements, or beginnings of their ids; nothing is written then", [])
  .option("--nodes <count>", "good nodes to hunt on side by side", "1")
  .action(score)
  .parseAsync();
