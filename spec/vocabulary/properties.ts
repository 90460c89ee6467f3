import type { EnumMember, Model, ModelProperty, Type } from "@typespec/compiler";

/** Names of all properties, inherited ones first. */
export function propertyNames(model: Model): string[] {
  return [...(model.baseModel ? propertyNames(model.baseModel) : []), ...model.properties.keys()];
}

/** A property of the model or of what it extends. */
export function propertyNamed(model: Model, name: string): ModelProperty | undefined {
  return model.properties.get(name) ?? (model.baseModel && propertyNamed(model.baseModel, name));
}

/** The values a type is limited to, as text; nothing when it is not limited to some. */
export function literalValues(type: Type): string[] | undefined {
  switch (type.kind) {
    case "String":
    case "Number":
    case "Boolean":
      return [String(type.value)];
    case "EnumMember":
      return [wireName(type)];
    case "Enum":
      return [...type.members.values()].map(wireName);
    case "Union": {
      const values = [...type.variants.values()].map((variant) => literalValues(variant.type));
      return values.every((value) => value !== undefined) ? values.flat() : undefined;
    }
    default:
      return undefined;
  }
}

/** A member's name on the wire. */
export function wireName(member: EnumMember): string {
  return String(member.value ?? member.name);
}
