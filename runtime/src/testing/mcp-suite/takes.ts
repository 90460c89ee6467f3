import { fromJsonSchema, type StandardSchemaWithJSON } from "@modelcontextprotocol/server";

/** A member that is text. */
export const TEXT = { type: "string" } as const;

const compiled = new Map<string, StandardSchemaWithJSON<Record<string, unknown>, Record<string, unknown>>>();

/** An input that takes exactly these members; compiled once, since a server is made for every request. */
export function takes(properties: Readonly<Record<string, { readonly type: "string" }>>) {
  const key = Object.keys(properties).join();
  const known = compiled.get(key);
  if (known) return known;
  const schema = fromJsonSchema<Record<string, unknown>>({
    type: "object",
    properties: { ...properties },
    required: Object.keys(properties),
  });
  compiled.set(key, schema as never);
  return schema as StandardSchemaWithJSON<Record<string, unknown>, Record<string, unknown>>;
}
