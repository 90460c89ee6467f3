/** How far the slowest answers lie from the usual ones while the node does half of what it can. */
import { type Bench, type Finding, ratio } from "./support/findings.ts";
import { closedLoop, nodeUnit, openLoop, percentile, type Unit } from "./support/load.ts";
import { operations } from "./support/operations.ts";
import { Inputs } from "./support/operations-on.ts";
import { plantSessions } from "./support/plant.ts";
import { Server } from "./support/server.ts";
import { openStage, type Stage } from "./support/stage.ts";

const GOAL = 5;
const SATURATION_MS = 3000;
const MEASURED_MS = 8000;

/** Of so many calls, one books; the others read. */
const BOOKS_ONE_IN = 5;

export const tailBench: Bench = async ({ dialects, effort }) => {
  const findings: Finding[] = [];
  for (const dialect of dialects) {
    const stage = await openStage(dialect);
    const server = await startOn(stage);
    try {
      const unit = mixed(stage, server);
      await closedLoop(server, unit, { concurrency: 16, milliseconds: SATURATION_MS * effort });
      const { rate } = await closedLoop(server, unit, { concurrency: 16, milliseconds: SATURATION_MS * effort });
      const latencies = await openLoop(unit, { rate: rate / 2, milliseconds: MEASURED_MS * effort });
      const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
      console.log(
        `  ${dialect}: ${(rate / 2).toFixed(0)} of ${rate.toFixed(0)}/s, median ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
      );
      findings.push({
        goal: `a mix with one booking in ${BOOKS_ONE_IN} at half of saturation, ${dialect}: p99 below ${GOAL} times the median`,
        seen: ratio(p99 / p50),
        met: p99 / p50 < GOAL,
      });
    } finally {
      await server.stop();
      await stage.drop();
    }
  }
  return findings;
};

async function startOn(stage: Stage): Promise<Server> {
  await plantSessions(stage, 10_000);
  return Server.start({ role: "node", location: stage.location, dialect: stage.dialect });
}

function mixed(stage: Stage, server: Server): Unit {
  const inputs = new Inputs(stage);
  const book = nodeUnit(server, stage.cast, operations.book, () => inputs.next("book"));
  const read = nodeUnit(server, stage.cast, operations.get_state, () => inputs.next("get_state"));
  let n = 0;
  return () => (n++ % BOOKS_ONE_IN === 0 ? book() : read());
}
