import type { Requirement } from "./artefacts.ts";
import { CaseContext, type RunParts, stopOf } from "./case-context.ts";
import { type Certification, readCertification } from "./certification.ts";
import type { CheckRecord } from "./check.ts";
import { CASE_PHASES, type CasePhase } from "./define-case.ts";
import { type DiscoveredCase, discoverCases } from "./discover-cases.ts";
import { explore } from "./explore.ts";
import { Journeys } from "./journeys.ts";
import { requirementsBeside, requirementsOf } from "./levels.ts";
import { budgetSignal, NodeConnection } from "./node-connection.ts";
import { type Diagnosis, diagnose, diagnoseSilence } from "./preflight.ts";
import { ProtocolClient } from "./protocol-client.ts";
import {
  type CaseOutcome,
  grade,
  isGraded,
  judge,
  type RequirementResult,
  type RunEnd,
  type RunReport,
  unjudged,
} from "./run-report.ts";
import { SchemaValidator } from "./schema-validator.ts";
import { SeededRandom } from "./seeded-random.ts";
import type { RunSettings } from "./settings.ts";
import { ConnectionLost, RunStopped, Unmet } from "./verdict.ts";
import { World } from "./world.ts";

/** Told about each requirement as soon as it is judged. */
export type ProgressListener = (result: RequirementResult, position: { done: number; of: number }) => void;

export interface RunOptions {
  readonly onResult?: ProgressListener;
  /** Told what the run will do, before the first case: cases by phase. */
  readonly onStart?: (cases: readonly DiscoveredCase[]) => void;
  /** Cases to run in place of the published ones. */
  readonly cases?: readonly DiscoveredCase[];
  /** List of certifying cases; by default the published one, and none where `cases` are given: then all are scored. */
  readonly certification?: Certification;
  /** Ends the run; its reason is a `RunStopped`. */
  readonly signal?: AbortSignal;
}

/** Why a run did not go on. */
interface Stop {
  readonly reason: string;
  readonly ended: RunEnd;
}

/**
 * Certifies a node: every case of the level in the order of the seed, then the grade over the whole denominator.
 * A node that does not answer gives a report, never an exception.
 * @throws CaseFileError when a case file is unusable, for example because it cites an unknown requirement.
 */
export async function runSuite(settings: RunSettings, options: RunOptions = {}): Promise<RunReport> {
  const cases = chosenCases(options.cases ?? (await discoverCases()), settings);
  const certification = options.certification ?? (options.cases === undefined ? readCertification() : null);
  const started = performance.now();
  const startedAt = new Date().toISOString();
  const signal = stopSignal(settings, options);
  const connection = new NodeConnection({ ...settings, ...(signal === undefined ? {} : { signal }) });
  const parts = runParts(settings, connection);
  const judged = new Map<string, RequirementResult>();
  const onResult = (result: RequirementResult): void => {
    const scored = certification === null || certification.cases.has(result.requirement.id);
    judged.set(result.requirement.id, { ...result, scored });
    options.onResult?.({ ...result, scored }, { done: judged.size, of: cases.length });
  };
  const run: Run = { cases, parts, settings, signal, onResult, onStart: options.onStart, found: new Map() };
  const { stop, diagnoses } = await orStopped(signal, goThrough(run));
  if (stop === null) await cleanUp(parts, settings.concurrency);
  await connection.close();
  const results = withUnjudged({ settings, cases, judged, stop, certification });
  const level = grade(settings.level, results, certification?.excluded);
  const ended = stop?.ended ?? "whole";
  return {
    url: settings.url,
    organization: settings.organization,
    seed: settings.seed,
    level: isGraded(ended) ? level : { ...level, outcome: "incomplete" },
    results,
    exchanges: connection.exchanges,
    startedAt,
    durationMs: Math.round(performance.now() - started),
    truncated: stop?.reason ?? null,
    unreachable: ended === "unreachable" || ended === "silent",
    ended,
    diagnoses: [...diagnoses, ...afterthoughts(results)],
    settings,
    runWord: parts.runWord,
  };
}

interface Run {
  readonly cases: readonly DiscoveredCase[];
  readonly parts: RunParts & { readonly runWord: string };
  readonly settings: RunSettings;
  readonly signal: AbortSignal | undefined;
  readonly onResult: (result: RequirementResult) => void;
  readonly onStart: RunOptions["onStart"];
  /** Checks that random requests have led to, by requirement. */
  readonly found: Map<string, readonly CheckRecord[]>;
}

interface RunPassage {
  readonly stop: Stop | null;
  readonly diagnoses: readonly Diagnosis[];
}

