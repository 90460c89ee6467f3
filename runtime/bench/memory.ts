/** Whether the node keeps what it should let go: its heap after many requests, against its heap once it was warm. */
import { type Bench, type Finding, ratio } from "./support/findings.ts";
import { nodeUnit } from "./support/load.ts";
import { operations } from "./support/operations.ts";
import { Inputs } from "./support/operations-on.ts";
import { plantSessions } from "./support/plant.ts";
import { Server } from "./support/server.ts";
import { openStage } from "./support/stage.ts";

const REQUESTS = 100_000;
/** Share of them after which the node counts as warm. */
const WARM = 0.2;
const CONCURRENCY = 16;
const BOOKS_ONE_IN = 50;

/** Growth of the heap that still counts as flat: as a factor. */
const GOAL = 1.1;

export const memoryBench: Bench = async ({ dialects, effort }) => {
  const requests = Math.round(REQUESTS * Math.min(1, effort));
  const findings: Finding[] = [];
  // Where its data is changes little about the node's own memory: one database is enough.
  for (const dialect of dialects.slice(0, 1)) {
    const stage = await openStage(dialect);
    const server = await startOn(stage.location, dialect);
    try {
      await plantSessions(stage, 10_000);
      const inputs = new Inputs(stage);
      const book = nodeUnit(server, stage.cast, operations.book, () => inputs.next("book"));
      const read = nodeUnit(server, stage.cast, operations.get_state, () => inputs.next("get_state"));
      const list = nodeUnit(server, stage.cast, operations.list, () => inputs.next("list"));
      let sent = 0;
      const until = async (total: number) => {
        const worker = async () => {
          while (sent < total) {
            const n = sent++;
            await (n % BOOKS_ONE_IN === 0 ? book() : n % 2 === 0 ? read() : list());
          }
        };
        await Promise.all(Array.from({ length: CONCURRENCY }, worker));
        return (await server.usage(true)).heap;
      };
      const warm = await until(requests * WARM);
      const end = await until(requests);
      const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
      console.log(`  ${dialect}: heap ${megabytes(warm)} MB, after ${requests} requests ${megabytes(end)} MB`);
      findings.push({
        goal: `heap after ${requests} requests, ${dialect}: at most ${GOAL} times that after ${requests * WARM}`,
        seen: ratio(end / warm),
        met: end / warm <= GOAL,
      });
    } finally {
      await server.stop();
      await stage.drop();
    }
  }
  return findings;
};

function startOn(location: string, dialect: "sqlite" | "postgres"): Promise<Server> {
  return Server.start({ role: "node", location, dialect });
}
