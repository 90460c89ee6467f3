import type { Command } from "commander";
import { init } from "./init.ts";
import { guardedProject, withProjectOptions } from "./project-options.ts";
import { update } from "./update.ts";

/** Adds `init <folder>`. */
export function addInitCommand(program: Command): void {
  withProjectOptions(program.command("init <folder>"), {
    level: "core",
    channel: "http",
    protocol: "the newest released",
  })
    .description("write a node that answers every operation with 501, ready for handlers")
    .action(guardedProject(init));
}

/** Adds `update [folder]`. */
export function addUpdateCommand(program: Command): void {
  withProjectOptions(program.command("update [folder]"), {
    level: "the project's",
    channel: "the project's",
    protocol: "the project's",
  })
    .description("bring a project up to date with the specification, without touching a byte of its owner's")
    .option("--force", "overwrite generated files although someone edited them; never anything else")
    .action(guardedProject((folder = ".", options) => update(folder, options)));
}
