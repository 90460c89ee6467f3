import { protocolEntryPoint } from "../compile.ts";
import { type Generation, generateArtefacts } from "../generate.ts";

let generation: Promise<Generation> | undefined;

/** Models and artefacts of the protocol itself, made once per process. */
export function protocolArtefacts(): Promise<Generation> {
  generation ??= generateArtefacts(protocolEntryPoint());
  return generation;
}

/** The text of an artefact; it must exist. */
export function artefact({ files }: Generation, path: string): string {
  const found = files.find((file) => file.path === path);
  if (!found) throw new Error(`No artefact ${path} was printed.`);
  return found.content;
}
