/**
 * Thirty days of availability for ten providers, each with a box: how long it takes at 100,000 bookings, and with how many
 * statements, which must depend on neither the days nor the bookings.
 */
import type { Bench, Finding } from "./support/findings.ts";
import { closedLoop, nodeUnit, percentile } from "./support/load.ts";
import { type OperationName, operations } from "./support/operations.ts";
import { Inputs } from "./support/operations-on.ts";
import { plantSessions } from "./support/plant.ts";
import { Server } from "./support/server.ts";
import { openStage, type Stage } from "./support/stage.ts";

const GOAL_MS = 50;
const FEW = 1000;
const MANY = 100_000;
const MEASURED_MS = 4000;

export const monthBench: Bench = async ({ dialects, effort, sessions }) => {
  const findings: Finding[] = [];
  const many = Math.min(MANY, sessions.at(-1) ?? MANY);
  for (const dialect of dialects) {
    const stage = await openStage(dialect);
    try {
      await plantSessions(stage, FEW);
      const counts = [
        await statementsOf(stage, "availability, a week"),
        await statementsOf(stage, "availability, a month"),
      ];
      await plantSessions(stage, Math.max(many, FEW));
      counts.push(await statementsOf(stage, "availability, a month"));
      const p99 = await p99Of(stage, MEASURED_MS * effort);
      console.log(`  ${dialect}: ${counts.join(", ")} statements, p99 ${p99.toFixed(1)} ms`);
      findings.push(
        {
          goal: `a month of availability for 10 providers with boxes at ${many} bookings, ${dialect}: p99 within ${GOAL_MS} ms`,
          seen: `${p99.toFixed(1)} ms`,
          met: p99 <= GOAL_MS,
        },
        {
          goal: `its statements for a week, for a month, and at ${many / FEW} times the bookings, ${dialect}: as many`,
          seen: counts.join(", "),
          met: new Set(counts).size === 1,
        },
      );
    } finally {
      await stage.drop();
    }
  }
  return findings;
};

/** Statements that one call takes, once the node is warm. */
async function statementsOf(stage: Stage, name: OperationName): Promise<number> {
  const server = await Server.start({ role: "node", location: stage.location, dialect: stage.dialect });
  try {
    const unit = nodeUnit(server, stage.cast, operations[name], () => ({ ids: [] }));
    await unit();
    const before = await server.usage();
    await unit();
    return (await server.usage()).statements - before.statements;
  } finally {
    await server.stop();
  }
}

/** One caller at a time: what one answer takes, not how many fit into a second. */
async function p99Of(stage: Stage, milliseconds: number): Promise<number> {
  const server = await Server.start({ role: "node", location: stage.location, dialect: stage.dialect });
  try {
    const inputs = new Inputs(stage);
    const name = "availability, a month";
    const unit = nodeUnit(server, stage.cast, operations[name], () => inputs.next(name));
    await closedLoop(server, unit, { concurrency: 1, milliseconds: milliseconds / 2 });
    return percentile((await closedLoop(server, unit, { concurrency: 1, milliseconds })).latencies, 0.99);
  } finally {
    await server.stop();
  }
}
