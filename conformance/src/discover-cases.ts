import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findRequirement, type Requirement } from "./artefacts.ts";
import type { CaseDefinition } from "./define-case.ts";

const CASE_FILE = /\.case\.[jt]s$/;

/** A case with the requirement that it judges. */
export interface DiscoveredCase {
  readonly definition: CaseDefinition;
  readonly requirement: Requirement;
  /** Path below the folder of cases. */
  readonly file: string;
}

/** A case file that cannot be used: the run does not start. */
export class CaseFileError extends Error {
  constructor(file: string, problem: string) {
    super(`${file}: ${problem}`);
    this.name = "CaseFileError";
  }
}

/**
 * Reads every case below a folder; nothing is registered by hand.
 * @throws CaseFileError when a file has no case, cites an unknown requirement, is named after another one, or stands
 * in the folder of another area; or when two files judge the same requirement.
 */
export async function discoverCases(folder: string = publishedCases()): Promise<readonly DiscoveredCase[]> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => CASE_FILE.test(path))
    .sort();
  const discovered: DiscoveredCase[] = [];
  for (const file of files) {
    const found = await readCase(folder, file.replaceAll("\\", "/"));
    const earlier = discovered.find((other) => other.requirement.id === found.requirement.id);
    if (earlier !== undefined) throw new CaseFileError(file, `${earlier.file} already judges ${found.requirement.id}`);
    discovered.push(found);
  }
  return discovered;
}

async function readCase(folder: string, file: string): Promise<DiscoveredCase> {
  const module = await load(folder, file);
  const definition = module.default;
  if (definition === undefined || typeof definition.run !== "function" || typeof definition.requirement !== "string") {
    throw new CaseFileError(file, "export default defineCase({ requirement, title, run })");
  }
  const requirement = findRequirement(definition.requirement);
  if (requirement === undefined) {
    throw new CaseFileError(file, `cites ${definition.requirement}, which the ledger does not have`);
  }
  const name = basename(file).replace(CASE_FILE, "");
  if (name !== requirement.id.toLowerCase()) {
    throw new CaseFileError(file, `rename it to ${requirement.id.toLowerCase()}.case.ts, after its requirement`);
  }
  if (dirname(file) !== requirement.area) throw new CaseFileError(file, `move it to the folder ${requirement.area}/`);
  return { definition: definition as CaseDefinition, requirement, file };
}

async function load(folder: string, file: string): Promise<{ default?: Partial<CaseDefinition> }> {
  try {
    return (await import(pathToFileURL(join(folder, file)).href)) as { default?: Partial<CaseDefinition> };
  } catch (error) {
    throw new CaseFileError(file, `cannot be loaded: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export function publishedCases(): string {
  return fileURLToPath(new URL("./cases/", import.meta.url));
}
