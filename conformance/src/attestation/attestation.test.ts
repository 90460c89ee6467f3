import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { CompactSign } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCertification } from "../certification.ts";
import { requirementsOf } from "../levels.ts";
import { Redactor } from "../redact.ts";
import { type ReportDocument, reportDocument } from "../report/document.ts";
import { runSuite } from "../run-suite.ts";
import { settingsFor } from "../testing/settings-for.ts";
import { caseOf, startSmallNode } from "../testing/small-node.ts";
import { attestationFor, reportDigest } from "./attest.ts";
import {
  challengeFor,
  type KeySet,
  newSigningKey,
  publicHalf,
  readSigningKey,
  type SigningKey,
} from "./signing-key.ts";
import { ATTESTATION_TYPE } from "./statement.ts";
import { InvalidAttestation, verifyAttestation } from "./verify.ts";

const folder = mkdtempSync(join(tmpdir(), "attestation-"));
const NOW = new Date("2026-11-21T12:00:00Z");
const files: Record<string, string> = {};
let node: Awaited<ReturnType<typeof startSmallNode>>;
let key: SigningKey;
let keys: KeySet;
let report: ReportDocument;
let signed: Buffer;

/** A run in which every requirement of CORE has a case that passes. */
async function reachedReport(url: string): Promise<ReportDocument> {
  const cases = requirementsOf("core").map((requirement) =>
    caseOf(requirement.id, async (context) => {
      const control = await context.positive("the manifest", async (check) => {
        check.status(await context.node.raw({ method: "GET", target: "/manifest" }), 200);
      });
      await context.negative("nothing", control, async (check) => void check.equal("x", { expected: 1, actual: 1 }));
    }),
  );
  const settings = settingsFor(url);
  const run = await runSuite(settings, { cases, certification: { ...readCertification(), excluded: new Map() } });
  return reportDocument({
    report: run,
    redactor: new Redactor(settings.credentials),
    certification: readCertification(),
  });
}

beforeAll(async () => {
  node = await startSmallNode({ files });
  const jwk = await newSigningKey();
  writeFileSync(join(folder, "key.json"), JSON.stringify(jwk));
  key = await readSigningKey(join(folder, "key.json"));
  keys = { keys: [publicHalf(await newSigningKey()), publicHalf(jwk)] };
  report = await reachedReport(node.url);
  const challenge = challengeFor(key, node.url);
  files[challenge.path] = `${challenge.content}\n`;
  signed = Buffer.from(await attestationFor(report, { key, now: NOW }));
});

afterAll(async () => {
  await node.close();
  rmSync(folder, { recursive: true });
});

