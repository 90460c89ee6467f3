import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  filesWithBanner,
  hasBanner,
  MANIFEST,
  manifestOf,
  type Ownership,
  ownedByEarlierRun,
  readIfPresent,
  sha256,
} from "./owned-files.ts";
import type { GeneratedFile } from "./printers/generated-file.ts";

/** What a run changed, by path below the output folder. */
export interface WriteReport {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/**
 * Brings the output folder to exactly these files: writes what differs, removes what an earlier run wrote and this
 * one did not. A file is ours when the list of an earlier run names it or when it carries the banner; all others are
 * never touched.
 * @throws {Error} when a file that is not ours lies where an artefact belongs; nothing is written then
 */
export function writeArtefacts(folder: string, files: readonly GeneratedFile[]): WriteReport {
  const wanted = [...files, manifestOf(files)];
  const { changed, stale } = compare(folder, wanted);
  const foreign = changed.filter((change) => change.foreign).map((change) => join(folder, change.file.path));
  if (foreign.length > 0) {
    throw new Error(
      `${foreign.join(", ")} was not generated but lies where an artefact belongs. Move it away, or choose another --out.`,
    );
  }
  if (existsSync(folder)) writeEach(folder, changed);
  else writeFolder(folder, changed);
  for (const path of stale) removeWithEmptyFolders(folder, path);
  return {
    written: changed.map(({ file }) => file.path),
    removed: stale,
    unchanged: wanted.length - changed.length,
  };
}

/** A difference between what the specification says and what lies in the output folder. */
export interface Difference {
  readonly path: string;
  /** `outdated` files are as they were generated, `edited` ones are not. */
  readonly kind: "missing" | "outdated" | "edited" | "stale";
  readonly expected: string;
  readonly found: string;
}

/** Compares without writing. Empty when the folder holds exactly what the specification says. */
export function checkArtefacts(folder: string, files: readonly GeneratedFile[]): Difference[] {
  const { changed, stale } = compare(folder, [...files, manifestOf(files)]);
  const differing = changed.map(
    ({ file, kind, found }): Difference => ({ path: file.path, kind, expected: file.content, found: found ?? "" }),
  );
  const left = stale.map(
    (path): Difference => ({ path, kind: "stale", expected: "", found: readIfPresent(join(folder, path)) ?? "" }),
  );
  return [...differing, ...left].sort((a, b) => (a.path < b.path ? -1 : 1));
}

interface Change {
  readonly file: GeneratedFile;
  readonly kind: "missing" | "outdated" | "edited";
  readonly found: string | undefined;
  /** It lies there, but no run wrote it. */
  readonly foreign: boolean;
}

function compare(folder: string, wanted: readonly GeneratedFile[]): { changed: Change[]; stale: string[] } {
  refuseFile(folder);
  const owned = ownedByEarlierRun(folder);
  const paths = new Set(wanted.map((file) => file.path));
  const left = [...new Set([...owned.keys(), ...filesWithBanner(folder, paths)])].filter((path) => !paths.has(path));
  return {
    changed: wanted.map((file) => changeOf(folder, file, owned)).filter((change) => change !== undefined),
    stale: left.filter((path) => readIfPresent(join(folder, path)) !== undefined).sort(),
  };
}

function changeOf(folder: string, file: GeneratedFile, owned: Ownership): Change | undefined {
  const found = readIfPresent(join(folder, file.path));
  if (found === file.content) return undefined;
  if (found === undefined) return { file, kind: "missing", found, foreign: false };
  const kind = owned.get(file.path) === sha256(found) ? "outdated" : "edited";
  const ours = owned.has(file.path) || file.path === MANIFEST || hasBanner(join(folder, file.path));
  return { file, kind, found, foreign: !ours };
}

function refuseFile(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) throw new Error(`${folder} is a file. Give --out a folder.`);
}

function writeEach(folder: string, changes: readonly Change[]): void {
  makeParents(folder, changes);
  for (const { file } of changes) writeWhole(join(folder, file.path), file.content);
}

/** A folder that is not there yet appears with everything in it. */
function writeFolder(folder: string, changes: readonly Change[]): void {
  const draft = `${folder}.${process.pid}.draft`;
  try {
    makeParents(draft, changes);
    for (const { file } of changes) writeFileSync(join(draft, file.path), file.content);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

function makeParents(folder: string, changes: readonly Change[]): void {
  const parents = new Set(changes.map(({ file }) => dirname(join(folder, file.path))));
  for (const parent of parents) mkdirSync(parent, { recursive: true });
}

/** Writes beside and renames, so that a reader never sees half a file. */
function writeWhole(path: string, content: string): void {
  const draft = `${path}.${process.pid}.draft`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function removeWithEmptyFolders(root: string, path: string): void {
  rmSync(join(root, path));
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    if (readdirSync(join(root, folder)).length > 0) return;
    rmdirSync(join(root, folder));
  }
}
