/** From the start of the process to its first answer, on a database that is there. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Bench, Finding } from "./support/findings.ts";
import { median } from "./support/load.ts";
import { openStage } from "./support/stage.ts";

const GOAL_MS = 1500;
const STARTS = 5;
const CLI = fileURLToPath(new URL("../src/cli.ts", import.meta.url));

export const coldStartBench: Bench = async ({ dialects }) => {
  const findings: Finding[] = [];
  for (const dialect of dialects) {
    const stage = await openStage(dialect);
    try {
      const times: number[] = [];
      for (let start = 0; start < STARTS; start++) times.push(await firstAnswerOf(stage.location));
      const usual = median(times);
      console.log(`  ${dialect}: ${times.map((time) => `${time.toFixed(0)} ms`).join(", ")}`);
      findings.push({
        goal: `cold start, ${dialect}: below ${GOAL_MS} ms to the first answer`,
        seen: `${usual.toFixed(0)} ms`,
        met: usual < GOAL_MS,
      });
    } finally {
      await stage.drop();
    }
  }
  return findings;
};

async function firstAnswerOf(location: string): Promise<number> {
  const begin = performance.now();
  const args = ["serve", "--database", location, "--port", "0", "--log-level", "silent"];
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /listens on (https?:\/\/[^\s/]+)/.exec(line)?.[1];
      if (url === undefined) continue;
      const answer = await fetch(`${url}/servicialo/v1/manifest`);
      if (!answer.ok) throw new Error(`The first answer was ${answer.status}.`);
      await answer.text();
      return performance.now() - begin;
    }
    throw new Error("The node ended before it listened.");
  } finally {
    if (child.exitCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
  }
}
