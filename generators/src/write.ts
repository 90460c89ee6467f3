import { mkdir, readdir, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  filesWithBanner,
  hasBanner,
  MANIFEST,
  manifestOf,
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
export async function writeArtefacts(folder: string, files: readonly GeneratedFile[]): Promise<WriteReport> {
  const wanted = [...files, manifestOf(files)];
  const { changed, stale } = await compare(folder, wanted);
  const foreign = changed.filter((change) => change.foreign).map((change) => join(folder, change.file.path));
  if (foreign.length > 0) {
    throw new Error(
      `${foreign.join(", ")} was not generated but lies where an artefact belongs. Move it away, or choose another --out.`,
    );
  }
  for (const { file } of changed) await writeWhole(join(folder, file.path), file.content);
  for (const path of stale) await removeWithEmptyFolders(folder, path);
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
export async function checkArtefacts(folder: string, files: readonly GeneratedFile[]): Promise<Difference[]> {
  const { changed, stale } = await compare(folder, [...files, manifestOf(files)]);
  const differing = changed.map(
    ({ file, kind, found }): Difference => ({ path: file.path, kind, expected: file.content, found: found ?? "" }),
  );
  const left = await Promise.all(
    stale.map(async (path): Promise<Difference> => {
      const found = (await readIfPresent(join(folder, path))) ?? "";
      return { path, kind: "stale", expected: "", found };
    }),
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

async function compare(
  folder: string,
  wanted: readonly GeneratedFile[],
): Promise<{ changed: Change[]; stale: string[] }> {
  await refuseFile(folder);
  const owned = await ownedByEarlierRun(folder);
  const changes = await Promise.all(
    wanted.map(async (file): Promise<Change | undefined> => {
      const found = await readIfPresent(join(folder, file.path));
      if (found === file.content) return undefined;
      if (found === undefined) return { file, kind: "missing", found, foreign: false };
      const kind = owned.get(file.path) === sha256(found) ? "outdated" : "edited";
      const ours = owned.has(file.path) || file.path === MANIFEST || (await hasBanner(join(folder, file.path)));
      return { file, kind, found, foreign: !ours };
    }),
  );
  const paths = new Set(wanted.map((file) => file.path));
  const candidates = [...new Set([...owned.keys(), ...(await filesWithBanner(folder))])].filter(
    (path) => !paths.has(path),
  );
  const present = await Promise.all(candidates.map((path) => readIfPresent(join(folder, path))));
  return {
    changed: changes.filter((change) => change !== undefined),
    stale: candidates.filter((_, index) => present[index] !== undefined).sort(),
  };
}

async function refuseFile(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found && !found.isDirectory()) throw new Error(`${folder} is a file. Give --out a folder.`);
}

/** Writes beside and renames, so that a reader never sees half a file. */
async function writeWhole(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.draft`;
  try {
    await writeFile(draft, content);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function removeWithEmptyFolders(root: string, path: string): Promise<void> {
  await rm(join(root, path));
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    if ((await readdir(join(root, folder))).length > 0) return;
    await rmdir(join(root, folder));
  }
}
