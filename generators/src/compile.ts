import { type CompilerHost, compile, type Diagnostic, formatDiagnostic, type Program } from "@typespec/compiler";
import { createSourceHost } from "./source-host.ts";
import { SpecificationError } from "./specification-error.ts";

export { protocolEntryPoint } from "./entry-point.ts";

export interface Compilation {
  readonly program: Program;
  /** Formatted like errors; the specification is usable all the same. */
  readonly warnings: readonly string[];
}

/**
 * Compiles a specification in this process, once.
 * @param pretty adds colour and an excerpt of the source to each diagnostic
 * @param host remembers what did not change since the last compilation with it
 * @throws {SpecificationError} when the compiler or the vocabulary reports an error; every one is listed with its place
 */
export async function compileSpecification(
  entryPoint: string,
  pretty = false,
  host: CompilerHost = createSourceHost(),
): Promise<Compilation> {
  const program = await compile(host, entryPoint, { noEmit: true });
  const format = (diagnostic: Diagnostic) => formatDiagnostic(diagnostic, { pretty, pathRelativeTo: process.cwd() });
  const ofSeverity = (severity: Diagnostic["severity"]) =>
    program.diagnostics.filter((diagnostic) => diagnostic.severity === severity).map(format);
  const errors = ofSeverity("error");
  if (errors.length > 0) throw new SpecificationError(errors.join("\n\n"));
  return { program, warnings: ofSeverity("warning") };
}
