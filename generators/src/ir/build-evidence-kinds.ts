import { evidenceKindOf } from "@servicialo/spec/vocabulary";
import { getDoc, type Model, type Program } from "@typespec/compiler";
import { compareIds } from "./build-machines.ts";
import type { EvidenceKindNode } from "./model.ts";
import type { Positions } from "./positions.ts";

/** The kinds of evidence whose payloads these models describe, by vertical and name. */
export function buildEvidenceKinds(
  program: Program,
  positions: Positions,
  models: readonly Model[],
): EvidenceKindNode[] {
  const nodes = models.flatMap((model): EvidenceKindNode[] => {
    const kind = evidenceKindOf(program, model);
    if (!kind) return [];
    return [
      {
        ...kind,
        discriminator: kind.discriminator ?? null,
        floor: kind.floor ?? null,
        synonyms: kind.synonyms ?? [],
        summary: getDoc(program, model) ?? "",
        payload: model.name,
        position: positions.of(model),
      },
    ];
  });
  return nodes.sort((a, b) => compareIds(a.vertical, b.vertical) || compareIds(a.name, b.name));
}
