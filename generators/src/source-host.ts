import { readFileSync, realpathSync, statSync } from "node:fs";
import { type CompilerHost, createSourceFile, NodeHost, type SourceFile } from "@typespec/compiler";

/**
 * The file system as the compiler sees it. The compiler asks for one file after the other and waits for each, so it is
 * answered at once instead of by way of a thread. Files that are as they were keep their syntax tree from one
 * compilation to the next.
 */
export function createSourceHost(): CompilerHost {
  const known = new Map<string, SourceFile>();
  const trees: NonNullable<CompilerHost["parseCache"]> = new WeakMap();
  return {
    ...NodeHost,
    parseCache: trees,
    readFile: async (path) => {
      const bytes = readFileSync(path);
      if (!isPlainUtf8(bytes)) return NodeHost.readFile(path);
      const text = bytes.toString("utf8");
      const before = known.get(path);
      if (before?.text === text) return before;
      const file = createSourceFile(text, path);
      known.set(path, file);
      return file;
    },
    stat: async (path) => statSync(path),
    realpath: async (path) => realpathSync(path),
  };
}

/** A byte order mark, of whichever encoding, begins with one of these. */
function isPlainUtf8([first]: Buffer): boolean {
  return first !== 0xef && first !== 0xfe && first !== 0xff;
}
