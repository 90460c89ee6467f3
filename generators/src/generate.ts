import type { CompilerHost } from "@typespec/compiler";
import { compileSpecification } from "./compile.ts";
import { buildModels } from "./ir/build-model.ts";
import type { ProtocolModel } from "./ir/model.ts";
import type { GeneratedFile } from "./printers/generated-file.ts";
import { printAll } from "./printers/index.ts";
import { createSourceHost } from "./source-host.ts";

export interface Generation {
  readonly models: readonly ProtocolModel[];
  readonly files: readonly GeneratedFile[];
  /** What the compiler warns of, formatted. */
  readonly warnings: readonly string[];
  /** Paths of all files that the specification consists of. */
  readonly sources: readonly string[];
}

/**
 * Compiles the specification once and prints every artefact of every version. Writes nothing.
 * @param pretty adds colour and an excerpt of the source to each diagnostic
 * @param host remembers what did not change since the last time
 * @throws {SpecificationError} when the specification does not compile or cannot be printed
 */
export async function generateArtefacts(
  entryPoint: string,
  pretty = false,
  host: CompilerHost = createSourceHost(),
): Promise<Generation> {
  const { program, warnings } = await compileSpecification(entryPoint, pretty, host);
  const models = buildModels(program);
  const sources = [...program.sourceFiles.keys(), ...program.jsSourceFiles.keys()];
  return { models, files: printAll(models), warnings, sources };
}
