import { valueNamed } from "@servicialo/schema/0.8/aliases";
import type { JsonObject } from "../storage/json-shapes.ts";

export type DataSensitivity = "public" | "internal" | "confidential" | "restricted";
export type EvidenceVertical = "health" | "home" | "legal" | "education" | "consulting";

/** One kind of the evidence catalogue (evidence page 2). */
export interface EvidenceKind {
  readonly vertical: string;
  readonly type: string;
  /** Name that contracts use; unique within the vertical. */
  readonly name: string;
  /** Member of the payload that tells the kind apart from others of its type; null: every item of the type. */
  readonly discriminator: { readonly property: string; readonly value: string } | null;
  /** How an item must have been captured. */
  readonly method: "auto" | "manual" | "any";
  readonly defaultSensitivity: DataSensitivity;
  /** Lowest sensitivity that an item may name. */
  readonly floor: DataSensitivity | null;
  readonly required: "always" | "by_contract" | "never";
  readonly synonyms: readonly string[];
  /** Name of the model that the payload has to satisfy. */
  readonly payload: string;
}

/** Every kind, by `vertical.name`, as generated from the specification. */
export type EvidenceKinds = Readonly<Record<string, EvidenceKind>>;

/** The kinds, and the check of their payloads, both made from the specification. */
export interface EvidenceCatalogue {
  readonly kinds: EvidenceKinds;
  /** Whether `data` satisfies the model of that name. */
  readonly satisfies: (payload: string, data: JsonObject) => boolean;
}

/** What has to be known of an item to tell its kind. */
export interface ClassifiableItem {
  readonly type: string;
  readonly method: "auto" | "manual" | "agent" | null;
  readonly data: JsonObject;
}

/** The evidence vertical that a catalogue word falls under, compared lower case and without accents; null: it has no rule (evidence 1). */
export function evidenceVertical(word: string): EvidenceVertical | null {
  const plain = word
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "");
  return valueNamed("Vertical", plain) ?? null;
}

/** The kinds of the evidence vertical that a catalogue word falls under. */
export function kindsOfVertical(kinds: EvidenceKinds, word: string): readonly EvidenceKind[] {
  const vertical = evidenceVertical(word);
  return vertical === null ? [] : Object.values(kinds).filter((kind) => kind.vertical === vertical);
}

/**
 * The kinds that a name in a contract may mean: those of the session's vertical, else those of any (a contract of a
 * vertical without a rule may still name them). Synonyms count (evidence 3). None: the node's own kind.
 */
export function kindsNamed(kinds: EvidenceKinds, name: string, vertical: string): readonly EvidenceKind[] {
  const named = (kind: EvidenceKind) => kind.name === name || kind.synonyms.includes(name);
  const own = kindsOfVertical(kinds, vertical).filter(named);
  return own.length > 0 ? own : Object.values(kinds).filter(named);
}

/**
 * The kind that an item has in a vertical: type and discriminator match, the payload rule holds, the method fits
 * (evidence 2). Kinds with a discriminator go first.
 */
export function kindOf(item: ClassifiableItem, vertical: string, catalogue: EvidenceCatalogue): EvidenceKind | null {
  const fitting = kindsOfVertical(catalogue.kinds, vertical).filter((kind) => isOfKind(item, kind, catalogue));
  return fitting.find((kind) => kind.discriminator !== null) ?? fitting[0] ?? null;
}

/** Whether an item is of a kind (evidence 2). */
export function isOfKind(item: ClassifiableItem, kind: EvidenceKind, catalogue: EvidenceCatalogue): boolean {
  return claimsKind(item, kind) && methodFits(item.method, kind.method) && catalogue.satisfies(kind.payload, item.data);
}

/** Whether an item says that it is of a kind, by type and discriminator alone; its payload may still be broken. */
export function claimsKind(item: Pick<ClassifiableItem, "type" | "data">, kind: EvidenceKind): boolean {
  const { discriminator } = kind;
  return (
    kind.type === item.type && (discriminator === null || item.data[discriminator.property] === discriminator.value)
  );
}

function methodFits(method: ClassifiableItem["method"], wanted: EvidenceKind["method"]): boolean {
  if (method === null || wanted === "any") return true;
  return wanted === "auto" ? method === "auto" : method !== "auto";
}
