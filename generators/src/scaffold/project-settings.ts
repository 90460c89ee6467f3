/** Levels that a skeleton can be made for. */
export const PROJECT_LEVELS = ["core", "full"] as const;
export type ProjectLevel = (typeof PROJECT_LEVELS)[number];

/** Doors that a skeleton can have. The certification suite speaks HTTP, so that one is always there. */
export const CHANNELS = ["http", "mcp"] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a project was made for; kept in its manifest. */
export interface ProjectSettings {
  /** Protocol version. */
  readonly protocol: string;
  readonly level: ProjectLevel;
  readonly channels: readonly Channel[];
  /** Operations beyond those of the level. */
  readonly with: readonly string[];
}

/** A project that cannot be made or brought up to date; the message says how to mend it. Nothing was changed. */
export class ProjectError extends Error {
  override readonly name = "ProjectError";
}

/**
 * Reads a comma-separated list of channels.
 * @throws {ProjectError} for unknown ones, and when HTTP is left out
 */
export function readChannels(text: string): readonly Channel[] {
  const names = [
    ...new Set(
      text
        .split(",")
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ];
  for (const name of names) {
    if (!isOneOf(CHANNELS, name))
      throw new ProjectError(`--channel ${name} is unknown. Mend: choose from ${CHANNELS.join(", ")}.`);
  }
  if (!names.includes("http"))
    throw new ProjectError("--channel needs http: the certification suite speaks it. Mend: --channel http,mcp.");
  return CHANNELS.filter((channel) => names.includes(channel));
}

/** @throws {ProjectError} for an unknown level */
export function readLevel(text: string): ProjectLevel {
  if (isOneOf(PROJECT_LEVELS, text)) return text;
  throw new ProjectError(`--level ${text} is unknown. Mend: choose from ${PROJECT_LEVELS.join(", ")}.`);
}

export function isOneOf<T extends string>(words: readonly T[], word: unknown): word is T {
  return (words as readonly unknown[]).includes(word);
}
