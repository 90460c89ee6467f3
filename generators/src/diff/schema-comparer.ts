import { definitionNamed, type ProtocolModel } from "../ir/model.ts";
import type { ArraySchema, EnumSchema, ObjectSchema, PropertyNode, SchemaNode } from "../ir/schema.ts";
import { matchVariants } from "./match-variants.ts";
import type { SchemaChangeKind } from "./schema-change.ts";
import {
  type Core,
  cataloguesOf,
  core,
  defaultChanges,
  inside,
  isClosed,
  kindChange,
  type Place,
  presenceChanges,
  sensitivityChanges,
  shown,
  textChanges,
  within,
} from "./schema-facts.ts";
import { listLimits, numberLimits } from "./schema-limits.ts";
import { Structures } from "./schema-structure.ts";
import { showSchema } from "./show-schema.ts";

/** Compares what two schemas accept, wherever they are named and however they are cut into types. */
export class SchemaComparer {
  readonly #base: ProtocolModel;
  readonly #head: ProtocolModel;
  readonly #structures: { readonly base: Structures; readonly head: Structures };
  /** Types whose members are states, scopes or errors, and have rules of their own. */
  readonly #catalogues: ReadonlySet<string>;
  readonly #known = new Map<string, readonly Core[]>();

  constructor(base: ProtocolModel, head: ProtocolModel) {
    this.#base = base;
    this.#head = head;
    this.#structures = { base: new Structures(base), head: new Structures(head) };
    this.#catalogues = new Set([...cataloguesOf(base), ...cataloguesOf(head)]);
  }

