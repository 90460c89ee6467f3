import type { CompilerHost } from "@typespec/compiler";
import pc from "picocolors";
import { generateArtefacts } from "../generate.ts";
import { type RunPlace, rememberRun } from "../last-run.ts";
import { createSourceHost } from "../source-host.ts";
import { writeArtefacts } from "../write.ts";
import type { Outcome } from "./print-outcome.ts";

/** How diagnostics are told, and what is known from an earlier run in this process. */
export interface GenerationOptions {
  readonly pretty?: boolean;
  readonly host?: CompilerHost;
}

/** Compiles the specification and writes what differs; remembers the run when nothing was to be warned of. */
export async function writeGeneration(
  place: RunPlace,
  { pretty = pc.isColorSupported, host = createSourceHost() }: GenerationOptions = {},
): Promise<Outcome> {
  const { models, files, warnings, sources } = await generateArtefacts(place.spec, pretty, host);
  for (const warning of warnings) console.error(warning);
  const report = writeArtefacts(place.out, files);
  const versions = models.map((model) => model.version);
  if (warnings.length === 0) rememberRun(place, sources, versions);
  return { versions, report };
}
