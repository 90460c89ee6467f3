import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { Mismatch } from "./expect.ts";

/**
 * Lets `servicialo-node audit verify` recompute every chain of a database. Answers its last line.
 * @param command file of the node's command line
 * @throws {Mismatch} with everything it printed, when it finds a fault
 */
export async function verifyDatabase(command: string, database: string): Promise<string> {
  const child = spawn(process.execPath, [command, "audit", "verify", "--database", database], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [printed, [exitCode]] = await Promise.all([text(child.stdout), once(child, "close") as Promise<[number]>]);
  if (exitCode !== 0) throw new Mismatch(`servicialo-node audit verify ended with ${exitCode}: ${printed.trim()}`);
  return printed.trim().split("\n").at(-1) ?? "";
}
