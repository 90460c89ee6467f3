import type { Command } from "commander";

const collect = (value: string, earlier: string[] = []): string[] => [...earlier, ...value.split(",").filter(Boolean)];

/** Options of every command that asks a node. */
export function addNodeOptions(command: Command): Command {
  return command
    .option("--organization <slug>", "organization to certify (or SERVICIALO_ORGANIZATION)")
    .option("--credentials <file>", "JSON file with the credentials (or SERVICIALO_CREDENTIALS, SERVICIALO_TOKEN_…)")
    .option("--config <file>", "JSON file with these settings; its $schema completes it in an editor")
    .option("--timeout <seconds>", "longest wait for one answer (default 10)");
}

/** Options that choose what is asked, and how. */
export function addRunOptions(command: Command): Command {
  return addNodeOptions(command)
    .option("--level <level>", "core, full, network or agent (default core)")
    .option("--only <ids>", "requirement ids, separated by commas", collect)
    .option("--area <areas>", "areas such as life or http, separated by commas", collect)
    .option("--bail", "stop at the first failure of a MUST")
    .option("--seed <number>", "order and choices of the cases (default 1)")
    .option("--concurrency <number>", "cases at a time (default 1)")
    .option("--budget <seconds>", "end the run after so long as INCOMPLETE, without a grade")
    .option("--walk-steps <number>", "steps of a random walk after the cases (default 150, from full on 1000; 0: none)")
    .option("--fuzz <number>", "requests of random input after the cases (default 60, from full on 300; 0: none)")
    .option("--read-only", "send nothing but GET: safe on production; what needs more is NOT_VERIFIED")
    .option("--exact-codes", "take only the exact extension codes, as our own nodes must give them")
    .option("--expected-failures <file>", "YAML file of known failures; one that no longer fails is an error");
}
