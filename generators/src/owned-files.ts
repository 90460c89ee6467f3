import { hash } from "node:crypto";
import { closeSync, type Dirent, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { type GeneratedFile, NOTICE } from "./printers/generated-file.ts";

/** The list of owned files, itself an artefact. */
export const MANIFEST = "generated.json";

const HEAD_BYTES = 512;

/** What is known of the files of an earlier run: path → SHA-256 as it was written. */
export type Ownership = ReadonlyMap<string, string>;

export function sha256(content: string): string {
  return hash("sha256", content);
}

/** The list of these files as an artefact of its own. */
export function manifestOf(files: readonly GeneratedFile[]): GeneratedFile {
  const entries = Object.fromEntries(files.map((file) => [file.path, sha256(file.content)]));
  const content = { $comment: "Files that `servicialo-gen generate` owns, with their SHA-256.", files: entries };
  return { path: MANIFEST, content: `${JSON.stringify(content, null, 2)}\n` };
}

/** Reads which files an earlier run wrote. Empty without a list, and when the list is damaged. */
export function ownedByEarlierRun(folder: string): Ownership {
  const text = readIfPresent(join(folder, MANIFEST));
  if (text === undefined) return new Map();
  try {
    const { files } = JSON.parse(text) as { files?: Record<string, string> };
    return new Map(Object.entries(files ?? {}).filter(([path]) => staysInside(path)));
  } catch {
    return new Map();
  }
}

/**
 * Paths of the files below the folder that carry the banner, whether listed or not: merges leave such behind.
 * @param known paths that need no look
 */
export function filesWithBanner(folder: string, known: ReadonlySet<string> = new Set(), below = ""): string[] {
  return entriesOf(join(folder, below)).flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      return entry.name === "node_modules" || entry.name.startsWith(".") ? [] : filesWithBanner(folder, known, path);
    }
    return entry.isFile() && !known.has(path) && hasBanner(join(folder, path)) ? [path] : [];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

export function hasBanner(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.toString("utf8", 0, readSync(file, head)).includes(NOTICE);
  } finally {
    closeSync(file);
  }
}

export function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** A path of the list may never lead out of the output folder, whoever edited the list. */
function staysInside(path: string): boolean {
  return path !== "" && !isAbsolute(path) && !path.split(/[/\\]/).includes("..");
}
