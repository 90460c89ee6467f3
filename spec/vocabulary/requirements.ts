import type { DecoratorContext, Program, Type } from "@typespec/compiler";
import { keys, report } from "./definition.ts";
import type { LevelName } from "./operations.ts";
import { plainValue } from "./plain-value.ts";

export type KeywordName = "MUST" | "MUST NOT" | "SHOULD" | "SHOULD NOT" | "MAY";

export interface RequirementDetails {
  id: string;
  keyword: KeywordName;
  level: LevelName;
  text: string;
  source: string;
  test: string;
}

export interface DeclaredRequirement extends RequirementDetails {
  alsoAppliesTo: Type[];
}

export interface ErratumDetails {
  id: string;
  question: string;
  decision: string;
}

export function $requirement(context: DecoratorContext, target: Type, given: unknown, ...alsoAppliesTo: Type[]): void {
  const { program } = context;
  const details = plainValue<RequirementDetails>(given);
  const at = context.getArgumentTarget(0) ?? context.decoratorTarget;
  if (!/^SVC-[A-Z0-9]+-\d{3}$/.test(details.id)) {
    report(program, { code: "requirement-id", format: { id: details.id }, target: at });
  }
  if (!details.text.includes(details.keyword)) {
    report(program, { code: "requirement-keyword", format: { id: details.id, keyword: details.keyword }, target: at });
  }
  const known = declaredRequirements(program, target);
  if (isReapplied(known, at)) return;
  program.stateMap(keys.requirements).set(target, [...known, { ...details, alsoAppliesTo, at }]);
}

export function $erratum(context: DecoratorContext, target: Type, given: unknown): void {
  const known = declaredErrata(context.program, target);
  const at = context.getArgumentTarget(0) ?? context.decoratorTarget;
  if (isReapplied(known, at)) return;
  context.program.stateMap(keys.errata).set(target, [...known, { ...plainValue<ErratumDetails>(given), at }]);
}

/** The compiler applies a decorator on a namespace more than once, for the blocks it is written in. */
function isReapplied(known: readonly { at: unknown }[], at: unknown): boolean {
  return known.some((declared) => declared.at === at);
}

/** Requirements on a type; `at` is where each is written. */
export function declaredRequirements(program: Program, target: Type): (DeclaredRequirement & { at: unknown })[] {
  return program.stateMap(keys.requirements).get(target) ?? [];
}

export function declaredErrata(program: Program, target: Type): (ErratumDetails & { at: unknown })[] {
  return program.stateMap(keys.errata).get(target) ?? [];
}
