import { existsSync } from "node:fs";
import type { Command } from "commander";
import { type KeySet, newSigningKey, publicHalf } from "../attestation/signing-key.ts";
import { isRecord } from "../json-path.ts";
import { UsageError } from "../read-settings.ts";
import { readInput, writeOutput } from "./output.ts";

export function addKeys(program: Command): void {
  program
    .command("keys")
    .description("make a key to sign attestations with, and the public key set to check them with")
    .requiredOption("--key <file>", "where the private key goes; keep it to yourself")
    .requiredOption("--jwks <file>", "public key set; a key is added to one that is there")
    .action(async ({ key, jwks }: { key: string; jwks: string }) => {
      const published = existsSync(jwks) ? readKeySet(jwks) : { keys: [] };
      const made = await newSigningKey();
      writeOutput(key, `${JSON.stringify(made, null, 2)}\n`, 0o600);
      writeOutput(jwks, `${JSON.stringify({ keys: [...published.keys, publicHalf(made)] }, null, 2)}\n`);
      process.stdout.write(`Key ${made.kid}: private in ${key}, public in ${jwks}. Publish ${jwks}.\n`);
    });
}

/** @throws UsageError when the file is no key set */
export function readKeySet(file: string): KeySet {
  try {
    const content: unknown = JSON.parse(readInput(file));
    if (isRecord(content) && Array.isArray(content.keys)) return content as unknown as KeySet;
  } catch (error) {
    if (error instanceof UsageError) throw error;
  }
  throw new UsageError(`${file} is no JSON Web Key Set; it looks like {"keys": […]}`);
}
