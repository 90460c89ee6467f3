import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { EXAMPLES, FIRST_STEPS } from "./examples.ts";
import { nodeProgram } from "./program.ts";

const program = nodeProgram();

function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text;
}

/** The words of a line as a shell has them. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}

/** Every line of help that can be typed, with `servicialo-node` left out. */
function typedIn(help: string): string[] {
  return [...help.matchAll(/servicialo-node ([a-z].*)/g)].map(
    ([, line]) => (line ?? "").split(/ {2,}|`/)[0]?.replace(/ > .*/, "") ?? "",
  );
}

/** Says what of a line the program does not know. */
function problemsOf(line: string): string[] {
  const words = wordsOf(line);
  let command = program;
  while (words[0] !== undefined) {
    const next = command.commands.find((one) => one.name() === words[0]);
    if (!next) break;
    command = next;
    words.shift();
  }
  if (command.commands.length > 0) return [`${line}: ${command.name()} takes a command, and not ${words[0]}`];
  const problems: string[] = [];
  const positional: string[] = [];
  const given = new Set<string>();
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (!word.startsWith("-")) {
      positional.push(word);
      continue;
    }
    const option = command.options.find((one) => one.long === word || one.short === word);
    if (!option) problems.push(`${line}: ${command.name()} has no ${word}`);
    else given.add(option.attributeName());
    if (option?.required) index += 1;
  }
  for (const option of command.options) {
    if (option.mandatory && option.defaultValue === undefined && !given.has(option.attributeName())) {
      problems.push(`${line}: ${option.long} is missing`);
    }
  }
  const needed = command.registeredArguments.filter(({ required }) => required).length;
  if (positional.length < needed || positional.length > command.registeredArguments.length) {
    problems.push(`${line}: ${command.name()} takes ${needed} words, and not ${positional.join(" ")}`);
  }
  return problems;
}

const everyCommand = [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)].filter(
  (command) => command.name() !== "help",
);

describe("help", () => {
  it("says of every command what it does, and of every option what it means", () => {
    for (const command of everyCommand) {
      expect(command.description(), command.name()).not.toBe("");
      for (const option of command.options)
        expect(option.description, `${command.name()} ${option.flags}`).not.toBe("");
    }
  });

  it("shows an example of every command", () => {
    for (const command of program.commands.filter((one) => one.name() !== "help")) {
      const lines = typedIn(helpOf(command)).filter((line) => line.startsWith(command.name()) && !line.includes("["));
      expect(lines.length, command.name()).toBeGreaterThan(0);
    }
  });

  it("shows only what can be typed: known commands, known options, all that is needed", () => {
    const lines = [
      ...everyCommand.flatMap((command) => typedIn(helpOf(command))),
      ...[...FIRST_STEPS, ...Object.values(EXAMPLES).flat()].map(([typed]) => typed),
    ];
    expect(lines.length).toBeGreaterThan(30);
    expect(lines.filter((line) => !/[[<]/.test(line)).flatMap(problemsOf)).toEqual([]);
  });

  it("tells where to begin", () => {
    expect(helpOf(program)).toMatch(/Where to begin:[\s\S]*seed examples\/clinic[\s\S]*serve --database clinic\.db/);
  });
});
