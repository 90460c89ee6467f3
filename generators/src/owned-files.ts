import { createHash } from "node:crypto";
import { type FileHandle, open, readdir, readFile } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { type GeneratedFile, NOTICE } from "./printers/generated-file.ts";

/** The list of owned files, itself an artefact. */
export const MANIFEST = "generated.json";

const HEAD_BYTES = 512;

/** What is known of the files of an earlier run: path → SHA-256 as it was written. */
export type Ownership = ReadonlyMap<string, string>;

export function sha256(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The list of these files as an artefact of its own. */
export function manifestOf(files: readonly GeneratedFile[]): GeneratedFile {
  const entries = Object.fromEntries(files.map((file) => [file.path, sha256(file.content)]));
  const content = { $comment: "Files that `servicialo-gen generate` owns, with their SHA-256.", files: entries };
  return { path: MANIFEST, content: `${JSON.stringify(content, null, 2)}\n` };
}

/** Reads which files an earlier run wrote. Empty without a list, and when the list is damaged. */
export async function ownedByEarlierRun(folder: string): Promise<Ownership> {
  const text = await readIfPresent(join(folder, MANIFEST));
  if (text === undefined) return new Map();
  try {
    const { files } = JSON.parse(text) as { files?: Record<string, string> };
    return new Map(Object.entries(files ?? {}).filter(([path]) => staysInside(path)));
  } catch {
    return new Map();
  }
}

/** Paths of all files below the folder that carry the banner, whether listed or not: merges leave such behind. */
export async function filesWithBanner(folder: string, below = ""): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(noFolder);
  const found: string[] = [];
  for (const entry of entries) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== "node_modules" && !entry.name.startsWith(".")) {
      found.push(...(await filesWithBanner(folder, path)));
    } else if (entry.isFile() && (await hasBanner(join(folder, path)))) found.push(path);
  }
  return found;
}

export async function hasBanner(path: string): Promise<boolean> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString("utf8", 0, bytesRead).includes(NOTICE);
  } finally {
    await file?.close();
  }
}

export async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** A path of the list may never lead out of the output folder, whoever edited the list. */
function staysInside(path: string): boolean {
  return path !== "" && !isAbsolute(path) && !path.split(/[/\\]/).includes("..");
}

function noFolder(error: NodeJS.ErrnoException): never[] {
  if (error.code === "ENOENT") return [];
  throw error;
}