  compare(base: SchemaNode, head: SchemaNode, place: Place): readonly Core[] {
    if (base.kind === "reference" && head.kind === "reference" && base.name === head.name)
      return this.compareDefinitions(base.name);
    if (this.#structures.base.of(base) === this.#structures.head.of(head)) return [];
    const before = this.#variants(this.#base, base);
    const after = this.#variants(this.#head, head);
    return [
      ...this.#nullability(before.nullable, after.nullable, place),
      ...this.#variantChanges(before.variants, after.variants, place),
    ];
  }

  /** Compares the definitions of one name; what is inside is compared once, whoever uses it. */
  compareDefinitions(name: string): readonly Core[] {
    const known = this.#known.get(name);
    if (known) return known;
    const base = definitionNamed(this.#base, name);
    const head = definitionNamed(this.#head, name);
    const place: Place = { word: "object", name, property: name, base: base.position, head: head.position };
    const same = this.#structures.base.ofDefinition(name) === this.#structures.head.ofDefinition(name);
    const changes = same ? [] : this.compare(base.schema, head.schema, place);
    this.#known.set(name, changes);
    return changes;
  }

  compareProperty(base: PropertyNode, head: PropertyNode, place: Place): Core[] {
    const changes: Core[] = [];
    if (!base.required && head.required) changes.push(core("became-required", place));
    if (base.required && !head.required) changes.push(core("became-optional", place));
    changes.push(...defaultChanges(base, head, place), ...sensitivityChanges(base, head, place));
    return [...changes, ...this.compare(base.schema, head.schema, place)];
  }

  #single(base: SchemaNode, head: SchemaNode, place: Place): readonly Core[] {
    if (base.kind === "reference" && head.kind === "reference" && base.name === head.name)
      return this.compareDefinitions(base.name);
    const catalogue = [base, head].some((node) => node.kind === "reference" && this.#catalogues.has(node.name));
    const before = base.kind === "reference" ? definitionNamed(this.#base, base.name).schema : base;
    const after = head.kind === "reference" ? definitionNamed(this.#head, head.name).schema : head;
    const valuesPlace = base.kind === "reference" && before.kind === "enum" ? { ...place, name: base.name } : place;
    if (before.kind === "enum" && after.kind === "enum" && catalogue) return [];
    return this.#contents(before, after, before.kind === "enum" ? valuesPlace : place);
  }

  #contents(base: SchemaNode, head: SchemaNode, place: Place): readonly Core[] {
    if (base.kind === "string" && head.kind === "string") return textChanges(base, head, place);
    if (base.kind === "number" && head.kind === "number") {
      const limits = numberLimits(base, head).map(({ kind, from, to }) => core(kind, place, { from, to }));
      if (base.integer === head.integer) return limits;
      return [core(head.integer ? "type-narrowed" : "type-widened", place, shown(base, head)), ...limits];
    }
    if (base.kind === "enum" && head.kind === "enum") return this.#valueChanges(base, head, place);
    if (base.kind === "array" && head.kind === "array") return this.#listChanges(base, head, place);
    if (base.kind === "object" && head.kind === "object") return this.#objectChanges(base, head, place);
    if (base.kind === "union" || head.kind === "union") return this.compare(base, head, place);
    return base.kind === head.kind ? [] : [core(kindChange(base, head), place, shown(base, head))];
  }

  #nullability(before: boolean, after: boolean, place: Place): Core[] {
    if (before === after) return [];
    return [core(after ? "became-nullable" : "became-not-nullable", place)];
  }

  #variantChanges(base: readonly SchemaNode[], head: readonly SchemaNode[], place: Place): Core[] {
    const structures = {
      base: (node: SchemaNode) => this.#structures.base.of(node),
      head: (node: SchemaNode) => this.#structures.head.of(node),
    };
    const { pairs, removed, added } = matchVariants({ base: this.#base, head: this.#head, structures }, base, head);
    return [
      ...pairs.flatMap(([before, after]) => this.#single(before, after, place)),
      ...removed.map((variant) => core("variant-removed", place, { name: showSchema(variant) }, "base")),
      ...added.map((variant) => core("variant-added", place, { name: showSchema(variant) })),
    ];
  }

  #valueChanges(base: EnumSchema, head: EnumSchema, place: Place): Core[] {
    if (this.#catalogues.has(place.name)) return [];
    const value = (kind: SchemaChangeKind, literal: unknown, side: "base" | "head") => {
      const model = side === "base" ? this.#base : this.#head;
      const members = model.definitions.find(({ name }) => name === place.name)?.members ?? [];
      const position = members.find((member) => member.value === literal)?.position ?? place[side];
      const name = String(literal);
      return { ...core(kind, { ...place, [side]: position }, { name }, side), subject: `value ${place.name}.${name}` };
    };
    return [
      ...base.values
        .filter((literal) => !head.values.includes(literal))
        .map((literal) => value("value-removed", literal, "base")),
      ...head.values
        .filter((literal) => !base.values.includes(literal))
        .map((literal) => value("value-added", literal, "head")),
    ];
  }

  #listChanges(base: ArraySchema, head: ArraySchema, place: Place): Core[] {
    const changes = listLimits(base, head).map(({ kind, from, to }) => core(kind, place, { from, to }));
    if (!base.uniqueItems && head.uniqueItems) changes.push(core("unique-items-added", place));
    if (base.uniqueItems && !head.uniqueItems) changes.push(core("unique-items-removed", place));
    return [
      ...changes,
      ...this.compare(base.items, head.items, { ...place, word: inside(place.word), name: `${place.name}[]` }),
    ];
  }

  #objectChanges(base: ObjectSchema, head: ObjectSchema, place: Place): Core[] {
    const after = new Map(head.properties.map((property) => [property.name, property]));
    const before = new Set(base.properties.map(({ name }) => name));
    const changes: Core[] = [];
    for (const property of base.properties) {
      const same = after.get(property.name);
      const at = within(place, property, same);
      if (same) changes.push(...this.compareProperty(property, same, at));
      else
        changes.push({
          ...core("property-removed", at, {}, "base"),
          wasRequired: property.required,
          inClosedObject: isClosed(head),
        });
    }
    for (const property of head.properties.filter(({ name }) => !before.has(name))) {
      const kind = property.required ? "property-added-required" : "property-added-optional";
      changes.push({ ...core(kind, within(place, property, property)), inClosedObject: isClosed(base) });
    }
    return [
      ...changes,
      ...this.#otherMembers(base, head, place),
      ...presenceChanges(base.presence, head.presence, place),
    ];
  }

  #otherMembers(base: ObjectSchema, head: ObjectSchema, place: Place): readonly Core[] {
    if (isClosed(base) !== isClosed(head)) return [core(isClosed(head) ? "object-closed" : "object-opened", place)];
    const rest = { ...place, word: inside(place.word), name: `${place.name}.*` };
    const anything: SchemaNode = { kind: "unknown" };
    return base.additional || head.additional
      ? this.compare(base.additional ?? anything, head.additional ?? anything, rest)
      : [];
  }

  #variants(model: ProtocolModel, schema: SchemaNode): { nullable: boolean; variants: SchemaNode[] } {
    const content = schema.kind === "reference" ? definitionNamed(model, schema.name).schema : schema;
    if (content.kind === "null") return { nullable: true, variants: [] };
    if (content.kind !== "union") return { nullable: false, variants: [schema] };
    const parts = content.variants.map((variant) => this.#variants(model, variant));
    return { nullable: parts.some(({ nullable }) => nullable), variants: parts.flatMap(({ variants }) => variants) };
  }
}
