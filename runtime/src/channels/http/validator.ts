import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { TSchema } from "typebox";

const options = { allErrors: true, strict: false, useDefaults: true } as const;
const bodies = addFormats.default(new Ajv2020(options));
/** Parameters arrive as text, so their types are read out of it. */
const parameters = addFormats.default(new Ajv2020({ ...options, coerceTypes: "array" }));

/**
 * Validates against the generated TypeBox schemas with JSON Schema 2020-12, which Fastify's own compiler cannot read.
 * A schema is compiled when it is first used, so that the node starts fast.
 */
export function validatorCompiler({ schema, httpPart }: { schema: TSchema; httpPart?: string }) {
  const ajv = httpPart === "body" ? bodies : parameters;
  let compiled: ValidateFunction | undefined;
  const validate = (data: unknown): boolean => {
    compiled ??= ajv.compile(schema);
    const valid = compiled(data);
    validate.errors = compiled.errors;
    return valid;
  };
  validate.errors = undefined as ValidateFunction["errors"];
  return validate;
}