/** Whatever ends a run from outside: a person, or the budget. */
function stopSignal(settings: RunSettings, options: RunOptions): AbortSignal | undefined {
  const signals = [options.signal, settings.budgetSeconds === null ? undefined : budgetSignal(settings.budgetSeconds)];
  const given = signals.filter((one) => one !== undefined);
  return given.length === 0 ? undefined : AbortSignal.any(given);
}

/** A run that is to end does so at once, even where a case waits for something that is no answer. */
function orStopped(signal: AbortSignal | undefined, passage: Promise<RunPassage>): Promise<RunPassage> {
  if (signal === undefined) return passage;
  const stopped = new Promise<RunPassage>((resolve) => {
    const stop = () => resolve({ stop: stopFor(signal.reason), diagnoses: [] });
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  return Promise.race([passage, stopped]);
}

/** From the first request to the last case. */
async function goThrough(run: Run): Promise<RunPassage> {
  const { parts, settings } = run;
  try {
    const manifest = await parts.client.call("registry.manifest", { takeRateLimit: true });
    const { failure } = manifest.exchange;
    if (failure !== null) {
      const ended = failure.startsWith("no answer within") ? "silent" : "unreachable";
      return { stop: { reason: failure, ended }, diagnoses: [diagnoseSilence(settings.url, failure)] };
    }
    const diagnoses = await diagnose(parts, manifest);
    const fatal = diagnoses.find((one) => one.fatal);
    if (fatal !== undefined) return { stop: { reason: fatal.problem, ended: "refused" }, diagnoses };
    await parts.world.meetClock();
    run.onStart?.(run.cases);
    return { stop: await runAll(run), diagnoses };
  } catch (error) {
    if (error instanceof ConnectionLost || error instanceof Unmet) return { stop: stopFor(error), diagnoses: [] };
    throw error;
  }
}

function stopFor(error: unknown): Stop {
  if (error instanceof RunStopped) return { reason: error.message, ended: error.how };
  return { reason: error instanceof Error ? error.message : String(error), ended: "lost" };
}

/** Runs phase after phase; answers why it stopped early, or null. */
async function runAll(run: Run): Promise<Stop | null> {
  const outcomes = new Map<string, CaseOutcome>();
  for (const phase of CASE_PHASES) {
    const queue = run.cases.filter((one) => (one.definition.phase ?? "normal") === phase);
    const width = phase === "normal" ? run.settings.concurrency : 1;
    let stop: Stop | null = null;
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined && stop === null; next = queue.shift()) {
        const { outcome, lost } = await runCase(next, run);
        outcomes.set(outcome.found.requirement.id, outcome);
        const result = judge(outcome);
        run.onResult(result);
        if (lost !== null) stop = lost;
        else if (run.settings.bail && result.mandatory && result.verdict === "FAIL")
          stop = { reason: "stopped at the first failure", ended: "bailed" };
      }
    };
    await Promise.all(Array.from({ length: width }, worker));
    if (stop !== null) return stop;
    // Before the clock is moved and limits are exhausted; and cases that read the whole transcript read this, too.
    if (phase === "normal") await exploreFor(run, outcomes);
  }
  return null;
}

/** Adds what random requests find out to the checks of the requirements, those to come and those that are judged. */
async function exploreFor(run: Run, outcomes: ReadonlyMap<string, CaseOutcome>): Promise<void> {
  const { checks } = await explore(run.parts, run.cases);
  for (const [id, more] of checks) {
    run.found.set(id, more);
    const outcome = outcomes.get(id);
    if (outcome !== undefined) run.onResult(judge({ ...outcome, checks: [...outcome.checks, ...more] }));
  }
}

async function runCase(found: DiscoveredCase, run: Run): Promise<{ outcome: CaseOutcome; lost: Stop | null }> {
  const { parts } = run;
  const started = performance.now();
  const context = new CaseContext(found.requirement.id, parts);
  let lost: Stop | null = null;
  try {
    if (parts.settings.readOnly && NOT_FOR_PRODUCTION.includes(found.definition.phase ?? "normal"))
      throw new Unmet(`the run is read-only, and this case ${PHASE_EFFECT[found.definition.phase ?? "normal"]}`);
    await found.definition.run(context);
  } catch (error) {
    const stop = stopOf(error);
    context.note(stop.verdict, "the case as a whole", stop.reason);
    if (error instanceof ConnectionLost) lost = stopFor(error);
  }
  if (lost === null) await revokeMandates(context);
  const checks: readonly CheckRecord[] = [...context.records, ...(run.found.get(found.requirement.id) ?? [])];
  return { outcome: { found, checks, durationMs: Math.round(performance.now() - started) }, lost };
}

