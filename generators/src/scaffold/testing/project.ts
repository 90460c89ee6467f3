import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { compileSpecification, protocolEntryPoint } from "../../compile.ts";
import { buildModels } from "../../ir/build-model.ts";
import type { ProtocolModel } from "../../ir/model.ts";
import { initProject } from "../init-project.ts";
import type { ProjectSettings } from "../project-settings.ts";

const GENERATORS = resolve(import.meta.dirname, "../../..");
const WORKSPACE = dirname(GENERATORS);

/** Compilers that a skeleton has to please. */
export const COMPILERS = { "TypeScript 5.9": "typescript-5", "TypeScript 7": "typescript" } as const;

let compiled: Promise<readonly ProtocolModel[]> | undefined;

/** Every version of the protocol, compiled once per test file. */
export function protocolModels(): Promise<readonly ProtocolModel[]> {
  compiled ??= compileSpecification(protocolEntryPoint()).then(({ program }) => buildModels(program));
  return compiled;
}

/** A project in a folder of its own, with the packages of this workspace: nothing is fetched. */
export interface TestProject extends AsyncDisposable {
  readonly folder: string;
}

/** @param models the protocol that it is begun with */
export async function temporaryProject(
  models: readonly ProtocolModel[],
  options: Partial<Omit<ProjectSettings, "protocol">> = {},
): Promise<TestProject> {
  const parent = await mkdtemp(join(tmpdir(), "servicialo-project-"));
  const folder = join(parent, "my-node");
  await initProject(folder, models, { level: "core", channels: ["http"], with: [], ...options });
  return { folder, [Symbol.asyncDispose]: () => rm(parent, { recursive: true, force: true }) };
}

/** Puts the packages that a skeleton asks for where it finds them. */
export async function linkPackages(folder: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as Record<
    string,
    Record<string, string>
  >;
  for (const name of [...Object.keys(manifest["dependencies"] ?? {}), "@types/node", "vitest"]) {
    const home = ["@types/node", "vitest"].includes(name) ? WORKSPACE : GENERATORS;
    const link = join(folder, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(home, "node_modules", name), link);
  }
}

/** What a compiler says against a project; empty when it is pleased. */
export async function typeErrors(
  folder: string,
  compiler: (typeof COMPILERS)[keyof typeof COMPILERS],
): Promise<string> {
  const home = dirname(fileURLToPath(import.meta.resolve(`${compiler}/package.json`)));
  const run = promisify(execFile)(process.execPath, [join(home, "bin/tsc"), "-p", folder]);
  return run.then(
    () => "",
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  );
}

/** A project's own process. */
export interface RunningProject extends AsyncDisposable {
  readonly url: string;
  /** Asks it to stop; its exit code, and the signal that ended it if one did. */
  stop(): Promise<readonly [number | null, string | null]>;
}

/** Starts `src/main.ts` on a free port. @throws {Error} with what it printed, when it ends before it listens */
export async function startProject(folder: string): Promise<RunningProject> {
  const child = spawn(process.execPath, ["src/main.ts"], {
    cwd: folder,
    env: { PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit") as Promise<[number | null, string | null]>;
  const stop = async () => {
    child.kill("SIGTERM");
    return ended;
  };
  return { url: await addressOf(child), stop, [Symbol.asyncDispose]: async () => void (await stop()) };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout || !child.stderr) throw new Error("The project prints nowhere.");
  const problems: string[] = [];
  child.stderr.on("data", (text) => problems.push(String(text)));
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /listens on (http:\S+)/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`The project ended before it listened. ${problems.join("")}`);
}

/** Bytes of every file of a project by its path: those of its owner, or those in `generated/`. */
export async function bytesOf(folder: string, whose: "owner" | "tool"): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith("node_modules/") && path.startsWith("generated/") === (whose === "tool"));
  const bytes = await Promise.all(
    paths.map(async (path) => [path, (await readFile(join(folder, path))).toString("base64")] as const),
  );
  return new Map(bytes.sort(([a], [b]) => (a < b ? -1 : 1)));
}
