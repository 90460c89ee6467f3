import { readFile } from "node:fs/promises";
import { join, matchesGlob, posix } from "node:path";
import GithubSlugger from "github-slugger";
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { runScript, script } from "./command-line.ts";
import { ROOT, repositoryFiles } from "./workspace.ts";

/** Something that a document says and that is not so. */
export interface DocProblem {
  /** Path of the document. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Documents by their path below the repository's root. */
export type Documents = ReadonlyMap<string, string>;

/** Endings by which a word counts as a path even where its first folder is left out. */
const SOURCE_ENDING = /\.(?:ts|tsp|mts|js|sh)$/;

/** Folders that exist only after a command has run; nothing in them is part of the repository. */
const BUILT = /(?:^|\/)(?:node_modules|dist|coverage|\.servicialo|\.git)(?:\/|$)/;

const MACHINE_PATH =
  /(?<![\w./~:>-])(?:\/(?:home|Users|root|work|workspace|tmp|mnt|private)\/[^\s`"')\]]+|[A-Za-z]:\\[^\s`"')]+|file:\/\/\/[^\s`"')]+)/g;

/**
 * Holds documents against the repository: paths in backticks and in links must exist, an anchor must be a heading,
 * and no document may name a place on somebody's machine.
 * @param files every file of the repository, with `/` between folders
 */
export function docProblems(documents: Documents, files: readonly string[]): readonly DocProblem[] {
  const repository = new RepositoryPaths(files);
  return [...documents].flatMap(([file, text]) => {
    const tree = fromMarkdown(text);
    return [
      ...machinePaths(file, text),
      ...codeProblems(file, tree, repository),
      ...linkProblems({ file, tree, documents, repository }),
    ];
  });
}

/** Files and folders of the repository. */
class RepositoryPaths {
  readonly #paths: ReadonlySet<string>;
  readonly #topLevel: ReadonlySet<string>;

  constructor(files: readonly string[]) {
    const paths = new Set(files);
    for (const file of files) {
      for (let folder = posix.dirname(file); folder !== "."; folder = posix.dirname(folder)) paths.add(folder);
    }
    this.#paths = paths;
    this.#topLevel = new Set(
      files.filter((file) => file.includes("/")).map((file) => file.slice(0, file.indexOf("/"))),
    );
  }

  has(path: string): boolean {
    return path === "." || this.#paths.has(path);
  }

  /** Whether a word begins with a folder of the root. */
  startsAtRoot(word: string): boolean {
    const [first = ""] = word.split("/");
    return word.includes("/") && this.#topLevel.has(first);
  }

  matches(pattern: string): boolean {
    if (!/[*{]/.test(pattern)) return this.has(pattern);
    return [...this.#paths].some((path) => matchesGlob(path, pattern));
  }

  /** Whether any path ends in these folders and this file. */
  endsWith(pattern: string): boolean {
    return [...this.#paths].some((path) => path === pattern || matchesGlob(path, `**/${pattern}`));
  }
}

function machinePaths(file: string, text: string): DocProblem[] {
  return text.split("\n").flatMap((line, index) =>
    [...line.matchAll(MACHINE_PATH)].map(([path]) => ({
      file,
      line: index + 1,
      message: `names a place on one machine, ${path}; write a path below the repository's root`,
    })),
  );
}

function codeProblems(file: string, tree: Root, repository: RepositoryPaths): DocProblem[] {
  const problems: DocProblem[] = [];
  visit(tree, ["inlineCode", "code"], (node) => {
    if (node.type !== "inlineCode" && node.type !== "code") return;
    const shorthand = node.type === "inlineCode" && !node.value.includes(" ");
    node.value.split("\n").forEach((text, index) => {
      // The text of a fenced block begins one line below its fence.
      const line = lineOf(node) + (node.type === "code" ? index + 1 : index);
      for (const word of text.split(/\s+/)) {
        const missing = missingPath(word, { folder: posix.dirname(file), repository, shorthand });
        if (missing !== null) problems.push({ file, line, message: `names ${missing}, which does not exist` });
      }
    });
  });
  return problems;
}

interface Surroundings {
  /** Folder of the document. */
  readonly folder: string;
  readonly repository: RepositoryPaths;
  /** Whether the first folders of a path may be left out. */
  readonly shorthand: boolean;
}

/** The path that a word names and the repository lacks; null for a path that exists and for any other word. */
function missingPath(word: string, { folder, repository, shorthand }: Surroundings): string | null {
  const path = asPattern(word);
  if (path === null) return null;
  const relative = posix.normalize(posix.join(folder, path));
  if (repository.startsAtRoot(path) || path.startsWith("./") || path.startsWith("../")) {
    return repository.matches(posix.normalize(path)) || repository.matches(relative) ? null : path;
  }
  if (!shorthand || !SOURCE_ENDING.test(path)) return null;
  return repository.matches(relative) || repository.endsWith(path) ? null : path;
}

/** A word as a pattern of paths, `<name>` standing for any name; null when it cannot be a path of the repository. */
function asPattern(word: string): string | null {
  const bare = word
    .replace(/^["'(]+|["'),;:]+$/g, "")
    .replace(/:\d+(?::\d+)?$/, "")
    .replace(/\/$/, "");
  if (!/^\.{0,2}\/?[\w@.*{},<>-]+(?:\/[\w@.*{},<>-]+)*$/.test(bare)) return null;
  if (/^[/@]/.test(bare) || /^\.*$/.test(bare) || BUILT.test(bare)) return null;
  return bare.replace(/<[^>]+>/g, "*");
}

interface LinkedDocument {
  readonly file: string;
  readonly tree: Root;
  readonly documents: Documents;
  readonly repository: RepositoryPaths;
}

function linkProblems({ file, tree, documents, repository }: LinkedDocument): DocProblem[] {
  const problems: DocProblem[] = [];
  visit(tree, ["link", "image", "definition"], (node) => {
    if (node.type !== "link" && node.type !== "image" && node.type !== "definition") return;
    if (/^[a-z][a-z\d+.-]*:/i.test(node.url)) return;
    const [path = "", anchor = ""] = decodeURI(node.url).split("#");
    const target = path === "" ? file : targetOf(file, path);
    if (!repository.has(target)) {
      problems.push({ file, line: lineOf(node), message: `links to ${path}, which does not exist` });
      return;
    }
    const text = documents.get(target);
    if (anchor !== "" && text !== undefined && !headings(text).has(anchor)) {
      problems.push({ file, line: lineOf(node), message: `links to ${node.url}, a heading that does not exist` });
    }
  });
  return problems;
}

/** A link that starts with `/` starts at the root of the repository. */
function targetOf(file: string, path: string): string {
  const joined = path.startsWith("/") ? path.slice(1) : posix.join(posix.dirname(file), path);
  return posix.normalize(joined).replace(/\/$/, "");
}

function headings(text: string): ReadonlySet<string> {
  const slugger = new GithubSlugger();
  const slugs = new Set<string>();
  visit(fromMarkdown(text), "heading", (heading) => void slugs.add(slugger.slug(textOf(heading))));
  return slugs;
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

async function main(options: { quiet?: boolean }): Promise<void> {
  const files = await repositoryFiles();
  const paths = files.filter((file) => file.endsWith(".md"));
  if (paths.length === 0) throw new Error("There is no document to check.");
  const documents = new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(ROOT, path), "utf8")] as const)),
  );
  const problems = docProblems(documents, files);
  for (const { file, line, message } of problems) console.error(`${file}:${line} ${message}`);
  if (problems.length > 0) process.exitCode = 1;
  else if (!options.quiet) console.log(`${paths.length} documents name only what exists`);
}

if (import.meta.main) {
  await runScript(script("check-docs", "Fails when a document names a path that does not exist.").action(main));
}
