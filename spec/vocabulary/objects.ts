import type { DecoratorContext, EnumMember, Model, ModelProperty, Program } from "@typespec/compiler";
import { isArrayModelType, isNullType, isRecordModelType } from "@typespec/compiler";
import { keys, report } from "./definition.ts";
import { argumentPlace, memberPlace } from "./places.ts";
import { plainValue } from "./plain-value.ts";
import { literalValues, propertyNamed, propertyNames } from "./properties.ts";

export type EnvelopeKind = "command" | "single" | "collection" | "action";
export type SensitivityName = "public" | "internal" | "personal" | "confidential" | "restricted" | "secret";

export type PresenceRule =
  | { kind: "atLeastOneOf" | "exactlyOneOf"; properties: string[] }
  | { kind: "requiredWhen"; property: string; values: string[]; needed: string[] };

export function $envelope(context: DecoratorContext, target: Model, kind: EnvelopeKind): void {
  const { program } = context;
  const { name } = target;
  const data = target.properties.get("data");
  if (!isEnvelope(target)) {
    report(program, { code: "envelope-shape", format: { name }, target: data ?? target });
  } else if (data && isList(data) !== (kind === "collection")) {
    const [found, wanted] = isList(data) ? ["an array", "one resource"] : ["one resource", "an array of resources"];
    report(program, { code: "envelope-kind", format: { name, kind, found, wanted }, target: data });
  }
  program.stateMap(keys.envelopes).set(target, kind);
}

export function $closed(context: DecoratorContext, target: Model): void {
  if (isRecord(target)) {
    report(context.program, { code: "closed-record", format: { model: target.name }, target: context.decoratorTarget });
  }
  context.program.stateSet(keys.closed).add(target);
}

export function $sensitivity(context: DecoratorContext, target: ModelProperty, sensitivity: unknown): void {
  context.program.stateMap(keys.sensitivities).set(target, plainValue<SensitivityName>(sensitivity));
}

export function $uniqueItems(context: DecoratorContext, target: ModelProperty): void {
  if (!isList(target)) {
    const format = { property: target.name };
    report(context.program, { code: "not-an-array", format, target: context.decoratorTarget });
  }
  context.program.stateSet(keys.uniqueItems).add(target);
}

export function $aliases(context: DecoratorContext, target: EnumMember, ...words: string[]): void {
  context.program.stateMap(keys.aliases).set(target, words);
}

export function $atLeastOneOf(context: DecoratorContext, target: Model, ...properties: string[]): void {
  addCountingRule(context, target, { kind: "atLeastOneOf", properties });
}

export function $exactlyOneOf(context: DecoratorContext, target: Model, ...properties: string[]): void {
  addCountingRule(context, target, { kind: "exactlyOneOf", properties });
}

export function $requiredWhen(
  context: DecoratorContext,
  target: Model,
  ...[property, values, ...needed]: [string, readonly string[], ...string[]]
): void {
  const { program } = context;
  const decorator = "@requiredWhen";
  const model = target.name;
  if (values.length === 0 || needed.length === 0) {
    const [found, wanted] = values.length === 0 ? ["no value", "one value"] : ["nothing needed", "one property"];
    report(program, {
      code: "short-rule",
      format: { decorator, model, found, wanted },
      target: context.decoratorTarget,
    });
  }
  checkNames(context, target, [property, ...needed], (index) => (index === 0 ? 0 : index + 1));
  for (const [index, name] of needed.entries()) checkOptional(context, { target, name, decorator, index: index + 2 });
  const decider = propertyNamed(target, property);
  const known = decider && literalValues(decider.type);
  values.forEach((value, index) => {
    if (!known || known.includes(value)) return;
    const place = memberPlace(argumentPlace(context, 1), index);
    report(program, { code: "unknown-value", format: { value, property, known: known.join(", ") }, target: place });
  });
  addRule(program, target, { kind: "requiredWhen", property, values: [...values], needed });
}

function addCountingRule(
  context: DecoratorContext,
  target: Model,
  rule: Extract<PresenceRule, { properties: string[] }>,
): void {
  const decorator = `@${rule.kind}`;
  const { properties } = rule;
  if (properties.length < 2) {
    const found = properties.length === 0 ? "no property" : "one property";
    const format = { decorator, model: target.name, found, wanted: "two properties" };
    report(context.program, { code: "short-rule", format, target: context.decoratorTarget });
  }
  checkNames(context, target, properties, (index) => index);
  for (const [index, name] of properties.entries()) checkOptional(context, { target, name, decorator, index });
  addRule(context.program, target, rule);
}

/** @param placeOf tells which argument of the decorator a name is */
function checkNames(
  context: DecoratorContext,
  target: Model,
  ...[names, placeOf]: [readonly string[], (index: number) => number]
): void {
  names.forEach((property, index) => {
    if (propertyNamed(target, property)) return;
    const format = { property, model: target.name, known: propertyNames(target).join(", ") };
    report(context.program, { code: "unknown-property", format, target: argumentPlace(context, placeOf(index)) });
  });
}

interface NamedProperty {
  readonly target: Model;
  readonly name: string;
  readonly decorator: string;
  /** Of the argument that names it. */
  readonly index: number;
}

function checkOptional(context: DecoratorContext, { target, name, decorator, index }: NamedProperty): void {
  if (propertyNamed(target, name)?.optional !== false) return;
  const format = { property: name, model: target.name, decorator };
  report(context.program, { code: "always-present", format, target: argumentPlace(context, index) });
}

function addRule(program: Program, target: Model, rule: PresenceRule): void {
  program.stateMap(keys.presenceRules).set(target, [rule, ...presenceRules(program, target)]);
}

/** Whether `data` is an object, or an array of objects, holding `type` and `attributes`. */
function isEnvelope(model: Model): boolean {
  const data = model.properties.get("data")?.type;
  if (data?.kind !== "Model") return false;
  const resource = isArrayModelType(data) ? data.indexer.value : data;
  if (resource.kind !== "Model") return false;
  return Boolean(propertyNamed(resource, "type") && propertyNamed(resource, "attributes"));
}

/** An array, or an array that may be null. */
function isList({ type }: ModelProperty): boolean {
  const types = type.kind === "Union" ? [...type.variants.values()].map((variant) => variant.type) : [type];
  const rest = types.filter((candidate) => !isNullType(candidate));
  return rest.length > 0 && rest.every((candidate) => candidate.kind === "Model" && isArrayModelType(candidate));
}

function isRecord(model: Model): boolean {
  return isRecordModelType(model) || (model.baseModel !== undefined && isRecord(model.baseModel));
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
