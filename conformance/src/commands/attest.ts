import type { Command } from "commander";
import { attestationFor, DEFAULT_DAYS, readSigningKey } from "../attestation/attest.ts";
import { UsageError } from "../read-settings.ts";
import { readJsonReport } from "../report/json.ts";
import { writeOutput } from "./output.ts";

interface AttestFlags {
  readonly key?: string;
  readonly out: string;
  readonly days: string;
}

export function addAttest(program: Command): void {
  program
    .command("attest")
    .description("sign what a report says, once the node shows the challenge of the key")
    .argument("<report>", "file that run --json wrote, of a whole run that reached its level")
    .requiredOption("--out <file>", "where the signed statement goes")
    .option("--key <file>", "signing key that `keys` made (or SERVICIALO_ATTESTATION_KEY)")
    .option("--days <number>", "how long it holds", String(DEFAULT_DAYS))
    .action(async (report: string, flags: AttestFlags) => {
      const file = flags.key ?? process.env.SERVICIALO_ATTESTATION_KEY;
      if (file === undefined) throw new UsageError("say which key: --key <file>; servicialo-certify keys makes one");
      const days = Number(flags.days);
      if (!Number.isInteger(days) || days < 1 || days > 366)
        throw new UsageError("--days takes a number from 1 to 366");
      const key = await readSigningKey(file);
      writeOutput(flags.out, await attestationFor(readJsonReport(report), { key, days }));
      process.stdout.write(`The signed statement is in ${flags.out}; it holds for ${days} days.\n`);
    });
}
