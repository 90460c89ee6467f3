import type { DecoratorContext, DiagnosticTarget, Program, Type } from "@typespec/compiler";
import { keys, report } from "./definition.ts";
import type { LevelName } from "./operations.ts";
import { argumentPlace, memberPlace } from "./places.ts";
import { plainValue } from "./plain-value.ts";

export type KeywordName = "MUST" | "MUST NOT" | "SHOULD" | "SHOULD NOT" | "MAY";

/** What a version changes about a requirement. */
export interface RequirementRevision {
  version: string;
  keyword?: KeywordName;
  level?: LevelName;
  text?: string;
  source?: string;
  test?: string;
}

export interface RequirementDetails {
  id: string;
  keyword: KeywordName;
  level: LevelName;
  text: string;
  source: string;
  test: string;
  revised?: RequirementRevision[];
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
  const { id, keyword } = details;
  const at = argumentPlace(context, 0);
  const known = declaredRequirements(program, target);
  if (isReapplied(known, at)) return;
  if (!/^SVC-[A-Z0-9]+-\d{3}$/.test(id)) {
    report(program, { code: "requirement-id", format: { id }, target: memberPlace(at, "id") });
  }
  if (!saysKeyword(details)) {
    report(program, { code: "requirement-keyword", format: { id, keyword }, target: memberPlace(at, "text") });
  }
  for (const member of ["source", "test"] as const) {
    if (details[member].trim() !== "") continue;
    report(program, { code: "empty-text", format: { id, member }, target: memberPlace(at, member) });
  }
  checkRevisions(program, details, at);
  program.stateMap(keys.requirements).set(target, [...known, { ...details, alsoAppliesTo, at }]);
}

export function $erratum(context: DecoratorContext, target: Type, given: unknown): void {
  const { program } = context;
  const details = plainValue<ErratumDetails>(given);
  const known = declaredErrata(program, target);
  const at = argumentPlace(context, 0);
  if (isReapplied(known, at)) return;
  if (!/^[A-Z]-\d{2,}$/.test(details.id)) {
    report(program, { code: "erratum-id", format: { id: details.id }, target: memberPlace(at, "id") });
  }
  for (const member of ["question", "decision"] as const) {
    if (details[member].trim() !== "") continue;
    report(program, { code: "empty-text", format: { id: details.id, member }, target: memberPlace(at, member) });
  }
  program.stateMap(keys.errata).set(target, [...known, { ...details, at }]);
}

/** What a later version says must hold together as well. */
function checkRevisions(program: Program, { revised = [], ...first }: RequirementDetails, at: DiagnosticTarget): void {
  let said: RequirementDetails = first;
  revised.forEach((revision, index) => {
    said = { ...said, ...revision };
    if (saysKeyword(said)) return;
    const target = memberPlace(at, "revised", index);
    report(program, { code: "requirement-keyword", format: { id: said.id, keyword: said.keyword }, target });
  });
}

/** The keyword stands in the sentence, and as itself: `MUST NOT` does not say `MUST`. */
function saysKeyword({ keyword, text }: RequirementDetails): boolean {
  return new RegExp(`\\b${keyword}\\b(?! NOT)`).test(text);
}

/** The compiler applies a decorator on a namespace more than once, for the blocks it is written in. */
function isReapplied(known: readonly { at: DiagnosticTarget }[], at: DiagnosticTarget): boolean {
  return known.some((declared) => declared.at === at);
}

/** Requirements on a type; `at` is where each is written. */
export function declaredRequirements(
  program: Program,
  target: Type,
): (DeclaredRequirement & { at: DiagnosticTarget })[] {
  return program.stateMap(keys.requirements).get(target) ?? [];
}

export function declaredErrata(program: Program, target: Type): (ErratumDetails & { at: DiagnosticTarget })[] {
  return program.stateMap(keys.errata).get(target) ?? [];
}
