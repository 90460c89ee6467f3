import { evidenceKinds } from "@servicialo/schema/0.8/evidence-kinds";
import * as schemas from "@servicialo/schema/0.8/typebox";
import type { TSchema } from "typebox";
import { Compile, type Validator } from "typebox/compile";
import type { EvidenceCatalogue } from "../rules/evidence-kinds.ts";
import type { JsonObject } from "../storage/json-shapes.ts";

const compiled = new Map<string, Validator>();

/** The evidence catalogue of the specification, with the check of its payload models. */
export const catalogue: EvidenceCatalogue = {
  kinds: evidenceKinds,
  satisfies: (payload, data) => payloadFaults(payload, data).length === 0,
};

/** What is wrong with a payload: JSON Pointers into it, with what is wanted there. */
export function payloadFaults(payload: string, data: JsonObject): { pointer: string; message: string }[] {
  let validator = compiled.get(payload);
  if (!validator) {
    validator = Compile((schemas as unknown as Record<string, TSchema>)[payload] as TSchema);
    compiled.set(payload, validator);
  }
  if (validator.Check(data)) return [];
  return validator.Errors(data).map((error) => {
    const missing = (error.params as { requiredProperties?: string[] }).requiredProperties?.[0];
    const pointer = missing === undefined ? error.instancePath : `${error.instancePath}/${missing}`;
    return { pointer, message: missing === undefined ? error.message : "is required" };
  });
}