function isNarrowed(settings: RunSettings): boolean {
  return settings.only.length > 0 || settings.areas.length > 0;
}

const NOTHING_BOOKABLE = /^no (?:bookable offer|public offer|free slot)/;
const NOT_FOR_PRODUCTION: readonly CasePhase[] = ["clock", "burst", "calendar"];
const PHASE_EFFECT: Readonly<Record<CasePhase, string>> = {
  normal: "books",
  settled: "reads",
  clock: "moves the clock of the node",
  burst: "exhausts its rate limit",
  calendar: "moves the clock of the node by months",
};

/** What is reported beside the level: what has a case in this run. */
function besideOf(settings: RunSettings, cases: readonly DiscoveredCase[]): readonly Requirement[] {
  const run = new Set(cases.map((one) => one.requirement.id));
  return requirementsBeside(settings.level, isNarrowed(settings)).filter((one) => run.has(one.id));
}

/** No authority outlives the case that handed it out; what cannot be taken back lapses, and changes no verdict. */
async function revokeMandates(context: CaseContext): Promise<void> {
  try {
    await context.agents.cleanUp();
  } catch {
    // The node is gone, and the next case will say so.
  }
}

function chosenCases(all: readonly DiscoveredCase[], settings: RunSettings): readonly DiscoveredCase[] {
  const judged = [...requirementsOf(settings.level), ...requirementsBeside(settings.level, isNarrowed(settings))];
  const ofLevel = new Set(judged.map((requirement) => requirement.id));
  const chosen = all
    .filter(({ requirement }) => ofLevel.has(requirement.id))
    .filter(({ requirement }) => settings.only.length === 0 || settings.only.includes(requirement.id))
    .filter(({ requirement }) => settings.areas.length === 0 || settings.areas.includes(requirement.area));
  return new SeededRandom(settings.seed).shuffled(chosen);
}

function runParts(settings: RunSettings, connection: NodeConnection): Run["parts"] {
  const validator = new SchemaValidator();
  const random = new SeededRandom(settings.seed);
  const client = new ProtocolClient({ connection, credentials: settings.credentials, validator, sender: "discovery" });
  // The word must differ between runs with one seed, or the second would find the first one's clients and keys.
  const runWord = `${settings.seed.toString(36)}${Date.now().toString(36)}`;
  const world = new World({ client, settings, random, runWord });
  return { client, world, validator, settings, random, owned: [], runWord };
}

async function cleanUp(parts: RunParts, width: number): Promise<void> {
  const client = parts.client.inTheNameOf("clean-up");
  const shares = Array.from({ length: width }, (_, share) => parts.owned.filter((_one, at) => at % width === share));
  // What could not be cancelled stays; it changes no verdict.
  await Promise.allSettled(
    shares.map((owned) => new Journeys({ client, world: parts.world, owned: [...owned] }).cleanUp()),
  );
}

/** Every requirement that the run is about, those included for which nothing was run. */
function withUnjudged(run: {
  settings: RunSettings;
  cases: readonly DiscoveredCase[];
  judged: ReadonlyMap<string, RequirementResult>;
  stop: Stop | null;
  certification: Certification | null;
}): readonly RequirementResult[] {
  const { settings, cases, judged, stop, certification } = run;
  const withCase = new Set(cases.map((one) => one.requirement.id));
  return [...requirementsOf(settings.level), ...besideOf(settings, cases)].map((requirement) => {
    const { id } = requirement;
    const excluded = certification?.excluded.get(id);
    const known = judged.get(id);
    if (known !== undefined) return known;
    if (excluded !== undefined)
      return { ...unjudged(requirement, "NOT_VERIFIED", `excluded: ${excluded}`), mandatory: false };
    if (stop !== null && withCase.has(id)) return unjudged(requirement, "INCOMPLETE", stop.reason);
    return unjudged(
      requirement,
      "NOT_VERIFIED",
      isNarrowed(settings) ? "left out of this run, or without a case" : "no case covers it yet",
    );
  });
}

/** What only a whole run can tell about its set-up. */
function afterthoughts(results: readonly RequirementResult[]): readonly Diagnosis[] {
  const blocked = results.filter((one) => one.verdict === "NOT_VERIFIED" && NOTHING_BOOKABLE.test(one.reason ?? ""));
  const reason = blocked[0]?.reason;
  if (reason === undefined || reason === null) return [];
  const mend =
    "publish an offer without prepayment that the provider of the credentials delivers, with free times within the next four weeks";
  return [{ problem: `${blocked.length} requirements wait for something to book: ${reason}`, mend, fatal: false }];
}
