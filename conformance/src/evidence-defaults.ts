import { valueNamed } from "@servicialo/schema/0.8/aliases";
import { evidenceKinds } from "@servicialo/schema/0.8/evidence-kinds";
import { isRecord } from "./json-path.ts";

/** How secret evidence is, from the most open to the most closed (evidence 6). */
export const SENSITIVITIES = ["public", "internal", "confidential", "restricted"] as const;

export type Sensitivity = (typeof SENSITIVITIES)[number];

/** A kind of evidence, as far as its sensitivity is concerned. */
interface Kind {
  readonly vertical: string;
  readonly name: string;
  readonly type: string;
  readonly discriminator: { readonly property: string; readonly value: string } | null;
  readonly defaultSensitivity: string | null;
}

const KINDS = Object.values(evidenceKinds as Readonly<Record<string, Kind>>);

/** The evidence vertical of a catalogue word; undefined where none has a rule (evidence 1). */
export function evidenceVertical(word: string): string | undefined {
  const plain = word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "");
  return valueNamed("Vertical", plain);
}

/** Names of the kinds of a vertical. */
export function kindsOf(vertical: string | undefined): readonly string[] {
  return KINDS.filter((kind) => kind.vertical === vertical).map((kind) => kind.name);
}

/** What an item counts as when it does not say how secret it is: the default of its kind, else internal (evidence 3.5). */
export function defaultSensitivity(vertical: string | undefined, item: Readonly<Record<string, unknown>>): Sensitivity {
  const data = isRecord(item.data) ? item.data : {};
  const kind = KINDS.find(
    (one) =>
      one.vertical === vertical &&
      one.type === item.evidence_type &&
      (one.discriminator === null || data[one.discriminator.property] === one.discriminator.value),
  );
  return (kind?.defaultSensitivity ?? "internal") as Sensitivity;
}
