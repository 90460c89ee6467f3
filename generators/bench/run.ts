import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { protocolEntryPoint } from "../src/entry-point.ts";
import { runChain, STEPS } from "./chain.ts";
import { best, type Time } from "./measure.ts";
import { type OurTimes, runOurs, type Subject } from "./ours.ts";
import { writeSyntheticSpec } from "./synthetic-spec.ts";

/** In which the usual chain finds its emitters. */
const CHAIN_ENTRY = fileURLToPath(new URL("peer/main.tsp", import.meta.url));
const TARGETS = { first: undefined, cold: 1.2, warm: 0.35, check: 1.5, diff: 2 } as const;
const LEAST_RATIO = 3;
const SIZES = [36, 360] as const;

type Row = keyof typeof TARGETS;
const ROWS = Object.keys(TARGETS) as Row[];

const rounds = Number(process.argv[2] ?? 3);
const scratch = mkdtempSync(join(tmpdir(), "servicialo-bench-"));
try {
  const processor = cpus()[0]?.model ?? "an unknown processor";
  console.log(`Node ${process.version}, ${availableParallelism()} cores of ${processor}; best of ${rounds} runs.`);
  console.log("Seconds by the wall clock / of the processor. All artefacts of all versions.\n");
  const ratio = protocolAgainstChain();
  growth();
  const [load = 0] = loadavg();
  if (load > availableParallelism()) {
    console.log(`\nOther programs kept the machine busy (load ${load.toFixed(1)}): trust the ratios, not the seconds.`);
  }
  if (ratio < LEAST_RATIO) {
    console.error(`A cold run is only ${ratio.toFixed(1)} times faster than the chain, not ${LEAST_RATIO} times.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Both in turn, so that what else the machine does hits both. Gives the ratio of processor times. */
function protocolAgainstChain(): number {
  const subject: Subject = { entryPoint: protocolEntryPoint(), compared: comparedOf(protocolEntryPoint()) };
  const runs = Array.from({ length: rounds }, () => ({
    ours: runOurs(subject, scratch),
    chain: runChain(CHAIN_ENTRY, scratch),
  }));
  const ours = bestOf(runs.map((run) => run.ours));
  const chain = best(runs.map((run) => run.chain.total));
  console.log("The protocol             wall / cpu     target");
  for (const row of ROWS) console.log(line(`  ${row}`, ours[row], TARGETS[row]));
  console.log("The usual chain on it, one program after the other");
  for (const step of STEPS) {
    const times = runs.map((run) => run.chain.steps.get(step)).filter((time) => time !== undefined);
    console.log(line(`  ${step}`, best(times)));
  }
  console.log(line("  together", chain));
  const ratios = ratioOf(chain, ours.cold as Time);
  console.log(`Ratio, chain to cold     ${figures(ratios)}    at least ${LEAST_RATIO}`);
  console.log(`Ratio, chain to first    ${figures(ratioOf(chain, ours.first as Time))}\n`);
  return ratios.processor;
}

/** The same on made-up specifications of 36 and of 360 operations. */
function growth(): void {
  const [small, large] = SIZES.map((size) => {
    const entryPoint = writeSyntheticSpec(join(scratch, `of-${size}`), size);
    const changed = writeSyntheticSpec(join(scratch, `of-${size}-changed`), size, "changed");
    const subject: Subject = { entryPoint, compared: [dirname(entryPoint), dirname(changed)] };
    return bestOf(Array.from({ length: rounds }, () => runOurs(subject, scratch)));
  });
  if (!small || !large) return;
  console.log(
    `Growth                   ${SIZES[0]} operations   ${SIZES[1]} operations   ratio (linear: ${SIZES[1] / SIZES[0]})`,
  );
  for (const row of ROWS) {
    const [before, after] = [small[row], large[row]];
    if (before === undefined || after === undefined) console.log(line(`  ${row}`, undefined));
    else
      console.log(
        `${`  ${row}`.padEnd(25)}${figures(before)}    ${figures(after)}    ${figures(ratioOf(after, before))}`,
      );
  }
}

function comparedOf(entryPoint: string): readonly [string, string] {
  const revision = process.env["BENCH_BASE"];
  return revision === undefined ? ["0.8", "0.9-draft"] : [revision, dirname(entryPoint)];
}

function bestOf(runs: readonly OurTimes[]): Record<Row, Time | undefined> {
  const of = (row: Row) => {
    const times = runs.map((run) => run[row]).filter((time) => time !== undefined);
    return times.length === 0 ? undefined : best(times);
  };
  return { first: of("first"), cold: of("cold"), warm: of("warm"), check: of("check"), diff: of("diff") };
}

function ratioOf(a: Time, b: Time): Time {
  return { wall: a.wall / b.wall, processor: a.processor / b.processor };
}

function line(name: string, time: Time | undefined, target?: number): string {
  if (!time) return `${name.padEnd(25)}skipped: this generator has no such command`;
  const wanted = target === undefined ? "" : `    at most ${target}  ${time.wall <= target ? "reached" : "missed"}`;
  return `${name.padEnd(25)}${figures(time)}${wanted}`;
}

function figures({ wall, processor }: Time): string {
  return `${wall.toFixed(2).padStart(5)} / ${processor.toFixed(2).padStart(5)}`;
}
