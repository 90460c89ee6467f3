import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, type Diagnostic, formatDiagnostic, NodeHost, type Program } from "@typespec/compiler";
import { SpecificationError } from "./specification-error.ts";

export interface Compilation {
  readonly program: Program;
  /** Formatted like errors; the specification is usable all the same. */
  readonly warnings: readonly string[];
}

/** Entry file of the protocol's own specification. */
export function protocolEntryPoint(): string {
  return resolve(dirname(fileURLToPath(import.meta.resolve("@servicialo/spec/package.json"))), "main.tsp");
}

/**
 * Compiles a specification in this process, once.
 * @param pretty adds colour and an excerpt of the source to each diagnostic
 * @throws {SpecificationError} when the compiler or the vocabulary reports an error; every one is listed with its place
 */
export async function compileSpecification(entryPoint: string, pretty = false): Promise<Compilation> {
  const program = await compile(NodeHost, entryPoint, { noEmit: true });
  const format = (diagnostic: Diagnostic) => formatDiagnostic(diagnostic, { pretty, pathRelativeTo: process.cwd() });
  const ofSeverity = (severity: Diagnostic["severity"]) =>
    program.diagnostics.filter((diagnostic) => diagnostic.severity === severity).map(format);
  const errors = ofSeverity("error");
  if (errors.length > 0) throw new SpecificationError(errors.join("\n\n"));
  return { program, warnings: ofSeverity("warning") };
}
