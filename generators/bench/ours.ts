import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CACHE_FOLDER, RECORDS } from "../src/cache-folder.ts";
import { type Command, type Time, timeOf } from "./measure.ts";

const CLI = fileURLToPath(new URL("../src/cli.ts", import.meta.url));

/** A specification, and something to compare it with. */
export interface Subject {
  readonly entryPoint: string;
  /** What `diff` is given: the older and the newer specification. */
  readonly compared: readonly [base: string, head: string];
}

export interface OurTimes {
  readonly first: Time;
  readonly cold: Time;
  readonly warm: Time;
  readonly check: Time;
  /** Nothing when this generator has no `diff`. */
  readonly diff: Time | undefined;
}

/**
 * Runs each of our commands once.
 * First: as on a machine that never ran it. Cold: no artefact and no record of an earlier run, but with Node's cache of
 * compiled code. Warm: the same again.
 */
export function runOurs({ entryPoint, compared }: Subject, scratch: string): OurTimes {
  const out = join(scratch, "ours");
  const place = ["--spec", entryPoint, "--out", out, "--quiet"];
  const time = (command: Command) => timeOf(command, scratch);
  const fresh = (...places: readonly string[]) => {
    for (const each of [out, ...places]) rmSync(each, { recursive: true, force: true });
    return time({ args: [CLI, "generate", ...place] });
  };
  const first = fresh(CACHE_FOLDER);
  const cold = fresh(RECORDS);
  const warm = time({ args: [CLI, "generate", ...place] });
  const check = time({ args: [CLI, "check", ...place] });
  const diff = [CLI, "diff", ...compared, "--spec", entryPoint, "--format", "markdown"];
  return { first, cold, warm, check, diff: hasDiff(time) ? time({ args: diff, done: [0, 1] }) : undefined };
}

let known: boolean | undefined;

function hasDiff(time: (command: Command) => Time): boolean {
  known ??= knows(time);
  return known;
}

function knows(time: (command: Command) => Time): boolean {
  try {
    time({ args: [CLI, "diff", "--help"] });
    return true;
  } catch {
    return false;
  }
}
