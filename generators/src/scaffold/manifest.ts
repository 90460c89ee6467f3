import { sha256 } from "../owned-files.ts";
import type { GeneratedFile } from "../printers/generated-file.ts";
import type { Renames } from "./handler-places.ts";
import { CHANNELS, isOneOf, PROJECT_LEVELS, ProjectError, type ProjectSettings } from "./project-settings.ts";

/** Path of the manifest below `generated/`. */
export const MANIFEST = "manifest.json";

/** What the tool remembers about a project between its runs. */
export interface ProjectManifest extends ProjectSettings {
  /** Operations that the project declares. */
  readonly operations: readonly string[];
  /** Operations that it declared once, and that are gone. */
  readonly removed: readonly string[];
  readonly renames: Renames;
  /** Path below `generated/` → fingerprint of what was written. */
  readonly files: Readonly<Record<string, string>>;
}

/** Fingerprint of a text, whatever line endings a checkout gave it. */
export function fingerprint(text: string): string {
  return sha256(text.replaceAll("\r\n", "\n"));
}

/** The manifest of these files, as a file of its own. */
export function manifestFile(manifest: Omit<ProjectManifest, "files">, files: readonly GeneratedFile[]): GeneratedFile {
  const { protocol, level, channels, operations, removed, renames } = manifest;
  const content = {
    $comment:
      "What servicialo-gen knows about this project. Written by `servicialo-gen update`; keep it under version control.",
    protocol,
    level,
    channels,
    with: manifest.with,
    operations,
    removed,
    renames,
    files: Object.fromEntries(files.map(({ path, content }) => [path, fingerprint(content)])),
  };
  return { path: MANIFEST, content: `${JSON.stringify(content, null, 2)}\n` };
}

/** @throws {ProjectError} when the text is no manifest */
export function readManifest(text: string): ProjectManifest {
  const found = parsed(text) as Partial<ProjectManifest> | undefined;
  const sound =
    typeof found?.protocol === "string" &&
    isOneOf(PROJECT_LEVELS, found.level) &&
    isWords(found.channels) &&
    found.channels.every((channel) => isOneOf(CHANNELS, channel)) &&
    [found.with, found.operations, found.removed].every(isWords) &&
    [found.renames, found.files].every(isTexts);
  if (!sound) throw new ProjectError("generated/manifest.json is damaged. Mend: restore it from version control.");
  return found as ProjectManifest;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isTexts(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && isWords(Object.values(value));
}
