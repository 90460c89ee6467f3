import { readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { join, posix } from "node:path";
import { runScript, script } from "./command-line.ts";
import { type Import, importsOf } from "./imports-of.ts";
import { ROOT, repositoryFiles } from "./workspace.ts";

/** An import that goes against the arrow. */
export interface ImportProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Sources and package.json files by their path below the repository's root. */
export type Sources = ReadonlyMap<string, string>;

interface PackageManifest {
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The arrow: what each package may load from the others, and what its tests may load besides. */
const ARROW: readonly {
  readonly folder: string;
  readonly may: readonly string[];
  readonly testsMay?: readonly string[];
}[] = [
  { folder: "spec", may: [] },
  { folder: "schema", may: [] },
  { folder: "generators", may: ["spec"], testsMay: ["schema"] },
  { folder: "runtime", may: ["schema"], testsMay: ["examples/clinic"] },
  { folder: "conformance", may: ["schema"] },
  { folder: "examples", may: ["schema"] },
];

interface Fence {
  /** Files that the rule binds. */
  readonly inside: RegExp;
  /** Repository paths, `node:` modules or packages that they must not load. */
  readonly never: RegExp;
  /** Whether their types may be used: they say a shape and do nothing. */
  readonly typesAllowed?: boolean;
  readonly because: string;
}

const FENCES: readonly Fence[] = [
  {
    inside: /^runtime\/src\/(?:operations|rules|lifecycle|scheduling|mandates)\//,
    never: /^runtime\/src\/channels(?:\/|$)/,
    because: "what the node decides must not depend on the door by which a request came in",
  },
  {
    inside: /^runtime\/src\/rules\//,
    never: /^runtime\/src\/(?:storage|pipeline|channels|operations|commands|deadlines)(?:\/|$)/,
    typesAllowed: true,
    because: "a rule decides from what it is given",
  },
  {
    inside: /^runtime\/src\/rules\//,
    never: /^(?:node:(?!util$|assert)|@mikro-orm\/|kysely$|better-sqlite3$|fastify$|@fastify\/|undici$|pino$)/,
    because: "a rule does no input or output",
  },
  {
    inside: /^conformance\//,
    never: /^(?:@modelcontextprotocol\/(?:server|node|fastify)$|@mikro-orm\/|fastify$)/,
    because: "the judge shares nothing with a contestant but the published artefacts",
  },
];

const TEST = /\.test\.ts$|(?:^|\/)(?:testing|fixtures|bench)\//;

/** Holds every import, and every dependency in a package.json, against the arrow and the fences inside the runtime. */
export function importProblems(sources: Sources): readonly ImportProblem[] {
  const packages = packageFolders(sources);
  return [...sources].flatMap(([file, text]) => {
    if (posix.basename(file) === "package.json") return dependencyProblems(file, text, packages);
    return sourceProblems(file, text, packages);
  });
}

/** Folders of the workspace's packages by their names. */
function packageFolders(sources: Sources): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const [file, text] of sources) {
    if (posix.basename(file) !== "package.json") continue;
    const { name } = JSON.parse(text) as PackageManifest;
    if (name !== undefined) folders.set(name, posix.dirname(file));
  }
  return folders;
}

function dependencyProblems(file: string, text: string, packages: ReadonlyMap<string, string>): ImportProblem[] {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(text) as PackageManifest;
  const check = (name: string, asTest: boolean): ImportProblem[] => {
    const target = packages.get(name);
    const message = target === undefined ? null : againstArrow(file, target, asTest);
    const line = text.split("\n").findIndex((one) => one.includes(`"${name}"`)) + 1;
    return message === null ? [] : [{ file, line, message: `depends on ${name}: ${message}` }];
  };
  return [
    ...Object.keys(dependencies).flatMap((name) => check(name, false)),
    ...Object.keys(devDependencies).flatMap((name) => check(name, true)),
  ];
}

function sourceProblems(file: string, text: string, packages: ReadonlyMap<string, string>): ImportProblem[] {
  const imports = readable(file, text);
  if (imports instanceof SyntaxError) return [{ file, line: 1, message: `cannot be read: ${imports.message}` }];
  return imports.flatMap(({ specifier, line, typeOnly }) => {
    const target = targetOf(file, specifier, packages);
    const fences = TEST.test(file)
      ? []
      : FENCES.filter(
          (fence) => fence.inside.test(file) && fence.never.test(target) && !(typeOnly && fence.typesAllowed),
        );
    const messages = [againstArrow(file, target, TEST.test(file)), ...fences.map(({ because }) => because)];
    return messages
      .filter((message) => message !== null)
      .map((message) => ({ file, line, message: `loads ${specifier}: ${message}` }));
  });
}

function readable(file: string, text: string): readonly Import[] | SyntaxError {
  try {
    return importsOf(file, text);
  } catch (error) {
    if (error instanceof SyntaxError) return error;
    throw error;
  }
}

/** Where an import leads: a path of the repository, a `node:` module, or the name of a package. */
function targetOf(file: string, specifier: string, packages: ReadonlyMap<string, string>): string {
  if (specifier.startsWith(".")) return posix.normalize(posix.join(posix.dirname(file), specifier));
  if (isBuiltin(specifier)) return `node:${specifier.replace(/^node:/, "").split("/")[0]}`;
  const parts = specifier.split("/");
  const name = parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
  const folder = packages.get(name);
  return folder === undefined ? name : posix.join(folder, ...parts.slice(2));
}

/** Why a file must not load this target; null when it may. */
function againstArrow(file: string, target: string, asTest: boolean): string | null {
  const from = ARROW.find(({ folder }) => isIn(folder, file));
  const to = ARROW.find(({ folder }) => isIn(folder, target));
  if (from === undefined || to === undefined || homeOf(file) === homeOf(target)) return null;
  const allowed = [...from.may, ...(asTest ? (from.testsMay ?? []) : [])];
  if (allowed.some((folder) => isIn(folder, target))) return null;
  const may =
    allowed.length === 0 ? "nothing of the other packages" : `only ${allowed.join(" and ")} of the other packages`;
  return `${from.folder} may load ${may}, not ${to.folder}`;
}

/** Each example is a package of its own. */
function homeOf(path: string): string {
  const [first = "", second = ""] = path.split("/");
  return first === "examples" ? `${first}/${second}` : first;
}

function isIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

async function main(options: { quiet?: boolean }): Promise<void> {
  const paths = (await repositoryFiles()).filter((file) => isChecked(file));
  if (paths.length === 0) throw new Error("There is no source file to check.");
  const sources = new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(ROOT, path), "utf8")] as const)),
  );
  const problems = importProblems(sources);
  for (const { file, line, message } of problems) console.error(`${file}:${line} ${message}`);
  if (problems.length > 0) process.exitCode = 1;
  else if (!options.quiet) console.log(`${paths.length} files keep to the arrow`);
}

function isChecked(file: string): boolean {
  return /\.(?:ts|mts|js|mjs)$|(?:^|\/)package\.json$/.test(file) && ARROW.some(({ folder }) => isIn(folder, file));
}

if (import.meta.main) {
  await runScript(
    script("check-imports", "Fails when an import goes against the arrow of the architecture.").action(main),
  );
}
