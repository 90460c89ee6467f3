import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCE = fileURLToPath(new URL("..", import.meta.url));
const VOCABULARY = "../../../spec/vocabulary/main.tsp";

/** Entry file of the fixture that uses every word of the vocabulary. */
export const FIXTURE = join(SOURCE, "fixtures/clinic.tsp");

/** The command line. */
export const CLI = join(SOURCE, "cli.ts");

/** A folder of its own for one test, where the packages that artefacts import can be found. */
export interface Workspace extends AsyncDisposable {
  readonly folder: string;
  /** A copy of the fixture, that the test may change. */
  readonly spec: string;
  /** Where its artefacts go. */
  readonly out: string;
  changeSpec(change: (text: string) => string): Promise<void>;
}

export async function temporaryWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), "servicialo-gen-"));
  await symlink(resolve(SOURCE, "../node_modules"), join(folder, "node_modules"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
  const spec = join(folder, "clinic.tsp");
  const original = await readFile(FIXTURE, "utf8");
  await writeFile(spec, original.replace(VOCABULARY, resolve(SOURCE, "fixtures", VOCABULARY)));
  return {
    folder,
    spec,
    out: join(folder, "schema"),
    changeSpec: async (change) => writeFile(spec, change(await readFile(spec, "utf8"))),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
