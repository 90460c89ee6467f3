import type { EvidenceKindNode, ProtocolModel } from "../ir/model.ts";
import { type GeneratedFile, jsonFile, typescriptFile, typescriptPath } from "./generated-file.ts";
import { constant } from "./tables.ts";

/** All kinds of evidence, by `vertical.name`. */
export function printEvidenceKinds(model: ProtocolModel): GeneratedFile[] {
  const table = Object.fromEntries(model.evidenceKinds.map((kind) => [`${kind.vertical}.${kind.name}`, factsOf(kind)]));
  const body = `${constant("Every kind of evidence that a vertical knows.", "evidenceKinds", table)}
export type EvidenceKindId = keyof typeof evidenceKinds;
`;
  return [
    typescriptFile(typescriptPath(model.version, "evidence-kinds"), body),
    jsonFile(`evidence-kinds/${model.version}.json`, table),
  ];
}

function factsOf(kind: EvidenceKindNode) {
  return {
    vertical: kind.vertical,
    name: kind.name,
    summary: kind.summary,
    type: kind.type,
    discriminator: kind.discriminator,
    method: kind.method,
    defaultSensitivity: kind.defaultSensitivity,
    floor: kind.floor,
    required: kind.required,
    synonyms: kind.synonyms,
    payload: kind.payload,
  };
}
