import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { GeneratedFile } from "../printers/generated-file.ts";
import type { UpdatePlan } from "./plan-update.ts";
import { ProjectError } from "./project-settings.ts";
import { GENERATED } from "./project-state.ts";

/**
 * Carries a plan out: new files of the user's first, each only where nothing lies; then `generated/`, with its manifest
 * last, so that a run that was broken off is taken up by the next one.
 */
export async function carryOut(folder: string, plan: UpdatePlan): Promise<void> {
  for (const file of plan.handlers) await writeOnce(folder, file);
  const owned = join(folder, GENERATED);
  for (const path of plan.stale) await rm(inside(owned, path), { force: true });
  for (const { path, content } of plan.generated) await writeWhole(inside(owned, path), content);
}

/** Writes a file where none lies. @throws {ProjectError} when one does; it is left as it is */
export async function writeOnce(folder: string, { path, content }: GeneratedFile): Promise<void> {
  const target = inside(folder, path);
  await mkdir(dirname(target), { recursive: true });
  try {
    await writeFile(target, content, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new ProjectError(
      `${path} lies there already and was not touched. Mend: move it away and run the command again.`,
    );
  }
}

/** Writes beside and renames, so that nobody reads half a file. */
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

/** A path of a damaged manifest must not lead out of the folder. */
function inside(folder: string, path: string): string {
  const target = resolve(folder, path);
  if (!target.startsWith(`${resolve(folder)}/`) && !target.startsWith(`${resolve(folder)}\\`)) {
    throw new ProjectError(
      `${path} leads out of ${folder}. Mend: restore generated/manifest.json from version control.`,
    );
  }
  return target;
}
