import { relative, sep } from "node:path";
import { type DiagnosticTarget, getSourceLocation, type Program, type SourceFile } from "@typespec/compiler";
import type { Position } from "./schema.ts";

/** Tells where a type or syntax node stands, relative to the folder of the specification. */
export class Positions {
  readonly #root: string;
  readonly #files = new Map<SourceFile, string>();

  constructor(program: Program) {
    this.#root = program.projectRoot;
  }

  of(target: DiagnosticTarget): Position {
    const location = getSourceLocation(target);
    const { line } = location.file.getLineAndCharacterOfPosition(location.pos);
    return { file: this.#pathOf(location.file), line: line + 1 };
  }

  #pathOf(file: SourceFile): string {
    const path = this.#files.get(file) ?? relative(this.#root, file.path).split(sep).join("/");
    this.#files.set(file, path);
    return path;
  }
}
