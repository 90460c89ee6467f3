import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { findRequirement } from "./artefacts.ts";
import { isRecord } from "./json-path.ts";
import { isLevel, LEVELS, type Level } from "./levels.ts";
import { tokenVariable } from "./redact.ts";
import {
  CREDENTIAL_KINDS,
  type Credential,
  type CredentialKind,
  DEFAULT_SETTINGS,
  type RunSettings,
} from "./settings.ts";

/** Steps of the random walk, where nothing else is said: CORE and AGENT are the quick runs. */
const WALK_STEPS: Readonly<Record<Level, number>> = { core: 150, full: 1000, network: 1000, agent: 150 };
/** Requests of the fuzzing, where nothing else is said. */
const FUZZ_REQUESTS: Readonly<Record<Level, number>> = { core: 60, full: 300, network: 300, agent: 60 };

/** A wrong flag, variable or file; its message is one line that says how to mend it. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

/** Flags of `servicialo-certify run` as commander hands them over. */
export interface RunFlags {
  readonly level?: string;
  readonly organization?: string;
  readonly credentials?: string;
  readonly config?: string;
  readonly only?: readonly string[];
  readonly area?: readonly string[];
  readonly bail?: boolean;
  readonly seed?: string;
  readonly concurrency?: string;
  readonly timeout?: string;
  readonly exactCodes?: boolean;
  readonly readOnly?: boolean;
  readonly budget?: string;
  readonly walkSteps?: string;
  readonly fuzz?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Members of a config file; `schema/config.schema.json` of the suite describes them for editors. */
export const CONFIG_MEMBERS = [
  "url",
  "level",
  "organization",
  "credentials",
  "only",
  "areas",
  "bail",
  "seed",
  "concurrency",
  "timeout",
  "exactCodes",
  "readOnly",
  "budget",
  "walkSteps",
  "fuzz",
  "expectedFailures",
];

/**
 * Puts a run's settings together: a flag wins over the environment, the environment over the config file.
 * Secrets come from the environment or from a file of their own, never from a flag.
 * @throws UsageError with a one-line mend.
 */
export function readSettings(url: string | undefined, flags: RunFlags, environment: Environment): RunSettings {
  const config = flags.config === undefined ? {} : readConfig(flags.config);
  const address = url ?? environment.SERVICIALO_URL ?? text(config, "url");
  if (address === undefined) throw new UsageError("say which node: servicialo-certify run <url>");
  const level = flags.level ?? text(config, "level") ?? DEFAULT_SETTINGS.level;
  if (!isLevel(level)) throw new UsageError(`--level ${level} is unknown; choose one of ${LEVELS.join(", ")}`);
  const file = credentialsFile(flags, environment, config);
  const only = (flags.only ?? list(config, "only")).map((id) => id.toUpperCase());
  for (const id of only) {
    if (findRequirement(id) === undefined)
      throw new UsageError(`--only ${id}: the ledger has no such requirement; see servicialo-certify list`);
  }
  const areas = flags.area ?? list(config, "areas");
  // Whoever names requirements wants these, and waits for nothing else.
  const narrowed = only.length > 0 || areas.length > 0;
  return {
    url: httpAddress(address),
    level,
    organization:
      flags.organization ?? environment.SERVICIALO_ORGANIZATION ?? text(config, "organization") ?? file.organization,
    credentials: { ...file.credentials, ...credentialsFromEnvironment(environment, file.credentials) },
    only,
    areas,
    bail: flags.bail ?? config.bail === true,
    seed: wholeNumber("--seed", flags.seed ?? config.seed ?? DEFAULT_SETTINGS.seed, 0),
    concurrency: wholeNumber(
      "--concurrency",
      flags.concurrency ?? config.concurrency ?? DEFAULT_SETTINGS.concurrency,
      1,
    ),
    timeoutMs: wholeNumber("--timeout", flags.timeout ?? config.timeout ?? DEFAULT_SETTINGS.timeoutMs / 1000, 1) * 1000,
    exactCodes: flags.exactCodes ?? config.exactCodes === true,
    patienceSeconds: DEFAULT_SETTINGS.patienceSeconds,
    readOnly: flags.readOnly ?? config.readOnly === true,
    budgetSeconds: budgetOf(flags.budget ?? environment.SERVICIALO_BUDGET ?? config.budget),
    walkSteps: wholeNumber(
      "--walk-steps",
      flags.walkSteps ?? config.walkSteps ?? (narrowed ? 0 : WALK_STEPS[level]),
      0,
    ),
    fuzzRequests: wholeNumber("--fuzz", flags.fuzz ?? config.fuzz ?? (narrowed ? 0 : FUZZ_REQUESTS[level]), 0),
  };
}

/** Path of the file of expected failures: the flag's, or the one that the config file names, relative to itself. */
export function expectedFailuresFile(flags: { config?: string; expectedFailures?: string }): string | null {
  if (flags.expectedFailures !== undefined) return flags.expectedFailures;
  if (flags.config === undefined) return null;
  const named = text(readConfig(flags.config), "expectedFailures");
  return named === undefined ? null : resolve(dirname(flags.config), named);
}

function budgetOf(value: unknown): number | null {
  return value === undefined || value === null ? null : wholeNumber("--budget", value, 1);
}

export function httpAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    throw new UsageError(`${address} is no http(s) address; write it like https://node.example.org`);
  }
  return address;
}

