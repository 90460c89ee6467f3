import { type DecoratorContext, type EnumMember, isArrayModelType, type Model, type ModelProperty, type Program } from "@typespec/compiler";
import { keys, report } from "./definition.ts";
import { plainValue } from "./plain-value.ts";

export type EnvelopeKind = "command" | "single" | "collection" | "action";
export type SensitivityName = "public" | "internal" | "personal" | "confidential" | "restricted" | "secret";

export type PresenceRule =
  | { kind: "atLeastOneOf" | "exactlyOneOf"; properties: string[] }
  | { kind: "requiredWhen"; property: string; values: string[]; needed: string[] };

export function $envelope(context: DecoratorContext, target: Model, kind: EnvelopeKind): void {
  if (!isEnvelope(target)) report(context.program, { code: "envelope-shape", format: { name: target.name }, target });
  context.program.stateMap(keys.envelopes).set(target, kind);
}

export function $closed(context: DecoratorContext, target: Model): void {
  context.program.stateSet(keys.closed).add(target);
}

export function $sensitivity(context: DecoratorContext, target: ModelProperty, sensitivity: unknown): void {
  context.program.stateMap(keys.sensitivities).set(target, plainValue<SensitivityName>(sensitivity));
}

export function $uniqueItems(context: DecoratorContext, target: ModelProperty): void {
  if (target.type.kind !== "Model" || !isArrayModelType(target.type)) {
    report(context.program, { code: "not-an-array", format: { property: target.name }, target: context.decoratorTarget });
  }
  context.program.stateSet(keys.uniqueItems).add(target);
}

export function $aliases(context: DecoratorContext, target: EnumMember, ...words: string[]): void {
  context.program.stateMap(keys.aliases).set(target, words);
}

export function $atLeastOneOf(context: DecoratorContext, target: Model, ...properties: string[]): void {
  addPresenceRule(context, target, { kind: "atLeastOneOf", properties }, properties);
}

export function $exactlyOneOf(context: DecoratorContext, target: Model, ...properties: string[]): void {
  addPresenceRule(context, target, { kind: "exactlyOneOf", properties }, properties);
}

export function $requiredWhen(
  context: DecoratorContext,
  target: Model,
  ...[property, values, ...needed]: [string, readonly string[], ...string[]]
): void {
  addPresenceRule(context, target, { kind: "requiredWhen", property, values: [...values], needed }, [property, ...needed]);
}

function addPresenceRule(context: DecoratorContext, target: Model, rule: PresenceRule, named: string[]): void {
  const { program } = context;
  for (const property of named) {
    if (hasProperty(target, property)) continue;
    report(program, {
      code: "unknown-property",
      format: { property, model: target.name, known: [...target.properties.keys()].join(", ") },
      target: context.decoratorTarget,
    });
  }
  program.stateMap(keys.presenceRules).set(target, [rule, ...presenceRules(program, target)]);
}

/** Whether `data` is an object, or an array of objects, holding `type` and `attributes`. */
function isEnvelope(model: Model): boolean {
  const data = model.properties.get("data")?.type;
  if (data?.kind !== "Model") return false;
  const resource = isArrayModelType(data) ? data.indexer.value : data;
  return resource.kind === "Model" && hasProperty(resource, "type") && hasProperty(resource, "attributes");
}

function hasProperty(model: Model, name: string): boolean {
  return model.properties.has(name) || (model.baseModel !== undefined && hasProperty(model.baseModel, name));
}

export function envelopeKind(program: Program, model: Model): EnvelopeKind | undefined {
  return program.stateMap(keys.envelopes).get(model);
}

export function isClosed(program: Program, model: Model): boolean {
  return program.stateSet(keys.closed).has(model);
}

export function sensitivityOf(program: Program, property: ModelProperty): SensitivityName | undefined {
  return program.stateMap(keys.sensitivities).get(property);
}

export function hasUniqueItems(program: Program, property: ModelProperty): boolean {
  return program.stateSet(keys.uniqueItems).has(property);
}

/** Other words that mean the member, as declared. */
export function aliasesOf(program: Program, member: EnumMember): string[] {
  return program.stateMap(keys.aliases).get(member) ?? [];
}

export function presenceRules(program: Program, model: Model): PresenceRule[] {
  return program.stateMap(keys.presenceRules).get(model) ?? [];
}
