import type { DecoratorContext, DiagnosticTarget, EnumMember, Model, Program } from "@typespec/compiler";
import { keys, report } from "./definition.ts";
import { argumentPlace, memberPlace } from "./places.ts";
import { plainValue } from "./plain-value.ts";
import { literalValues, propertyNamed, propertyNames, wireName } from "./properties.ts";

export type EvidenceSensitivity = "public" | "internal" | "confidential" | "restricted";

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

interface DeclaredKind extends EvidenceKind {
  /** Where its `#{…}` is written. */
  at: DiagnosticTarget;
}

export function $evidenceKind(
  context: DecoratorContext,
  target: Model,
  ...[vertical, type, given]: [EnumMember, EnumMember, unknown]
): void {
  const { program } = context;
  const details = plainValue<EvidenceKindDetails>(given);
  const { floor } = details;
  const at = argumentPlace(context, 2);
  checkDiscriminator(program, target, details, at);
  if (floor && ASCENDING.indexOf(details.defaultSensitivity) < ASCENDING.indexOf(floor)) {
    const format = { name: details.name, given: details.defaultSensitivity, floor };
    report(program, { code: "evidence-sensitivity", format, target: memberPlace(at, "defaultSensitivity") });
  }
  const kind: DeclaredKind = { vertical: wireName(vertical), type: wireName(type), ...details, at };
  program.stateMap(keys.evidenceKinds).set(target, kind);
}

function checkDiscriminator(
  program: Program,
  target: Model,
  ...[{ discriminator }, at]: [EvidenceKindDetails, DiagnosticTarget]
): void {
  if (!discriminator) return;
  const { property, value } = discriminator;
  const declared = propertyNamed(target, property);
  if (!declared) {
    const format = { property, model: target.name, known: propertyNames(target).join(", ") };
    report(program, { code: "unknown-property", format, target: memberPlace(at, "discriminator", "property") });
    return;
  }
  const known = literalValues(declared.type);
  if (!known || known.includes(value)) return;
  const format = { value, property, known: known.join(", ") };
  report(program, { code: "unknown-value", format, target: memberPlace(at, "discriminator", "value") });
}

function declaredKind(program: Program, model: Model): DeclaredKind | undefined {
  return program.stateMap(keys.evidenceKinds).get(model);
}

/** The kind of evidence whose payload this model describes, if any. */
export function evidenceKindOf(program: Program, model: Model): EvidenceKind | undefined {
  const declared = declaredKind(program, model);
  if (!declared) return undefined;
  const { at: _, ...kind } = declared;
  return kind;
}

/** Checks that no vertical has two kinds of one name, and that an item can be of one kind only. */
export function validateEvidenceKinds(program: Program, models: readonly Model[]): void {
  const names = new Map<string, { kind: DeclaredKind; model: Model }>();
  const recognized = new Map<string, DeclaredKind>();
  for (const model of models) {
    const kind = declaredKind(program, model);
    if (!kind) continue;
    const { vertical, name, at } = kind;
    const twin = names.get(`${vertical}/${name}`);
    if (twin) {
      const format = { vertical, name, first: twin.model.name };
      report(program, { code: "duplicate-evidence-kind", format, target: memberPlace(at, "name") });
    }
    names.set(`${vertical}/${name}`, twin ?? { kind, model });
    const mark = [vertical, kind.type, kind.discriminator?.property, kind.discriminator?.value].join("/");
    const first = recognized.get(mark);
    if (first && first.name !== name) {
      const target = memberPlace(at, "discriminator");
      report(program, { code: "ambiguous-evidence-kind", format: { name, first: first.name }, target });
    }
    recognized.set(mark, first ?? kind);
  }
  validateSynonyms(
    program,
    [...names.values()].map(({ kind }) => kind),
  );
}

function validateSynonyms(program: Program, kinds: readonly DeclaredKind[]): void {
  const seen = new Map(kinds.map((kind) => [`${kind.vertical}/${kind.name}`, kind.name]));
  for (const { vertical, name, synonyms = [], at } of kinds) {
    synonyms.forEach((word, index) => {
      const first = seen.get(`${vertical}/${word}`);
      if (first !== undefined) {
        const target = memberPlace(at, "synonyms", index);
        report(program, { code: "evidence-synonym", format: { word, first, vertical }, target });
      }
      seen.set(`${vertical}/${word}`, first ?? name);
    });
  }
}
