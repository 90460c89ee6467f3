import { mkdir, readdir } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { ProtocolModel } from "../ir/model.ts";
import { modelOf, planProject, type UpdatePlan } from "./plan-update.ts";
import { ProjectError, type ProjectSettings } from "./project-settings.ts";
import { printUserFiles } from "./user-files.ts";
import { carryOut, writeOnce } from "./write-project.ts";

/** What a new project is made for; the newest released protocol version unless one is named. */
export interface InitOptions extends Omit<ProjectSettings, "protocol"> {
  readonly protocol?: string | undefined;
}

/**
 * Writes a project into an empty folder, or a new one.
 * @throws {ProjectError} when something lies in the folder already; nothing is written then
 */
export async function initProject(
  folder: string,
  models: readonly ProtocolModel[],
  options: InitOptions,
): Promise<UpdatePlan> {
  await refuseUsed(folder);
  const full = modelOf(models, options.protocol);
  const settings = { ...options, with: [...new Set(options.with)].sort(), protocol: full.version };
  const plan = planProject(
    { sources: [], generated: new Map() },
    { full, settings, renames: {}, manifest: { operations: [], removed: [], files: {} }, force: false },
  );
  await mkdir(folder, { recursive: true });
  for (const file of printUserFiles(packageName(folder), settings)) await writeOnce(folder, file);
  await carryOut(folder, plan);
  return plan;
}

async function refuseUsed(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    if (error.code === "ENOTDIR") throw new ProjectError(`${folder} is a file. Mend: name a folder.`);
    throw error;
  });
  const used = entries.filter((name) => name !== ".git" && name !== ".DS_Store");
  if (used.includes("generated"))
    throw new ProjectError(`${folder} holds a project already. Mend: servicialo-gen update ${folder}`);
  if (used.length > 0)
    throw new ProjectError(`${folder} is not empty: ${used.slice(0, 5).join(", ")}. Mend: name a new folder.`);
}

/** A name that npm takes, made from the folder's. */
function packageName(folder: string): string {
  const name = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+|[._-]+$/g, "");
  return name === "" ? "servicialo-node" : name;
}
