import { execFile } from "node:child_process";
import { mkdtemp, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { compileSpecification, protocolEntryPoint } from "../compile.ts";
import { buildModels } from "../ir/build-model.ts";
import type { ProtocolModel } from "../ir/model.ts";
import { SpecificationError } from "../specification-error.ts";
import type { Side } from "./specification-diff.ts";

const run = promisify(execFile);

/** Reads each specification once, however often it is named. */
export class SpecificationReader {
  readonly #entryPoint: string;
  readonly #known = new Map<string, Promise<readonly ProtocolModel[]>>();

  /** @param entryPoint the specification whose versions can be named alone */
  constructor(entryPoint: string) {
    this.#entryPoint = entryPoint;
  }

  /**
   * Reads what a user named: a version (`0.8`), a folder or file (`../other/spec`), or a git revision with the folder
   * in it (`main:spec`). `#version` after the latter two chooses one version.
   * @throws {SpecificationError} when it is none of them or does not compile
   */
  async read(label: string): Promise<Side> {
    const [, source = label, version] = /^(.*?)(?:#([^#]+))?$/.exec(label) ?? [];
    const isVersion =
      version === undefined && /^\d+\.\d+(?:\.\d+)?(?:-[\w.]+)?$/.test(source) && !(await exists(source));
    const wanted = isVersion ? source : version;
    const models = await this.#models(isVersion ? this.#entryPoint : source);
    if (wanted === undefined) return { label, models, chosen: false };
    const chosen = models.filter((model) => model.version === wanted);
    if (chosen.length === 0) {
      const known = models.map((model) => model.version).join(", ");
      throw new SpecificationError(
        `There is no version ${wanted}. Name one of ${known}, a folder, or a revision such as main:spec.`,
      );
    }
    return { label, models: chosen, chosen: true };
  }

  #models(source: string): Promise<readonly ProtocolModel[]> {
    const known = this.#known.get(source) ?? this.#compile(source);
    this.#known.set(source, known);
    return known;
  }

  async #compile(source: string): Promise<readonly ProtocolModel[]> {
    const found = await stat(source).catch(() => undefined);
    if (found?.isFile()) return compiled(resolve(source));
    if (found?.isDirectory()) return compiled(join(resolve(source), "main.tsp"));
    if (!source.includes(":")) {
      throw new SpecificationError(
        `${source} is neither a version, nor a folder, nor a revision. Write a revision as main:spec.`,
      );
    }
    return compiledAtRevision(source);
  }
}

async function compiled(entryPoint: string): Promise<readonly ProtocolModel[]> {
  const { program } = await compileSpecification(entryPoint);
  return buildModels(program);
}

/** Lays the folder of a revision out in a temporary place, without touching the index or the working tree. */
async function compiledAtRevision(revision: string): Promise<readonly ProtocolModel[]> {
  const folder = await mkdtemp(join(tmpdir(), "servicialo-diff-"));
  try {
    const env = { ...process.env, GIT_INDEX_FILE: join(folder, ".index") };
    await run("git", ["read-tree", revision], { env });
    const { stdout } = await run("git", ["rev-parse", "--show-toplevel"]);
    await run("git", ["checkout-index", "--all", `--prefix=${folder}/`], { env, cwd: stdout.trim() });
    await symlink(join(dirname(protocolEntryPoint()), "node_modules"), join(folder, "node_modules"));
    return await compiled(join(folder, "main.tsp"));
  } catch (error) {
    if (error instanceof SpecificationError) throw error;
    const reason =
      error instanceof Error
        ? error.message
            .split("\n")
            .filter((line) => line !== "")
            .at(-1)
        : String(error);
    throw new SpecificationError(
      `git cannot read ${revision}: ${reason} Write a revision and a folder in it, such as main:spec.`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
