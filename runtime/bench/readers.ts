/**
 * What readers feel while sixteen writers book without a pause: ours, with a connection for reading beside the one for
 * writing, against a node that has one SQLite connection for everything.
 */
import { type Bench, type Finding, ratio } from "./support/findings.ts";
import { closedLoop, median, nodeUnit, percentile } from "./support/load.ts";
import { operations } from "./support/operations.ts";
import { Inputs } from "./support/operations-on.ts";
import { plantSessions } from "./support/plant.ts";
import { Server } from "./support/server.ts";
import { openStage } from "./support/stage.ts";

const WRITERS = 16;
const READERS = 2;
const ROUNDS = 3;
const ROUND_MS = 2000;
const GOAL = 5;

export const readersBench: Bench = async ({ dialects, effort }) => {
  if (!dialects.includes("sqlite")) return [];
  const stage = await openStage("sqlite");
  const servers: Server[] = [];
  try {
    await plantSessions(stage, 1000);
    const inputs = new Inputs(stage);
    const { location, dialect, cast } = stage;
    for (const role of ["node", "shared"] as const) servers.push(await Server.start({ role, location, dialect }));
    const seen = new Map<Server, number[]>(servers.map((server) => [server, []]));
    for (let round = 0; round <= ROUNDS; round++) {
      for (const server of servers) {
        const write = nodeUnit(server, cast, operations.book, () => inputs.next("book"));
        const read = nodeUnit(server, cast, operations.get_state, () => inputs.next("get_state"));
        const milliseconds = ROUND_MS * effort;
        const [written, reads] = await Promise.all([
          closedLoop(server, write, { concurrency: WRITERS, milliseconds }),
          closedLoop(server, read, { concurrency: READERS, milliseconds }),
        ]);
        if (round === 0) continue;
        const p99 = percentile(reads.latencies, 0.99);
        seen.get(server)?.push(p99);
        const name = server === servers[0] ? "ours" : "one connection";
        console.log(
          `  ${name.padEnd(15)} reads: median ${percentile(reads.latencies, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${reads.rate.toFixed(0)}/s beside ${written.rate.toFixed(0)} bookings/s`,
        );
      }
    }
    const [ours = Number.NaN, shared = Number.NaN] = servers.map((server) => median(seen.get(server) ?? []));
    const finding: Finding = {
      goal: `reads beside ${WRITERS} writers, sqlite: p99 at least ${GOAL} times better than with one connection`,
      seen: ratio(shared / ours),
      met: shared / ours >= GOAL,
    };
    return [finding];
  } finally {
    for (const server of servers) await server.stop();
    await stage.drop();
  }
};
