import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findRequirement } from "../artefacts.ts";
import type { MutantSet } from "./define-mutants.ts";

const MUTANT_FILE = /\.mutants\.ts$/;

/**
 * Reads every set of faulty nodes; nothing is registered by hand.
 * @throws {Error} when a file stands in the wrong place, has no set, or names an unknown requirement
 */
export async function discoverMutants(): Promise<readonly MutantSet[]> {
  const folder = fileURLToPath(new URL("./faults/", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => MUTANT_FILE.test(path));
  const sets: MutantSet[] = [];
  for (const file of files.sort()) {
    const { default: set } = (await import(pathToFileURL(join(folder, file)).href)) as { default?: MutantSet };
    if (set === undefined || set.mutants.length === 0) throw new Error(`${file}: export default defineMutants(…)`);
    const requirement = findRequirement(set.requirement);
    if (requirement === undefined) throw new Error(`${file}: the ledger has no ${set.requirement}`);
    const expected = join(requirement.area, `${requirement.id.toLowerCase()}.mutants.ts`);
    if (join(dirname(file), basename(file)) !== expected) throw new Error(`${file}: move it to ${expected}`);
    sets.push(set);
  }
  return sets;
}
