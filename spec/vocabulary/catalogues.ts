import type { DecoratorContext, Enum, EnumMember, Program } from "@typespec/compiler";
import { keys, report } from "./definition.ts";
import { argumentPlace, memberPlace } from "./places.ts";
import { plainValue } from "./plain-value.ts";
import { wireName } from "./properties.ts";

export interface WireErrorDetails {
  status: number;
  title: string;
  when: string;
  retryable: boolean;
  edition: "standard" | "extension";
}

export function $errorCatalogue(context: DecoratorContext, target: Enum): void {
  context.program.stateSet(keys.errorCatalogue).add(target);
}

export function $scopeCatalogue(context: DecoratorContext, target: Enum): void {
  context.program.stateSet(keys.scopeCatalogue).add(target);
}

export function $wireError(context: DecoratorContext, target: EnumMember, given: unknown): void {
  const details = plainValue<WireErrorDetails>(given);
  if (!/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(target.name)) {
    report(context.program, { code: "wire-error-code", format: { code: target.name }, target });
  }
  if (details.status < 400 || details.status > 599) {
    const place = memberPlace(argumentPlace(context, 0), "status");
    report(context.program, { code: "wire-error-status", format: { status: String(details.status) }, target: place });
  }
  for (const member of ["title", "when"] as const) {
    if (details[member].trim() !== "") continue;
    const place = memberPlace(argumentPlace(context, 0), member);
    report(context.program, { code: "empty-text", format: { id: target.name, member }, target: place });
  }
  context.program.stateMap(keys.wireErrors).set(target, details);
}

export function wireError(program: Program, member: EnumMember): WireErrorDetails | undefined {
  return program.stateMap(keys.wireErrors).get(member);
}

export function isErrorCatalogue(program: Program, type: Enum): boolean {
  return program.stateSet(keys.errorCatalogue).has(type);
}

export function isScopeCatalogue(program: Program, type: Enum): boolean {
  return program.stateSet(keys.scopeCatalogue).has(type);
}

/** Checks that a catalogue is the only one and that its members are well formed. */
export function validateCatalogues(program: Program, enums: readonly Enum[]): void {
  const errorEnums = enums.filter((type) => isErrorCatalogue(program, type));
  const scopeEnums = enums.filter((type) => isScopeCatalogue(program, type));
  validateOnly(program, "errors", errorEnums);
  validateOnly(program, "scopes", scopeEnums);
  for (const type of enums) {
    if (isErrorCatalogue(program, type)) validateErrors(program, type);
    else validateStrayErrors(program, type);
    if (isScopeCatalogue(program, type)) validateScopes(program, type);
  }
}

function validateOnly(program: Program, what: string, [first, ...others]: readonly Enum[]): void {
  for (const other of others) {
    report(program, { code: "second-catalogue", format: { what, first: first?.name ?? "" }, target: other });
  }
}

function validateErrors(program: Program, type: Enum): void {
  for (const member of type.members.values()) {
    if (!wireError(program, member)) {
      report(program, { code: "missing-wire-error", format: { code: member.name }, target: member });
    }
  }
}

function validateStrayErrors(program: Program, type: Enum): void {
  for (const member of type.members.values()) {
    if (!wireError(program, member)) continue;
    report(program, { code: "stray-wire-error", format: { code: member.name, enum: type.name }, target: member });
  }
}

function validateScopes(program: Program, type: Enum): void {
  const seen = new Map<string, string>();
  for (const member of type.members.values()) {
    const scope = wireName(member);
    if (!/^[a-z_]+:[a-z_]+$/.test(scope)) report(program, { code: "scope-name", format: { scope }, target: member });
    const first = seen.get(scope);
    if (first) report(program, { code: "duplicate-scope", format: { scope, first }, target: member });
    seen.set(scope, first ?? member.name);
  }
}
