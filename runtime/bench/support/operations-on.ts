import { closedLoop, floorUnit, median, nodeUnit, percentile, type Seen, type Unit } from "./load.ts";
import { type Operation, type OperationName, operations } from "./operations.ts";
import { type Recording, record } from "./record.ts";
import { Server } from "./server.ts";
import type { Dialect, Stage } from "./stage.ts";

/** Requests on the way at once: SQLite does one thing at a time, PostgreSQL several. */
export const CONCURRENCY: Readonly<Record<Dialect, number>> = { sqlite: 4, postgres: 8 };

/** Numbers inputs, so that no two bookings of a database want the same place. */
export class Inputs {
  readonly #stage: Stage;
  readonly #taken = new Map<OperationName, number>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** The next input of an operation. */
  next(name: OperationName) {
    const n = this.#taken.get(name) ?? 0;
    this.#taken.set(name, n + 1);
    return operations[name].input(this.#stage.cast, n);
  }

  /** The number of the next input; two are used up by a recording. */
  reserve(name: OperationName, count: number): number {
    const n = this.#taken.get(name) ?? 0;
    this.#taken.set(name, n + count);
    return n;
  }

  taken(name: OperationName): number {
    return this.#taken.get(name) ?? 0;
  }
}

/** Records what the node does for each of these operations. */
export async function recordAll(
  stage: Stage,
  inputs: Inputs,
  names: readonly OperationName[],
): Promise<Record<string, Recording[]>> {
  const recordings: Record<string, Recording[]> = {};
  for (const name of names) {
    const operation: Operation = operations[name];
    recordings[name] = await record(stage.location, {
      cast: stage.cast,
      operation,
      first: inputs.reserve(name, 2),
    });
  }
  return recordings;
}

/** What several rounds showed of one server. */
export interface Summary {
  readonly rate: number;
  readonly processor: number;
  readonly p50: number;
  readonly p99: number;
}

export function summaryOf(rounds: readonly Seen[]): Summary {
  const latencies = rounds.flatMap((round) => round.latencies).toSorted((one, other) => one - other);
  return {
    rate: median(rounds.map((round) => round.rate)),
    processor: median(rounds.map((round) => round.processor)),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  };
}

/** How much longer than the others the first round is: a node that has just started is still being compiled. */
const WARM_UP = 4;

/** Runs units of several servers in turns, and answers the rounds of each; the first round only warms up. */
export async function inTurns(
  units: readonly { readonly server: Server; readonly unit: Unit }[],
  load: { readonly rounds: number; readonly concurrency: number; readonly milliseconds: number },
): Promise<Seen[][]> {
  const seen: Seen[][] = units.map(() => []);
  for (let round = 0; round <= load.rounds; round++) {
    for (const offset of units.keys()) {
      const index = (round + offset) % units.length;
      const { server, unit } = units[index] as (typeof units)[number];
      const milliseconds = load.milliseconds * (round === 0 ? WARM_UP : 1);
      const one = await closedLoop(server, unit, { ...load, milliseconds });
      if (round > 0) seen[index]?.push(one);
    }
  }
  return seen;
}

/** The median, over the rounds, of how the rate of the first relates to that of the second. */
export function ratioOf([ours = [], theirs = []]: readonly Seen[][]): number {
  return median(ours.map((round, index) => round.rate / (theirs[index]?.rate ?? Number.NaN)));
}

/** A node and its floor on the same database. */
export async function startPair(
  stage: Stage,
  inputs: Inputs,
  names: readonly OperationName[],
): Promise<{ readonly node: Server; readonly floor: Server; stop(): Promise<void> }> {
  const { location, dialect } = stage;
  const recordings = await recordAll(stage, inputs, names);
  const node = await Server.start({ role: "node", location, dialect });
  const floor = await Server.start({ role: "floor", location, dialect, recordings });
  return {
    node,
    floor,
    async stop() {
      await node.stop();
      await floor.stop();
    },
  };
}

/** The units of an operation for a node and for its floor; both take from the same inputs. */
export function unitsOf(
  pair: { readonly node: Server; readonly floor: Server },
  { stage, inputs, name }: { readonly stage: Stage; readonly inputs: Inputs; readonly name: OperationName },
) {
  const next = () => inputs.next(name);
  return [
    { server: pair.node, unit: nodeUnit(pair.node, stage.cast, operations[name], next) },
    { server: pair.floor, unit: floorUnit(pair.floor, name, operations[name], next) },
  ] as const;
}
