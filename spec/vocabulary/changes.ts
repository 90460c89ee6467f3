import type { DecoratorContext, DiagnosticTarget, Program, Type } from "@typespec/compiler";
import { keys, report } from "./definition.ts";
import { argumentPlace, memberPlace } from "./places.ts";
import { plainValue } from "./plain-value.ts";

export interface ApprovedChangeDetails {
  rfc: string;
  rule: string;
  subject: string;
  reason: string;
  expires: string;
  version?: string;
}

export interface DeclaredApproval extends ApprovedChangeDetails {
  /** Where its `#{…}` is written. */
  at: DiagnosticTarget;
}

export function $approvedChange(context: DecoratorContext, target: Type, given: unknown): void {
  const { program } = context;
  const details = plainValue<ApprovedChangeDetails>(given);
  const { rfc, expires } = details;
  const at = argumentPlace(context, 0);
  const known: DeclaredApproval[] = program.stateMap(keys.approvedChanges).get(target) ?? [];
  if (known.some((declared) => declared.at === at)) return;
  if (!/^RFC-\d{4}$/.test(rfc))
    report(program, { code: "approval-rfc", format: { rfc }, target: memberPlace(at, "rfc") });
  if (!isDate(expires))
    report(program, { code: "approval-expiry", format: { expires }, target: memberPlace(at, "expires") });
  for (const member of ["rule", "subject", "reason"] as const) {
    if (details[member].trim() !== "") continue;
    report(program, { code: "empty-text", format: { id: rfc, member }, target: memberPlace(at, member) });
  }
  program.stateMap(keys.approvedChanges).set(target, [...known, { ...details, at }]);
}

/** Every approved change of the specification, wherever it is written, each once. */
export function declaredApprovals(program: Program): DeclaredApproval[] {
  const all = [...(program.stateMap(keys.approvedChanges).values() as Iterable<DeclaredApproval[]>)].flat();
  return [...new Map(all.map((approval) => [approval.at, approval])).values()];
}

/** A day of the calendar, not only three numbers. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}
