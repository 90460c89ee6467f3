/** The node's booking against the same booking by the ORM's entity manager, behind the same door. */
import { type Bench, type Finding, ratio } from "./support/findings.ts";
import { nodeUnit } from "./support/load.ts";
import { operations } from "./support/operations.ts";
import { CONCURRENCY, Inputs, inTurns, ratioOf, summaryOf } from "./support/operations-on.ts";
import { plantSessions } from "./support/plant.ts";
import { Server } from "./support/server.ts";
import { openStage } from "./support/stage.ts";

const GOAL = 2;
const ROUNDS = 5;
const ROUND_MS = 1000;

export const entitiesBench: Bench = async ({ dialects, effort }) => {
  const findings: Finding[] = [];
  for (const dialect of dialects) {
    const stage = await openStage(dialect);
    const servers: Server[] = [];
    try {
      await plantSessions(stage, 10_000);
      for (const role of ["node", "entities"] as const)
        servers.push(await Server.start({ role, location: stage.location, dialect }));
      const inputs = new Inputs(stage);
      const units = servers.map((server) => ({
        server,
        unit: nodeUnit(server, stage.cast, operations.book, () => inputs.next("book")),
      }));
      const load = { rounds: ROUNDS, concurrency: CONCURRENCY[dialect], milliseconds: ROUND_MS * effort };
      const rounds = await inTurns(units, load);
      const times = ratioOf(rounds);
      const [ours, theirs] = rounds.map(summaryOf);
      const byProcessor = (theirs?.processor ?? Number.NaN) / (ours?.processor ?? Number.NaN);
      console.log(
        `  ${dialect}: ${ratio(times)} times by throughput, ${ratio(byProcessor)} by processor time (${ours?.rate.toFixed(0)}/s, ${theirs?.rate.toFixed(0)}/s)`,
      );
      findings.push({
        goal: `booking, ${dialect}: at least ${GOAL} times as fast as by an entity manager`,
        seen: ratio(times),
        met: times >= GOAL,
      });
    } finally {
      for (const server of servers) await server.stop();
      await stage.drop();
    }
  }
  return findings;
};
