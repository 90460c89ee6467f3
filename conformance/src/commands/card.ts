import type { Command } from "commander";
import pc from "picocolors";
import { exitCodeOfCard, gradeCard } from "../card/grade-card.ts";
import { printCard } from "../card/print-card.ts";
import { UsageError } from "../read-settings.ts";

const HELP = `
A card that is not public is asked for with the bearer token in SERVICIALO_CARD_TOKEN.

Exit codes:
  0  every MUST passed
  1  at least one MUST failed
  2  the command was wrong, or nothing answers at the address
  3  no MUST failed, and not every one could be verified`;

interface CardFlags {
  readonly json?: boolean;
  readonly timeout: string;
}

export function addCard(program: Command): void {
  program
    .command("card <url>")
    .description("score an agent card, Servicialo's or A2A's, point by point, with what to mend")
    .option("--json", "as JSON")
    .option("--timeout <seconds>", "longest wait for one answer", "10")
    .addHelpText("after", HELP)
    .action(async (url: string, flags: CardFlags) => {
      process.exitCode = await card(url, flags);
    });
}

async function card(url: string, { json = false, timeout }: CardFlags): Promise<number> {
  const seconds = Number(timeout);
  if (!(seconds > 0 && seconds <= 600))
    throw new UsageError(`--timeout ${timeout} is not a number of seconds up to 600`);
  const token = process.env.SERVICIALO_CARD_TOKEN || null;
  const report = await gradeCard({ url, timeoutMs: seconds * 1000, token });
  if (json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else if (report.unreachable === null) process.stdout.write(printCard(report, pc.isColorSupported));
  if (report.unreachable !== null) {
    process.stderr.write(`${url}: ${report.unreachable}; start the node, or mend the address\n`);
  }
  return exitCodeOfCard(report);
}
