import { execa } from "execa";
import { Listr, type ListrTask, PRESET_TIMER } from "listr2";
import pc from "picocolors";
import { childOptions } from "./workspace.ts";

/** One thing that a script does; it may return a few words on how it went. */
export interface Step {
  readonly title: string;
  readonly run: () => Promise<string | undefined>;
}

export interface StepResult {
  readonly title: string;
  readonly outcome: "passed" | "failed" | "not run";
  readonly seconds: number;
  readonly failure: Error | null;
}

export interface StepOptions {
  /** Say nothing but what failed. */
  readonly quiet: boolean;
  /** Run the steps that follow a failed one. */
  readonly keepGoing: boolean;
}

/** A step failed; `output` is what the user needs to read to mend it. */
export class StepFailure extends Error {
  readonly output: string;

  constructor(message: string, output = "") {
    super(message);
    this.name = "StepFailure";
    this.output = output;
  }
}

/** Runs steps one after the other, as a list with a spinner on a terminal and as plain lines elsewhere. */
export async function runSteps(steps: readonly Step[], options: StepOptions): Promise<readonly StepResult[]> {
  const results = new Map<Step, StepResult>();
  const list = new Listr(
    steps.map((step) => taskOf(step, results)),
    {
      concurrent: false,
      exitOnError: !options.keepGoing,
      registerSignalListeners: false,
      silentRendererCondition: options.quiet,
      rendererOptions: { timer: PRESET_TIMER, collapseErrors: false, showErrorMessage: false },
      fallbackRendererOptions: { timer: PRESET_TIMER },
    },
  );
  try {
    await list.run();
  } catch (error) {
    // A failed step is in the results; anything else is a fault of this script.
    if (![...results.values()].some((result) => result.failure === error)) throw error;
  }
  return steps.map((step) => results.get(step) ?? { title: step.title, outcome: "not run", seconds: 0, failure: null });
}

function taskOf(step: Step, results: Map<Step, StepResult>): ListrTask {
  return {
    title: step.title,
    task: async (_context, task) => {
      const started = performance.now();
      const keep = (outcome: "passed" | "failed", failure: Error | null) => {
        results.set(step, { title: step.title, outcome, seconds: (performance.now() - started) / 1000, failure });
      };
      try {
        const detail = await step.run();
        if (detail) task.title = `${step.title}: ${detail}`;
        keep("passed", null);
      } catch (error) {
        const failure = error instanceof Error ? error : new Error(String(error));
        keep("failed", failure);
        throw failure;
      }
    },
  };
}

/** What failed, each with what it printed; a stack trace only when asked for. Empty when nothing failed. */
export function failureReport(results: readonly StepResult[], debug: boolean): string {
  return results
    .flatMap(({ title, failure }) => (failure === null ? [] : [failureText(title, failure, debug)]))
    .join("\n\n");
}

/** Lines of a stack trace, as Node prints them for a program that crashed. */
const FRAMES = /^ +at .*:\d+:\d+\)?( \{)?\n?/gm;

function failureText(title: string, failure: Error, debug: boolean): string {
  const printed = failure instanceof StepFailure ? failure.output.trim() : "";
  const output = debug ? printed : printed.replace(FRAMES, "");
  const lines = [`${pc.red("failed")} ${pc.bold(title)}: ${failure.message}`];
  if (output !== "") lines.push(output);
  if (debug && failure.stack) lines.push(pc.dim(failure.stack));
  return lines.join("\n");
}

/** The time that each step took, as a table. */
export function timeTable(results: readonly StepResult[]): string {
  const width = Math.max(...results.map(({ title }) => title.length));
  const paint = { passed: pc.green, failed: pc.red, "not run": pc.yellow };
  return results
    .map(({ title, outcome, seconds }) => {
      const time = outcome === "not run" ? "" : `${seconds.toFixed(1)} s`;
      return `${title.padEnd(width)}  ${time.padStart(8)}  ${paint[outcome](outcome)}`;
    })
    .join("\n");
}

export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  /** Both streams, in the order they were written. */
  readonly output: string;
}

/** Runs a program of the workspace and waits for it; its exit code is the caller's to judge. */
export async function runCommand(program: string, ...args: readonly string[]): Promise<CommandResult> {
  const result = await execa(program, args, {
    ...childOptions(),
    all: true,
    reject: false,
  });
  if (result.exitCode === undefined)
    throw new StepFailure(`${program} did not run: ${result.shortMessage}`, result.all);
  return { exitCode: result.exitCode, stdout: result.stdout, output: result.all };
}

/**
 * Runs a program that must succeed and gives what it printed to stdout.
 * @throws {StepFailure} with everything it printed, when its exit code is not 0
 */
export async function mustSucceed(program: string, ...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, output } = await runCommand(program, ...args);
  if (exitCode !== 0) throw new StepFailure(`exit code ${exitCode}`, output);
  return stdout;
}

/** Last line that a command printed: its summary. */
export function lastLine(text: string): string | undefined {
  return text.trim().split("\n").at(-1) || undefined;
}
