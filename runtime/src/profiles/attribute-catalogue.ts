import {
  AvailabilityAttributes,
  CapabilityAttributes,
  EconomicAttributes,
  GeographyAttributes,
  IdentityAttributes,
  ProviderAttributeExtensionKey,
  TrustAttributes,
} from "@servicialo/schema/0.8/typebox";
import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";
import type { AttributeCategory, AttributeOrigin } from "../rules/matching-score.ts";

/** The keys of each category with the type of their values, as the specification has them (objects page 2.2). */
const MODELS: Readonly<Record<AttributeCategory, { readonly properties: Record<string, TSchema> }>> = {
  identity: IdentityAttributes,
  capability: CapabilityAttributes,
  availability: AvailabilityAttributes,
  geography: GeographyAttributes,
  economic: EconomicAttributes,
  trust: TrustAttributes,
};

const CATEGORIES = new Map(
  Object.entries(MODELS).flatMap(([category, { properties }]) =>
    Object.keys(properties).map((key) => [key, category as AttributeCategory]),
  ),
);

/** Keys of the availability category that are computed; those of the trust category all are. */
const INFERRED: readonly string[] = ["typical_hours", "avg_wait_days", "next_available"];

const extensionKey = Compile(ProviderAttributeExtensionKey);

/**
 * The category of a key; a custom one (`x-{domain}:{name}`) may be in any but trust, and counts as a capability.
 * @throws {Error} for a key that is neither catalogued nor custom
 */
export function categoryOf(key: string): AttributeCategory {
  const category = CATEGORIES.get(key) ?? (extensionKey.Check(key) ? "capability" : undefined);
  if (category) return category;
  throw new Error(`There is no attribute ${key}. Custom ones are written x-domain:name.`);
}

/** Whether only the node itself may say it, from its own data. */
export function isInferredOnly(key: string): boolean {
  return CATEGORIES.get(key) === "trust" || INFERRED.includes(key);
}

/**
 * Judges a fact that somebody states: its value has the type of its key, and its key is not one that is computed.
 * @throws {Error} saying what is wrong
 */
export function judgeStatement(key: string, value: unknown, origin: Exclude<AttributeOrigin, "inferred">): void {
  if (isInferredOnly(key)) throw new Error(`${key} is computed by the node; it cannot be ${origin}.`);
  judgeValue(key, value);
}

/** @throws {Error} for a value that is not of the type of its key */
function judgeValue(key: string, value: unknown): void {
  const schema = MODELS[categoryOf(key)].properties[key];
  if (value === null || value === undefined) throw new Error(`${key} needs a value.`);
  if (!schema) {
    judgeCustom(key, value);
    return;
  }
  const check = Compile(schema);
  if (check.Check(value)) return;
  const [first] = check.Errors(value);
  throw new Error(
    `${key} cannot be ${JSON.stringify(value)}: ${first?.instancePath ?? ""} ${first?.message ?? "wrong type"}.`,
  );
}

/** Whether a text, as it is, is a value of a catalogued key. */
export function takesText(key: string, text: string): boolean {
  const schema = MODELS[categoryOf(key)].properties[key];
  return schema !== undefined && Compile(schema).Check(text);
}

/** A custom value has one of the forms that any value may have. */
function judgeCustom(key: string, value: unknown): void {
  if (!Array.isArray(value) || value.every((item) => typeof item === "string")) return;
  throw new Error(`${key} cannot be ${JSON.stringify(value)}: a list holds texts only.`);
}
