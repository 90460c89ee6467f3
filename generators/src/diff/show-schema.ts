import type { PresenceNode, PropertyNode, SchemaNode } from "../ir/schema.ts";

/** A schema in a few words. */
export function showSchema(schema: SchemaNode): string {
  switch (schema.kind) {
    case "reference":
      return schema.name;
    case "number":
      return schema.integer ? "integer" : "number";
    case "enum":
      return schema.values.map((value) => JSON.stringify(value)).join(" | ");
    case "array":
      return `${showSchema(schema.items)}[]`;
    case "union":
      return schema.variants.map(showSchema).join(" | ");
    case "object":
      return `{ ${schema.properties.map(({ name }) => name).join(", ")} }`;
    case "unknown":
      return "anything";
    default:
      return schema.kind;
  }
}

/** A rule on which properties must be there, in a few words. */
export function showPresence(rule: PresenceNode): string {
  if (rule.kind !== "requiredWhen")
    return `${rule.kind === "exactlyOneOf" ? "exactly" : "at least"} one of ${rule.properties.join(", ")}`;
  return `${rule.needed.join(", ")} when ${rule.property} is ${rule.values.join(" or ")}`;
}

/** What stands for an absent value, as it goes over the wire. */
export function showDefault(property: PropertyNode): string | undefined {
  return property.default === undefined ? undefined : JSON.stringify(property.default);
}
