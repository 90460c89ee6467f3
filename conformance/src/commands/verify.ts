import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { reportDigest } from "../attestation/attest.ts";
import type { Statement } from "../attestation/statement.ts";
import { InvalidAttestation, verifyAttestation } from "../attestation/verify.ts";
import { EXIT } from "../exit-code.ts";
import { UsageError } from "../read-settings.ts";
import { readJsonReport } from "../report/json.ts";
import { readKeySet } from "./keys.ts";

interface VerifyFlags {
  readonly jwks: string;
  readonly node?: string;
  readonly level?: string;
  readonly report?: string;
}

export function addVerify(program: Command): void {
  program
    .command("verify")
    .description("check a signed statement against the key set of its certifier; no network is used")
    .argument("<file>", "signed statement")
    .requiredOption("--jwks <file>", "public key set of the certifier")
    .option("--node <url>", "fail unless it is about this address")
    .option("--level <level>", "fail unless it is about this level")
    .option("--report <json>", "fail unless it was made from this report")
    .addHelpText("after", "\nExit codes: 0 it holds, 1 it does not, 2 wrong command")
    .action(async (file: string, flags: VerifyFlags) => {
      process.exitCode = await verify(file, flags);
    });
}

async function verify(file: string, flags: VerifyFlags): Promise<number> {
  const bytes = bytesOf(file);
  const keys = readKeySet(flags.jwks);
  try {
    const { statement, kid } = await verifyAttestation(bytes, keys);
    assertAbout(statement, flags);
    process.stdout.write(described(statement, kid));
    return EXIT.reached;
  } catch (error) {
    if (!(error instanceof InvalidAttestation)) throw error;
    process.stderr.write(`${file}: not valid: ${error.message}\n`);
    return EXIT.failed;
  }
}

function assertAbout(statement: Statement, { node, level, report }: VerifyFlags): void {
  const { sub, servicialo } = statement;
  if (node !== undefined && node.replace(/\/+$/, "") !== sub) throw new InvalidAttestation(`it is about ${sub}`);
  if (level !== undefined && level.toLowerCase() !== servicialo.level)
    throw new InvalidAttestation(`it is about ${servicialo.level.toUpperCase()}`);
  if (report !== undefined && reportDigest(readJsonReport(report)) !== servicialo.report_digest)
    throw new InvalidAttestation("it was made from another report");
}

function described({ sub, iat, exp, servicialo }: Statement, kid: string): string {
  const day = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);
  const { level, met, total, organization, suite } = servicialo;
  return [
    `Valid: ${sub} reached ${level.toUpperCase()} of Servicialo ${servicialo.protocol_version}, ${met} of ${total} MUST.`,
    `Organization ${organization ?? "(the node's own)"}; issued ${day(iat)}, holds until ${day(exp)}; signed by ${kid}.`,
    `Suite ${suite.version} ${suite.digest.slice(0, 19)}…, seed ${servicialo.seed}, transcript ${servicialo.transcript_hash.slice(0, 19)}….`,
    "",
  ].join("\n");
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new UsageError(`${file} cannot be read`);
  }
}
