import { readFileSync } from "node:fs";
import { type NodeConfig, type Setting, type SettingName, settingList, settings } from "./settings/settings.ts";
import type { SettingsFile } from "./settings/settings-file.ts";

export type { NodeConfig };

/** Where values come from besides the defaults, the environment, and what the caller fixes. */
export interface MoreSources {
  readonly file?: SettingsFile | undefined;
  /** Options of the command line as they were written. */
  readonly flags?: Partial<Readonly<Record<SettingName, string | boolean>>>;
}

/** Where the value of a setting came from. */
export type Origin = "default" | "file" | "environment" | "flag" | "given";

interface Candidate {
  readonly origin: Origin;
  /** How the place is called in a message. */
  readonly name: string;
  readonly value: unknown;
}

/** Configuration, and where each part of it came from. */
export interface ReadConfig {
  readonly config: NodeConfig;
  readonly origins: Readonly<Record<SettingName, Origin>>;
}

/**
 * The node's configuration: what is given, a flag, the environment, the file, the default, whichever speaks first.
 * @throws {Error} naming every mistake at once, also of values that another one goes before
 */
export function readConfig(
  environment: NodeJS.ProcessEnv,
  given: Partial<NodeConfig>,
  more: MoreSources = {},
): NodeConfig {
  return readConfigWithOrigins(environment, given, more).config;
}

/** The same, with where each value came from. @throws {Error} naming every mistake at once */
export function readConfigWithOrigins(
  environment: NodeJS.ProcessEnv,
  given: Partial<NodeConfig>,
  more: MoreSources = {},
): ReadConfig {
  const mistakes = [...(more.file?.mistakes ?? [])];
  const values: Partial<Record<SettingName, unknown>> = {};
  const origins: Partial<Record<SettingName, Origin>> = {};
  for (const [name, one] of settingList) {
    const fixed = given[name];
    const candidates = [
      ...(fixed === undefined ? [] : [{ origin: "given", name, value: fixed } as const]),
      ...candidatesFor(name, one, { environment, more, mistakes }),
    ];
    for (const { origin, name: place, value } of candidates) {
      // What the program itself fixes is nobody's mistake: tests set what an operator may not.
      const isFree = origin === "given" || (value === null && one.default === null);
      const problem = isFree ? null : one.kind.problem(value);
      if (problem !== null) mistakes.push(`${place} ${problem}`);
    }
    const [chosen] = candidates;
    values[name] = chosen === undefined || chosen.value === null ? one.default : settled(one, chosen);
    origins[name] = chosen?.origin ?? "default";
  }
  const config = values as NodeConfig;
  if (origins.database === "default") {
    mistakes.push("there is no database; give --database, DATABASE_URL or `database` in the file");
  }
  mistakes.push(...crossChecks(config, environment));
  if (mistakes.length > 0) throw new Error(told(mistakes));
  return { config, origins: origins as Record<SettingName, Origin> };
}

interface Sources {
  readonly environment: NodeJS.ProcessEnv;
  readonly more: MoreSources;
  /** Gets what is wrong with a source itself. */
  readonly mistakes: string[];
}

/** What each source says, the strongest first. */
function candidatesFor(
  name: SettingName,
  one: Setting<unknown>,
  { environment, more, mistakes }: Sources,
): Candidate[] {
  const candidates: Candidate[] = [];
  const flag = more.flags?.[name];
  if (flag !== undefined) {
    const value = typeof flag === "string" ? one.kind.fromText(flag) : flag;
    candidates.push({ origin: "flag", name: `--${one.flag ?? name}`, value });
  }
  for (const variable of [one.environment, one.alsoEnvironment]) {
    const text = variable === undefined ? undefined : environment[variable];
    if (variable !== undefined && text !== undefined && text !== "") {
      candidates.push({ origin: "environment", name: variable, value: one.kind.fromText(text) });
    }
  }
  const secretFile = one.secret ? environment[`${one.environment}_FILE`] : undefined;
  if (secretFile !== undefined && secretFile !== "") {
    const text = secretIn(secretFile);
    if (text === undefined) mistakes.push(`${one.environment}_FILE names ${secretFile}, which cannot be read`);
    else candidates.push({ origin: "environment", name: `The file of ${one.environment}_FILE`, value: text });
  }
  const stored = more.file?.values.get(name);
  if (stored)
    candidates.push({ origin: "file", name: `${more.file?.name}:${stored.line} ${name}`, value: stored.value });
  return candidates;
}

function secretIn(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}

function settled({ kind, default: usual }: Setting<unknown>, { origin, value }: Candidate): unknown {
  // A wrong value is told of; until then nothing must stumble over it.
  return origin === "given" || kind.problem(value) === null ? (kind.settle?.(value) ?? value) : usual;
}

/** What is wrong with settings together. */
function crossChecks(config: NodeConfig, environment: NodeJS.ProcessEnv): string[] {
  const mistakes: string[] = [];
  if (config.sandboxClock && environment["NODE_ENV"] === "production") {
    mistakes.push("the sandbox clock is refused in production; leave out --sandbox-clock or NODE_ENV=production");
  }
  if (config.metricsPort !== null && config.metricsToken === null && !isLoopback(config.metricsHost)) {
    const { metricsHost, metricsToken } = settings;
    mistakes.push(
      `${metricsHost.environment} is "${config.metricsHost}", where everybody could read the metrics; set ${metricsToken.environment}, or take a loopback address`,
    );
  }
  return mistakes;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function told(mistakes: readonly string[]): string {
  if (mistakes.length === 1) return mistakes[0] ?? "";
  return [`${mistakes.length} mistakes in the configuration:`, ...mistakes].join("\n  - ");
}

/** Address under which others reach this node, without trailing slash. */
export function publicUrlOf(config: NodeConfig): string {
  return config.publicUrl ?? `http://${config.host}:${config.port}`;
}