describe("a signed statement", () => {
  it("binds node, level, counts, specification, suite, seed, transcript and dates, and is checked offline", async () => {
    await node.close();
    const { statement, kid } = await verifyAttestation(signed, keys, NOW);
    expect(kid).toBe(key.kid);
    expect(statement).toMatchObject({
      sub: node.url,
      iat: NOW.getTime() / 1000,
      exp: NOW.getTime() / 1000 + 90 * 86_400,
      servicialo: {
        level: "core",
        outcome: "reached",
        met: report.level.met,
        counts: report.level.counts,
        spec_digest: report.spec.digest,
        suite: {
          version: report.suite.version,
          digest: report.suite.digest,
          certification: report.suite.certification,
        },
        seed: 1,
        transcript_hash: report.run.transcript_hash,
        report_digest: reportDigest(report),
      },
    });
  });

  it("is refused when any single byte is another one", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(signed.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const changed = Buffer.from(signed);
        changed[place] = (changed[place] ?? 0) ^ change;
        await expect(verifyAttestation(changed, keys, NOW)).rejects.toThrow(InvalidAttestation);
      }),
      { numRuns: 400 },
    );
  });

  it("is refused at every place with the neighbouring character, the last one of the signature included", async () => {
    const last = signed.length - 2;
    for (const place of [...Array(40).keys()].map((n) => last - n)) {
      const changed = Buffer.from(signed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      await expect(verifyAttestation(changed, keys, NOW)).rejects.toThrow(InvalidAttestation);
    }
  });

  it("is refused when something is added or cut off", async () => {
    for (const changed of [Buffer.concat([signed, Buffer.from(" ")]), signed.subarray(1), signed.subarray(0, -2)])
      await expect(verifyAttestation(changed, keys, NOW)).rejects.toThrow(InvalidAttestation);
  });

  it("holds until it expires, and not before it was issued", async () => {
    const at = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
    await verifyAttestation(signed, keys, at(89.99));
    await expect(verifyAttestation(signed, keys, at(90))).rejects.toThrow("it expired at 2027-02-19");
    await expect(verifyAttestation(signed, keys, at(-1))).rejects.toThrow("issued in the future");
  });

  it("is refused when the key set has another key under its name, or none", async () => {
    const [other = {}] = keys.keys;
    await expect(verifyAttestation(signed, { keys: [other] }, NOW)).rejects.toThrow("does not have its key");
    await expect(verifyAttestation(signed, { keys: [{ ...other, kid: key.kid }] }, NOW)).rejects.toThrow("thumbprint");
  });

  it("is told from anything else that the same key signs", async () => {
    const sign = (payload: unknown, typ: string) =>
      new CompactSign(Buffer.from(JSON.stringify(payload)))
        .setProtectedHeader({ alg: "EdDSA", kid: key.kid, typ })
        .sign(key.key);
    const { statement } = await verifyAttestation(signed, keys, NOW);
    const check = async (jws: string) => verifyAttestation(Buffer.from(jws), keys, NOW);
    await check(await sign(statement, ATTESTATION_TYPE));
    await expect(check(await sign(statement, "JWT"))).rejects.toThrow("header");
    await expect(check(await sign({ ...statement, sub: 1 }, ATTESTATION_TYPE))).rejects.toThrow("no attestation");
  });
});

describe("nothing is signed", () => {
  const attempt = (changes: Partial<ReportDocument>) => attestationFor({ ...report, ...changes }, { key, now: NOW });

  it.each([
    ["ended early", (one: ReportDocument) => ({ run: { ...one.run, ended: "budget" as const } }), "ended early"],
    [
      "did not reach its level",
      (one: ReportDocument) => ({ level: { ...one.level, outcome: "failed" as const } }),
      "CORE is failed",
    ],
    ["was narrowed", (one: ReportDocument) => ({ run: { ...one.run, only: ["SVC-HTTP-001"] } }), "narrowed"],
    ["was read-only", (one: ReportDocument) => ({ run: { ...one.run, read_only: true } }), "narrowed"],
    ["was not scored", (one: ReportDocument) => ({ suite: { ...one.suite, certification: null } }), "frozen list"],
    [
      "says more than its verdicts",
      (one: ReportDocument) => ({ requirements: one.requirements.slice(1) }),
      "does not follow",
    ],
    ["has another transcript", (one: ReportDocument) => ({ exchanges: one.exchanges.slice(0, -1) }), "transcript"],
  ])("about a run that %s", async (_name, changes, message) => {
    await expect(attempt(changes(report))).rejects.toThrow(message);
  });

  it("while the node does not show the challenge of this very key", async () => {
    const other = await startSmallNode({ files: { [challengeFor(key, "http://elsewhere").path]: "x" } });
    const silent = { ...report, node: { ...report.node, url: other.url } };
    await expect(attestationFor(silent, { key, now: NOW })).rejects.toThrow("has to answer 200 with");
    expect(other.requests.every((one) => one.startsWith("GET "))).toBe(true);
    await other.close();
  });

  it("with a file that is no key, without repeating what is in it", async () => {
    writeFileSync(join(folder, "wrong.json"), '{"kty":"oct","k":"very-secret"}');
    await expect(readSigningKey(join(folder, "wrong.json"))).rejects.toThrow(
      /^(?!.*very-secret).*no private Ed25519 key/,
    );
  });
});
