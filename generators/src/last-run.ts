import { globSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { RECORDS } from "./cache-folder.ts";
import { filesWithBanner, MANIFEST, ownedByEarlierRun, readIfPresent, sha256 } from "./owned-files.ts";

const GENERATOR = fileURLToPath(new URL("..", import.meta.url));

/** Which specification a run read, and where it put the artefacts; absolute paths. */
export interface RunPlace {
  readonly spec: string;
  readonly out: string;
}

/** What a run read and left behind. */
interface RunRecord extends RunPlace {
  readonly node: string;
  readonly versions: readonly string[];
  /** SHA-256 of every file of the specification and of the generator itself, by path. */
  readonly read: Readonly<Record<string, string>>;
  /** SHA-256 of the list of artefacts, which has theirs. */
  readonly manifest: string;
}

/** What a run that has nothing to do says. */
export interface Standing {
  readonly versions: readonly string[];
  readonly files: number;
}

/**
 * Keeps in mind what a run read and left behind.
 * @param sources paths of all files of the specification
 */
export function rememberRun(place: RunPlace, sources: readonly string[], versions: readonly string[]): void {
  const manifest = readIfPresent(join(place.out, MANIFEST));
  if (manifest === undefined) return;
  const read = Object.fromEntries(filesRead(sources).map((path) => [path, sha256(readIfPresent(path) ?? "")]));
  const record: RunRecord = { ...place, node: process.version, versions, read, manifest: sha256(manifest) };
  try {
    mkdirSync(RECORDS, { recursive: true });
    forgetGone();
    writeFileSync(recordPath(place), JSON.stringify(record));
  } catch {
    // Without a record the next run takes longer, and nothing else.
  }
}

/**
 * The outcome of the last run, when the same would come out again: no byte of the specification, of the generator and
 * of the artefacts has changed, and none was added that the next run would remove.
 */
export function recallRun(place: RunPlace): Standing | undefined {
  const record = recordOf(recordPath(place));
  if (record?.node !== process.version || record.spec !== place.spec || record.out !== place.out) return undefined;
  if (!allAsRead(record)) return undefined;
  const manifest = readIfPresent(join(place.out, MANIFEST));
  if (manifest === undefined || sha256(manifest) !== record.manifest) return undefined;
  const owned = ownedByEarlierRun(place.out);
  for (const [path, hash] of owned) {
    const content = readIfPresent(join(place.out, path));
    if (content === undefined || sha256(content) !== hash) return undefined;
  }
  const known = new Set([...owned.keys(), MANIFEST]);
  if (filesWithBanner(place.out, known).length > 0) return undefined;
  return { versions: record.versions, files: known.size };
}

function allAsRead({ read }: RunRecord): boolean {
  const own = generatorFiles();
  return (
    own.every((path) => path in read) &&
    Object.entries(read).every(([path, hash]) => sha256(readIfPresent(path) ?? "") === hash)
  );
}

/** A module of the specification may import any other beside and below it. */
function filesRead(sources: readonly string[]): string[] {
  const own = sources.filter((path) => !path.includes("/node_modules/"));
  const modules = new Set(own.filter((path) => !path.endsWith(".tsp")).map((path) => dirname(path)));
  return [...new Set([...own, ...[...modules].flatMap((folder) => filesBelow(folder)), ...generatorFiles()])];
}

function generatorFiles(): string[] {
  return [join(GENERATOR, "package.json"), ...filesBelow(join(GENERATOR, "src"))];
}

function filesBelow(folder: string): string[] {
  const exclude = ["**/node_modules/**", "**/*.test.ts", "**/golden/**"];
  return globSync("**/*.*", { cwd: folder, exclude })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
}

function recordPath({ spec, out }: RunPlace): string {
  return join(RECORDS, `${sha256(`${spec}\n${out}`).slice(0, 16)}.json`);
}

function recordOf(path: string): RunRecord | undefined {
  try {
    return JSON.parse(readIfPresent(path) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/** Records of specifications that are not there any more, such as those of tests. */
function forgetGone(): void {
  for (const name of readdirSync(RECORDS)) {
    const record = recordOf(join(RECORDS, name));
    if (record && !statSync(record.spec, { throwIfNoEntry: false })) rmSync(join(RECORDS, name), { force: true });
  }
}
