/**
 * What each operation costs over the floor: the same statements, sent by bare Fastify over the raw driver, at every size
 * of the database; and whether it stays as fast while the database grows.
 */
import { type Bench, type Finding, ratio } from "./support/findings.ts";
import { type OperationName, operations } from "./support/operations.ts";
import {
  CONCURRENCY,
  Inputs,
  inTurns,
  ratioOf,
  type Summary,
  startPair,
  summaryOf,
  unitsOf,
} from "./support/operations-on.ts";
import { plantSessions, plantStock, STOCK } from "./support/plant.ts";
import { type Dialect, openStage, type Stage } from "./support/stage.ts";

/** Share of the floor's bookings that the node has to reach. */
const GOALS = { sqlite: 0.5, postgres: 0.6 } as const;

/** How much slower an operation may become on the way from the smallest size to the largest. */
const GROWTH = 1.5;

const ROUNDS = 3;
const ROUND_MS = 600;

const names = Object.keys(operations) as OperationName[];

interface Seen {
  readonly ratio: number;
  readonly node: Summary;
  readonly floor: Summary;
}

export const operationsBench: Bench = async ({ dialects, sessions, effort }) => {
  const findings: Finding[] = [];
  for (const dialect of dialects) {
    const stage = await openStage(dialect);
    const inputs = new Inputs(stage);
    const seen = new Map<OperationName, Map<number, Seen>>(names.map((name) => [name, new Map()]));
    try {
      for (const size of sessions) {
        const begin = performance.now();
        await plantSessions(stage, size);
        console.log(`${dialect}, ${size} sessions (planted in ${((performance.now() - begin) / 1000).toFixed(0)} s)`);
        for (const [name, one] of await measureAll(stage, inputs, effort)) seen.get(name)?.set(size, one);
      }
    } finally {
      await stage.drop();
    }
    findings.push(...findingsOf(dialect, seen));
  }
  return findings;
};

async function measureAll(stage: Stage, inputs: Inputs, effort: number): Promise<Map<OperationName, Seen>> {
  const seen = new Map<OperationName, Seen>();
  const pair = await startPair(stage, inputs, names);
  try {
    for (const name of names) {
      const units = unitsOf(pair, { stage, inputs, name });
      const load = { rounds: ROUNDS, concurrency: CONCURRENCY[stage.dialect], milliseconds: ROUND_MS * effort };
      const rounds = await inTurns(units, load);
      const [node, floor] = rounds.map(summaryOf) as [Summary, Summary];
      const one = { ratio: ratioOf(rounds), node, floor };
      seen.set(name, one);
      console.log(`  ${name.padEnd(29)} ${ratio(one.ratio)} of the floor; ${tell(node)}; floor ${tell(floor)}`);
    }
    await refillStock(stage, inputs);
  } finally {
    await pair.stop();
  }
  return seen;
}

const tell = ({ rate, p50, p99, processor }: Summary) =>
  `${rate.toFixed(0)}/s, median ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${(processor / 1000).toFixed(2)} ms of processor`;

const LIVED: OperationName = "confirm, check in, check out";
const stocked = new WeakMap<Inputs, number>();

/** Plants as many sessions to be lived through as the next size can use up. */
async function refillStock(stage: Stage, inputs: Inputs): Promise<void> {
  const planted = stocked.get(inputs) ?? 2 * STOCK;
  if (planted - inputs.taken(LIVED) > STOCK) return;
  await plantStock(stage, planted);
  stocked.set(inputs, planted + STOCK);
}

function findingsOf(dialect: Dialect, seen: ReadonlyMap<OperationName, ReadonlyMap<number, Seen>>): Finding[] {
  const findings: Finding[] = [];
  for (const [size, one] of seen.get("book") ?? []) {
    findings.push({
      goal: `booking at ${size} sessions, ${dialect}: at least ${GOALS[dialect]} of the floor`,
      seen: ratio(one.ratio),
      met: one.ratio >= GOALS[dialect],
    });
  }
  for (const [name, sizes] of seen) {
    const medians = [...sizes.values()].map(({ node }) => node.p50);
    const [first = Number.NaN] = medians;
    const growth = (medians.at(-1) ?? Number.NaN) / first;
    if (sizes.size < 2) continue;
    const [smallest, largest] = [[...sizes.keys()][0], [...sizes.keys()].at(-1)];
    findings.push({
      goal: `${name}, ${dialect}: from ${smallest} to ${largest} sessions at most ${GROWTH} times slower`,
      seen: ratio(growth),
      met: growth <= GROWTH,
    });
  }
  return findings;
}
