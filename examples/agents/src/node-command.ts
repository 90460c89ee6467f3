import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { Mismatch } from "./expect.ts";

/** The command line of the reference node, which the story starts and never imports. */
export const NODE_COMMAND = fileURLToPath(new URL("../../../runtime/src/cli.ts", import.meta.url));

/**
 * Lets `servicialo-node audit verify` recompute every chain of a database. Answers its last line.
 * @throws {Mismatch} with everything it printed, when it finds a fault
 */
export async function verifyDatabase(database: string): Promise<string> {
  const child = spawn(process.execPath, [NODE_COMMAND, "audit", "verify", "--database", database], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [printed, [exitCode]] = await Promise.all([text(child.stdout), once(child, "close") as Promise<[number]>]);
  if (exitCode !== 0) throw new Mismatch(`servicialo-node audit verify ended with ${exitCode}: ${printed.trim()}`);
  return printed.trim().split("\n").at(-1) ?? "";
}
