import { randomUUID } from "node:crypto";
import { CompactSign } from "jose";
import { canonical } from "../json-path.ts";
import { NodeConnection, splitAddress } from "../node-connection.ts";
import { UsageError } from "../read-settings.ts";
import type { ReportDocument } from "../report/document.ts";
import { digestOf } from "../suite-identity.ts";
import { transcriptHash, transcriptHashes } from "../transcript.ts";
import { ALGORITHM, type Challenge, challengeFor, readSigningKey, type SigningKey } from "./signing-key.ts";
import { ATTESTATION_TYPE, type Statement } from "./statement.ts";

export { readSigningKey, type SigningKey };

export interface AttestationOptions {
  readonly key: SigningKey;
  /** Days that the statement holds. */
  readonly days?: number;
  readonly now?: Date;
  /** Milliseconds that the node may take to answer the challenge. */
  readonly timeoutMs?: number;
}

const DAY_SECONDS = 86_400;
/** A certification ages with the node: a statement about it holds for a quarter of a year. */
export const DEFAULT_DAYS = 90;

/**
 * Signs what a report says, after the node has shown that whoever operates it takes part: the challenge of this key
 * stands at its well-known path.
 * @returns a compact JWS (RFC 7515) and a line feed
 * @throws UsageError when the report is no whole run that reached its level, was changed, or the challenge is not there
 */
export async function attestationFor(report: ReportDocument, options: AttestationOptions): Promise<string> {
  assertWorthy(report);
  const { hostUrl } = splitAddress(report.node.url);
  const challenge = challengeFor(options.key, hostUrl);
  await assertControl(hostUrl, challenge, options.timeoutMs ?? 10_000);
  const now = Math.floor((options.now ?? new Date()).getTime() / 1000);
  const statement = statementOf(report, {
    issuedAt: now,
    expiresAt: now + (options.days ?? DEFAULT_DAYS) * DAY_SECONDS,
    challenge,
  });
  const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(statement)))
    .setProtectedHeader({ alg: ALGORITHM, kid: options.key.kid, typ: ATTESTATION_TYPE })
    .sign(options.key.key);
  return `${jws}\n`;
}

function statementOf(
  report: ReportDocument,
  { issuedAt, expiresAt, challenge }: { issuedAt: number; expiresAt: number; challenge: Challenge },
): Statement {
  const { level, run, suite } = report;
  return {
    jti: randomUUID(),
    sub: report.node.url,
    iat: issuedAt,
    exp: expiresAt,
    servicialo: {
      protocol_version: suite.protocol_version,
      organization: report.node.organization,
      level: level.level,
      outcome: "reached",
      met: level.met,
      total: level.total,
      counts: level.counts,
      spec_digest: report.spec.digest,
      suite: {
        name: suite.name,
        version: suite.version,
        digest: suite.digest,
        certification: suite.certification ?? "",
      },
      seed: run.seed,
      exact_codes: run.exact_codes,
      run_started_at: run.started_at,
      transcript_hash: run.transcript_hash,
      report_digest: reportDigest(report),
      control: {
        path: challenge.path,
        content_digest: digestOf(challenge.content),
        shown_at: new Date(issuedAt * 1000).toISOString(),
      },
    },
  };
}

/** `sha256:…` over a report, whatever its layout and wherever its links lead. */
export function reportDigest(report: ReportDocument): string {
  return digestOf(canonical({ ...report, spec: { digest: report.spec.digest } }));
}

/** Nothing is signed that the report itself does not bear out. */
function assertWorthy(report: ReportDocument): void {
  const { run, level } = report;
  if (run.ended !== "whole")
    throw new UsageError(`nothing to attest: the run ended early (${run.truncated ?? run.ended})`);
  if (level.outcome !== "reached")
    throw new UsageError(
      `nothing to attest: ${level.level.toUpperCase()} is ${level.outcome}, ${level.met} of ${level.total}`,
    );
  if (run.only.length > 0 || run.areas.length > 0 || run.read_only)
    throw new UsageError("nothing to attest: the run was narrowed by --only, --area or --read-only");
  if (report.suite.certification === null)
    throw new UsageError("nothing to attest: the run was not scored by the frozen list of cases");
  const musts = report.requirements.filter((one) => one.mandatory);
  const met = musts.filter((one) => one.scored && ["PASS", "NOT_APPLICABLE"].includes(one.verdict));
  if (met.length !== level.met || musts.length !== level.total)
    throw new UsageError("the report was changed: its grade does not follow from its verdicts");
  if (transcriptHash(transcriptHashes(report.exchanges, run.word)) !== run.transcript_hash)
    throw new UsageError("the report was changed: its transcript does not have the hash that it names");
}

async function assertControl(hostUrl: string, { path, content }: Challenge, timeoutMs: number): Promise<void> {
  const connection = new NodeConnection({ url: hostUrl, timeoutMs, patienceSeconds: 0, readOnly: true });
  try {
    const wire = { method: "GET", url: `${hostUrl}${path}`, headers: { accept: "text/plain" }, body: null };
    const { response, failure } = await connection.send(wire, { sender: "control" });
    if (response?.status === 200 && response.text.trim() === content) return;
    const seen = response === null ? failure : `${response.status} ${response.text.slice(0, 80)}`;
    throw new UsageError(
      `the node does not show that its operator takes part: ${hostUrl}${path} has to answer 200 with ${content}; it answered ${seen ?? "nothing"}`,
    );
  } finally {
    await connection.close();
    connection.forget();
  }
}
