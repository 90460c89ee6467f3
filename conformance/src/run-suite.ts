import { CaseContext, type RunParts, stopOf } from "./case-context.ts";
import type { CheckRecord } from "./check.ts";
import { CASE_PHASES } from "./define-case.ts";
import { type DiscoveredCase, discoverCases } from "./discover-cases.ts";
import { Journeys } from "./journeys.ts";
import { requirementsOf } from "./levels.ts";
import { NodeConnection } from "./node-connection.ts";
import { ProtocolClient } from "./protocol-client.ts";
import { type CaseOutcome, grade, judge, type RequirementResult, type RunReport, unjudged } from "./run-report.ts";
import { SchemaValidator } from "./schema-validator.ts";
import { SeededRandom } from "./seeded-random.ts";
import type { RunSettings } from "./settings.ts";
import { ConnectionLost, Unmet } from "./verdict.ts";
import { World } from "./world.ts";

/** Told about each requirement as soon as it is judged. */
export type ProgressListener = (result: RequirementResult, position: { done: number; of: number }) => void;

export interface RunOptions {
  readonly onResult?: ProgressListener;
  /** Cases to run in place of the published ones. */
  readonly cases?: readonly DiscoveredCase[];
}

/**
 * Certifies a node: every case of the level in the order of the seed, then the grade over the whole denominator.
 * A node that does not answer gives a report, never an exception.
 * @throws CaseFileError when a case file is unusable, for example because it cites an unknown requirement.
 */
export async function runSuite(settings: RunSettings, options: RunOptions = {}): Promise<RunReport> {
  const cases = chosenCases(options.cases ?? (await discoverCases()), settings);
  const started = performance.now();
  const startedAt = new Date().toISOString();
  const connection = new NodeConnection(settings);
  const parts = runParts(settings, connection);
  const judged = new Map<string, RequirementResult>();
  let truncated = await probe(parts.client);
  const unreachable = truncated !== null;
  if (!unreachable) truncated = await prepare(parts);
  if (!unreachable && truncated === null) {
    truncated = await runAll({ cases, parts, settings }, (result) => {
      judged.set(result.requirement.id, result);
      options.onResult?.(result, { done: judged.size, of: cases.length });
    });
    if (truncated === null) await cleanUp(parts);
  }
  await connection.close();
  const results = requirementsOf(settings.level).map(
    (requirement) =>
      judged.get(requirement.id) ??
      (truncated !== null && cases.some((one) => one.requirement.id === requirement.id)
        ? unjudged(requirement, "INCOMPLETE", truncated)
        : unjudged(requirement, "NOT_VERIFIED", whyNotRun(requirement.id, settings, cases))),
  );
  return {
    url: settings.url,
    organization: settings.organization,
    seed: settings.seed,
    level: grade(settings.level, results),
    results,
    exchanges: connection.exchanges,
    startedAt,
    durationMs: Math.round(performance.now() - started),
    truncated,
    unreachable,
  };
}

interface Run {
  readonly cases: readonly DiscoveredCase[];
  readonly parts: RunParts;
  readonly settings: RunSettings;
}

/** Runs phase after phase; answers why it stopped early, or null. */
async function runAll(run: Run, onResult: (result: RequirementResult) => void): Promise<string | null> {
  for (const phase of CASE_PHASES) {
    const queue = run.cases.filter((one) => (one.definition.phase ?? "normal") === phase);
    const width = phase === "normal" ? run.settings.concurrency : 1;
    let stop: string | null = null;
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined && stop === null; next = queue.shift()) {
        const { outcome, lost } = await runCase(next, run.parts);
        const result = judge(outcome);
        onResult(result);
        if (lost !== null) stop = lost;
        else if (run.settings.bail && result.mandatory && result.verdict === "FAIL")
          stop = "stopped at the first failure";
      }
    };
    await Promise.all(Array.from({ length: width }, worker));
    if (stop !== null) return stop;
  }
  return null;
}

async function runCase(found: DiscoveredCase, parts: RunParts): Promise<{ outcome: CaseOutcome; lost: string | null }> {
  const started = performance.now();
  const context = new CaseContext(found.requirement.id, parts);
  let lost: string | null = null;
  try {
    await found.definition.run(context);
  } catch (error) {
    const stop = stopOf(error);
    context.note(stop.verdict, "the case as a whole", stop.reason);
    if (error instanceof ConnectionLost) lost = error.message;
  }
  const checks: readonly CheckRecord[] = context.records;
  return { outcome: { found, checks, durationMs: Math.round(performance.now() - started) }, lost };
}

function chosenCases(all: readonly DiscoveredCase[], settings: RunSettings): readonly DiscoveredCase[] {
  const ofLevel = new Set(requirementsOf(settings.level).map((requirement) => requirement.id));
  const chosen = all
    .filter(({ requirement }) => ofLevel.has(requirement.id))
    .filter(({ requirement }) => settings.only.length === 0 || settings.only.includes(requirement.id))
    .filter(({ requirement }) => settings.areas.length === 0 || settings.areas.includes(requirement.area));
  return new SeededRandom(settings.seed).shuffled(chosen);
}

function runParts(settings: RunSettings, connection: NodeConnection): RunParts {
  const validator = new SchemaValidator();
  const random = new SeededRandom(settings.seed);
  const client = new ProtocolClient({ connection, credentials: settings.credentials, validator, sender: "discovery" });
  // The word must differ between runs with one seed, or the second would find the first one's clients and keys.
  const runWord = `${settings.seed.toString(36)}${Date.now().toString(36)}`;
  const world = new World({ client, settings, random, runWord });
  return { client, world, validator, settings, random, owned: [] };
}

/** One request to see whether anything answers; why not, or null. */
async function probe(client: ProtocolClient): Promise<string | null> {
  const answer = await client.call("registry.manifest", { takeRateLimit: true });
  return answer.exchange.failure;
}

/** Learns what every case needs to know; why the run cannot go on, or null. */
async function prepare(parts: RunParts): Promise<string | null> {
  try {
    await parts.world.meetClock();
    return null;
  } catch (error) {
    if (error instanceof ConnectionLost || error instanceof Unmet) return error.message;
    throw error;
  }
}

async function cleanUp(parts: RunParts): Promise<void> {
  const client = parts.client.inTheNameOf("clean-up");
  try {
    await new Journeys({ client, world: parts.world, owned: parts.owned }).cleanUp();
  } catch {
    // What could not be cancelled stays; it changes no verdict.
  }
}

function whyNotRun(id: string, settings: RunSettings, cases: readonly DiscoveredCase[]): string {
  if (cases.some((one) => one.requirement.id === id)) return "the run ended before its case";
  const narrowed = settings.only.length > 0 || settings.areas.length > 0;
  return narrowed ? "left out of this run, or without a case" : "no case covers it yet";
}
