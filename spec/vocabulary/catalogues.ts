import type { DecoratorContext, Enum, EnumMember, Program } from "@typespec/compiler";
import { keys, report } from "./definition.ts";
import { plainValue } from "./plain-value.ts";

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
    report(context.program, {
      code: "wire-error-status",
      format: { status: String(details.status) },
      target: context.getArgumentTarget(0) ?? target,
    });
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
  for (const [what, test] of [["errors", isErrorCatalogue], ["scopes", isScopeCatalogue]] as const) {
    const [first, ...others] = enums.filter((type) => test(program, type));
    for (const other of others) {
      report(program, { code: "second-catalogue", format: { what, first: first?.name ?? "" }, target: other });
    }
  }
  for (const type of enums.filter((candidate) => isErrorCatalogue(program, candidate))) {
    for (const member of type.members.values()) {
      if (!wireError(program, member)) report(program, { code: "missing-wire-error", format: { code: member.name }, target: member });
    }
  }
  for (const type of enums.filter((candidate) => isScopeCatalogue(program, candidate))) {
    for (const member of type.members.values()) {
      const scope = String(member.value ?? member.name);
      if (!/^[a-z_]+:[a-z_]+$/.test(scope)) report(program, { code: "scope-name", format: { scope }, target: member });
    }
  }
}
