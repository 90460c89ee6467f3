import type { DecoratorContext, EnumMember, Model, Program } from "@typespec/compiler";
import { keys, report } from "./definition.ts";
import { plainValue } from "./plain-value.ts";

type EvidenceSensitivity = "public" | "internal" | "confidential" | "restricted";

const ASCENDING: readonly EvidenceSensitivity[] = ["public", "internal", "confidential", "restricted"];

export interface EvidenceKindDetails {
  name: string;
  discriminator?: { property: string; value: string };
  method: "auto" | "manual" | "any";
  defaultSensitivity: EvidenceSensitivity;
  floor?: EvidenceSensitivity;
  required: "always" | "by_contract" | "never";
  synonyms?: string[];
}

/** A kind with the wire names of its vertical and of its evidence type. */
export interface EvidenceKind extends EvidenceKindDetails {
  vertical: string;
  type: string;
}

export function $evidenceKind(
  context: DecoratorContext,
  target: Model,
  ...[vertical, type, given]: [EnumMember, EnumMember, unknown]
): void {
  const { program } = context;
  const details = plainValue<EvidenceKindDetails>(given);
  const { discriminator, floor } = details;
  const at = context.getArgumentTarget(2) ?? context.decoratorTarget;
  if (discriminator && !allPropertyNames(target).includes(discriminator.property)) {
    report(program, {
      code: "unknown-property",
      format: { property: discriminator.property, model: target.name, known: allPropertyNames(target).join(", ") },
      target: at,
    });
  }
  if (floor && ASCENDING.indexOf(details.defaultSensitivity) < ASCENDING.indexOf(floor)) {
    report(program, {
      code: "evidence-sensitivity",
      format: { name: details.name, given: details.defaultSensitivity, floor },
      target: at,
    });
  }
  program.stateMap(keys.evidenceKinds).set(target, { vertical: wireName(vertical), type: wireName(type), ...details });
}

/** The kind of evidence whose payload this model describes, if any. */
export function evidenceKindOf(program: Program, model: Model): EvidenceKind | undefined {
  return program.stateMap(keys.evidenceKinds).get(model);
}

/** Checks that no vertical has two kinds of one name. */
export function validateEvidenceKinds(program: Program, models: readonly Model[]): void {
  const seen = new Map<string, Model>();
  for (const model of models) {
    const kind = evidenceKindOf(program, model);
    if (!kind) continue;
    const name = `${kind.vertical}/${kind.name}`;
    const first = seen.get(name);
    if (first) {
      report(program, {
        code: "duplicate-evidence-kind",
        format: { vertical: kind.vertical, name: kind.name, first: first.name },
        target: model,
      });
    }
    seen.set(name, first ?? model);
  }
}

function wireName(member: EnumMember): string {
  return String(member.value ?? member.name);
}

function allPropertyNames(model: Model): string[] {
  return [...(model.baseModel ? allPropertyNames(model.baseModel) : []), ...model.properties.keys()];
}
