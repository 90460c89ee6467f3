import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";

/** Folder of the workspace. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** What a run leaves behind: database, keys, reports. Never committed. */
export const OUTPUT_FOLDER = join(ROOT, ".servicialo");

/** What tests are told when they are to look further than usual: every faulty node, seeds of the good ones, levels. */
export const LONG_LOOK = {
  SERVICIALO_MUTANTS: "all",
  SERVICIALO_GOOD_RUNS: "20",
  SERVICIALO_CERTIFY: "full,network,agent",
} as const;

/** How a program of the workspace runs: with the pinned tools, plain output, and nothing that happens to be set outside. */
export function childOptions() {
  const outside = Object.keys(process.env).filter((name) => name.startsWith("SERVICIALO_") && !(name in LONG_LOOK));
  const without = Object.fromEntries([...outside, "NODE_ENV", "FORCE_COLOR"].map((name) => [name, undefined]));
  return { cwd: ROOT, preferLocal: true, localDir: ROOT, stdin: "ignore", env: { ...without, NO_COLOR: "1" } } as const;
}

/** Files that belong to the repository, tracked or new, without what is ignored; paths with `/`, sorted. */
export async function repositoryFiles(): Promise<readonly string[]> {
  const { stdout } = await execa(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate", "-z"],
    {
      cwd: ROOT,
    },
  );
  const { stdout: deleted } = await execa("git", ["ls-files", "--deleted", "-z"], { cwd: ROOT });
  const gone = new Set(deleted.split("\0"));
  return stdout
    .split("\0")
    .filter((path) => path !== "" && !gone.has(path))
    .sort();
}
