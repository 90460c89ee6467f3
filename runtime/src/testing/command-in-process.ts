import { Command } from "commander";
import { vi } from "vitest";

/** Runs a command of servicialo-node in this process; answers the lines that it printed, whichever stream they went to. */
export async function runInProcess(
  commands: readonly ((program: Command) => void)[],
  args: readonly string[],
): Promise<string[]> {
  const printed: string[] = [];
  const print = (...words: unknown[]) => void printed.push(words.join(" "));
  const spies = [
    vi.spyOn(console, "log").mockImplementation(print),
    vi.spyOn(console, "error").mockImplementation(print),
  ];
  try {
    const program = new Command().exitOverride().configureOutput({ writeErr: print });
    for (const add of commands) add(program);
    await program.parseAsync(args, { from: "user" });
    return printed;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
