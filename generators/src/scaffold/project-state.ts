import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readIfPresent } from "../owned-files.ts";
import type { UserFile } from "./find-handlers.ts";

/** The folder that is wholly the tool's. */
export const GENERATED = "generated";

const SOURCE = /\.[cm]?ts$/;

/** A project as it lies on the disk. */
export interface ProjectState {
  /** The user's TypeScript: everything outside `generated/`. */
  readonly sources: readonly UserFile[];
  /** Text of every file in `generated/` by its path below it. */
  readonly generated: ReadonlyMap<string, string>;
}

/** Reads a project. Changes nothing. */
export async function readProject(folder: string): Promise<ProjectState> {
  const userPaths = (await pathsBelow(folder, "", (path) => path === GENERATED)).filter((path) => SOURCE.test(path));
  const generatedPaths = await pathsBelow(join(folder, GENERATED), "", () => false);
  const sources = await Promise.all(userPaths.map(async (path) => ({ path, text: await textAt(folder, path) })));
  const generated = await Promise.all(
    generatedPaths.map(async (path) => [path, await textAt(join(folder, GENERATED), path)] as const),
  );
  return { sources, generated: new Map(generated) };
}

async function textAt(folder: string, path: string): Promise<string> {
  return (await readIfPresent(join(folder, path))) ?? "";
}

/** Paths of all files, with `/`; folders that hold packages or begin with a dot are passed over. */
async function pathsBelow(folder: string, below: string, skip: (path: string) => boolean): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const found: string[] = [];
  for (const entry of entries) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isFile()) found.push(path);
    const passedOver = entry.name === "node_modules" || entry.name.startsWith(".") || skip(path);
    if (entry.isDirectory() && !passedOver) found.push(...(await pathsBelow(folder, path, skip)));
  }
  return found.sort();
}
