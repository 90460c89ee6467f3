import { relative, sep } from "node:path";
import { type DiagnosticTarget, getSourceLocation, type Program } from "@typespec/compiler";
import type { Position } from "./schema.ts";

/** Tells where a type or syntax node stands, relative to the folder of the specification. */
export class Positions {
  readonly #root: string;

  constructor(program: Program) {
    this.#root = program.projectRoot;
  }

  of(target: DiagnosticTarget): Position {
    const location = getSourceLocation(target);
    const { line } = location.file.getLineAndCharacterOfPosition(location.pos);
    return { file: relative(this.#root, location.file.path).split(sep).join("/"), line: line + 1 };
  }
}
