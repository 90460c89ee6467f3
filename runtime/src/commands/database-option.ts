import type { Command } from "commander";

/** Adds `--database`, which DATABASE_URL (or SERVICIALO_DATABASE) stands in for. */
export function withDatabase(command: Command): Command {
  return command.requiredOption(
    "-d, --database <url or file>",
    "postgres:// URL, or SQLite file, which is created when missing (DATABASE_URL)",
    process.env["DATABASE_URL"] ?? process.env["SERVICIALO_DATABASE"],
  );
}
