import type { Command } from "commander";
import { challengeFor, readSigningKey } from "../attestation/signing-key.ts";
import { splitAddress } from "../node-connection.ts";
import { httpAddress, UsageError } from "../read-settings.ts";

export function addChallenge(program: Command): void {
  program
    .command("challenge")
    .description("say what the operator of a node has to publish, so that a statement about it can be signed")
    .argument("<url>", "address of the node")
    .option("--key <file>", "signing key that `keys` made (or SERVICIALO_ATTESTATION_KEY)")
    .option("--quiet", "print the content alone, which names its path")
    .action(async (url: string, flags: { key?: string; quiet?: boolean }) => {
      const file = flags.key ?? process.env.SERVICIALO_ATTESTATION_KEY;
      if (file === undefined) throw new UsageError("say which key: --key <file>; servicialo-certify keys makes one");
      const { hostUrl } = splitAddress(httpAddress(url));
      const { path, content } = challengeFor(await readSigningKey(file), hostUrl);
      process.stdout.write(
        flags.quiet ? `${content}\n` : `GET ${hostUrl}${path}\nhas to answer 200, as text/plain, with\n${content}\n`,
      );
    });
}