function credentialsFile(
  flags: RunFlags,
  environment: Environment,
  config: Record<string, unknown>,
): { organization: string | null; credentials: Partial<Record<CredentialKind, Credential>> } {
  const configured = text(config, "credentials");
  const path =
    flags.credentials ??
    environment.SERVICIALO_CREDENTIALS ??
    (configured === undefined ? undefined : resolve(dirname(flags.config ?? "."), configured));
  if (path === undefined) return { organization: null, credentials: {} };
  const document = readJson(path, "--credentials");
  const members = isRecord(document.credentials) ? document.credentials : {};
  const credentials: Partial<Record<CredentialKind, Credential>> = {};
  for (const [kind, member] of Object.entries(members)) {
    if (!isCredentialKind(kind))
      throw new UsageError(`${path}: ${kind} is no kind of credential; use ${CREDENTIAL_KINDS.join(", ")}`);
    if (!isRecord(member) || typeof member.token !== "string" || member.token === "") {
      throw new UsageError(`${path}: credentials.${kind} needs a token`);
    }
    credentials[kind] = credentialOf(member as Record<string, unknown> & { token: string });
  }
  return { organization: text(document, "organization") ?? null, credentials };
}

function credentialOf(member: Record<string, unknown> & { token: string }): Credential {
  const id = text(member, "id");
  const organization = text(member, "organization");
  const scheme = text(member, "scheme");
  return {
    token: member.token,
    ...(id === undefined ? {} : { id }),
    ...(organization === undefined ? {} : { organization }),
    ...(scheme === undefined ? {} : { scheme }),
  };
}

function credentialsFromEnvironment(
  environment: Environment,
  base: Partial<Record<CredentialKind, Credential>>,
): Partial<Record<CredentialKind, Credential>> {
  const credentials: Partial<Record<CredentialKind, Credential>> = {};
  for (const kind of CREDENTIAL_KINDS) {
    const token = environment[tokenVariable(kind)];
    const id = environment[`SERVICIALO_ID_${kind.toUpperCase()}`];
    if (token === undefined || token === "") continue;
    credentials[kind] = { ...base[kind], token, ...(id === undefined ? {} : { id }) };
  }
  return credentials;
}

function readConfig(path: string): Record<string, unknown> {
  const config = readJson(path, "--config");
  for (const member of Object.keys(config)) {
    if (member !== "$schema" && !CONFIG_MEMBERS.includes(member)) {
      throw new UsageError(`${path}: ${member} is unknown; members are ${CONFIG_MEMBERS.join(", ")}`);
    }
  }
  return config;
}

function readJson(path: string, flag: string): Record<string, unknown> {
  let content: string;
  try {
    content = readFileSync(path, "utf8");
  } catch {
    throw new UsageError(`${flag} ${path}: the file cannot be read`);
  }
  try {
    const document: unknown = JSON.parse(content);
    if (isRecord(document)) return document;
  } catch {
    // Said below, without the content: it may hold secrets.
  }
  throw new UsageError(`${flag} ${path}: the file is no JSON object`);
}

function isCredentialKind(word: string): word is CredentialKind {
  return (CREDENTIAL_KINDS as readonly string[]).includes(word);
}

function text(members: Record<string, unknown>, name: string): string | undefined {
  const value = members[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function list(members: Record<string, unknown>, name: string): readonly string[] {
  const value = members[name];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

function wholeNumber(flag: string, value: unknown, least: number): number {
  const number = typeof value === "number" ? value : Number(value);
  if (!Number.isSafeInteger(number) || number < least)
    throw new UsageError(`${flag} takes a whole number from ${least} on`);
  return number;
}
