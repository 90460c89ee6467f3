import { createHash } from "node:crypto";
import { definitionNamed, type ProtocolModel } from "../ir/model.ts";
import type { SchemaNode } from "../ir/schema.ts";

/**
 * What a schema accepts, as a digest: equal for two schemas that differ in names of types, in order, in words or in
 * the place where they are written only.
 */
export class Structures {
  readonly #model: ProtocolModel;
  readonly #known = new Map<string, string>();

  constructor(model: ProtocolModel) {
    this.#model = model;
  }

  of(schema: SchemaNode): string {
    return createHash("sha1").update(this.#text(schema)).digest("base64");
  }

  ofDefinition(name: string): string {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const digest = this.of(definitionNamed(this.#model, name).schema);
    this.#known.set(name, digest);
    return digest;
  }

  #text(schema: SchemaNode): string {
    switch (schema.kind) {
      case "reference":
        return this.#text(definitionNamed(this.#model, schema.name).schema);
      case "enum":
        return `enum ${sorted(schema.values.map((value) => JSON.stringify(value)))}`;
      case "array":
        return `array ${JSON.stringify([schema.minItems || 0, schema.maxItems, schema.uniqueItems ?? false])} ${this.of(schema.items)}`;
      case "union":
        return `union ${sorted(this.#flat(schema))}`;
      case "object": {
        const properties = schema.properties.map(
          ({ name, required, default: standing, sensitivity, schema: inner }) =>
            `${JSON.stringify([name, required, standing, sensitivity])} ${this.of(inner)}`,
        );
        const rest = schema.additional ? this.of(schema.additional) : schema.closed;
        return `object ${rest} ${sorted(schema.presence.map(presenceKey))} ${sorted(properties)}`;
      }
      default: {
        const { summary: _, ...facts } = schema;
        return JSON.stringify(facts, Object.keys(facts).sort());
      }
    }
  }

  /** The variants of a union and of the unions in it, each once. */
  #flat(schema: SchemaNode): string[] {
    const content = schema.kind === "reference" ? definitionNamed(this.#model, schema.name).schema : schema;
    return content.kind === "union"
      ? [...new Set(content.variants.flatMap((variant) => this.#flat(variant)))]
      : [this.of(content)];
  }
}

/** A rule on presence as text, whatever the order it was written in. */
export function presenceKey(rule: { readonly kind: string }): string {
  return JSON.stringify(
    Object.entries(rule)
      .map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value])
      .sort(),
  );
}

function sorted(texts: readonly string[]): string {
  return [...texts].sort().join(" ");
}
