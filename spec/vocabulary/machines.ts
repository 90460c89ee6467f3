import type { DecoratorContext, DiagnosticTarget, Enum, EnumMember, Program } from "@typespec/compiler";
import { keys, report } from "./definition.ts";
import { argumentPlace, memberPlace } from "./places.ts";
import { plainValue } from "./plain-value.ts";

export type PartyName = "client" | "provider" | "organization" | "system" | "credential_holder";
export type AutonomyName = "alone" | "asks" | "conditional" | "forbidden";

export interface StateDetails {
  kind: "core" | "optional" | "exception";
  order?: number;
}

export interface MoveDetails {
  id: string;
  operations: string[];
  by: PartyName[];
  agent: AutonomyName;
  agentCondition?: string;
  preconditions?: string[];
  requires?: string[];
  records?: string[];
  effects?: string[];
  irreversible?: boolean;
}

/** A move as declared; `from` is undefined for a creation. */
export interface DeclaredMove {
  from: EnumMember | undefined;
  to: EnumMember;
  details: MoveDetails;
  /** Where it is written. */
  at: DiagnosticTarget;
  /** Where its `#{…}` is written. */
  detailsAt: DiagnosticTarget;
}

export function $machine(context: DecoratorContext, target: Enum, name: string): void {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    report(context.program, { code: "machine-name", format: { name }, target: argumentPlace(context, 0) });
  }
  context.program.stateMap(keys.machines).set(target, name);
}

export function $state(context: DecoratorContext, target: EnumMember, details: unknown): void {
  context.program.stateMap(keys.states).set(target, plainValue<StateDetails>(details));
}

export function $entry(context: DecoratorContext, target: EnumMember, given: unknown): void {
  const { program } = context;
  const details = plainValue<MoveDetails>(given);
  const first = declaredEntry(program, target);
  if (first) {
    const format = { from: "nothing", to: target.name, first: first.details.id, second: details.id };
    report(program, { code: "duplicate-move", format, target: context.decoratorTarget });
    return;
  }
  const detailsAt = argumentPlace(context, 0);
  checkDetails(program, details, detailsAt);
  program
    .stateMap(keys.entries)
    .set(target, { from: undefined, to: target, details, at: context.decoratorTarget, detailsAt });
}

export function $move(context: DecoratorContext, target: EnumMember, to: EnumMember, given: unknown): void {
  const { program } = context;
  const details = plainValue<MoveDetails>(given);
  const moves = declaredMoves(program, target);
  if (to.enum.name !== target.enum.name) {
    const format = { id: details.id, from: target.name, to: `${to.enum.name}.${to.name}`, enum: target.enum.name };
    report(program, { code: "foreign-state", format, target: argumentPlace(context, 0) });
    return;
  }
  if (to.name === target.name) {
    report(program, {
      code: "self-move",
      format: { id: details.id, state: to.name },
      target: argumentPlace(context, 0),
    });
    return;
  }
  const twin = moves.find((move) => move.to.name === to.name);
  if (twin) {
    const format = { from: target.name, to: to.name, first: twin.details.id, second: details.id };
    report(program, { code: "duplicate-move", format, target: context.decoratorTarget });
    return;
  }
  const detailsAt = argumentPlace(context, 1);
  checkDetails(program, details, detailsAt);
  program
    .stateMap(keys.moves)
    .set(target, [...moves, { from: target, to, details, at: context.decoratorTarget, detailsAt }]);
}

function checkDetails(program: Program, details: MoveDetails, at: DiagnosticTarget): void {
  const { id, agent, agentCondition } = details;
  if (!/^[\w.-]+$/.test(id)) report(program, { code: "move-id", format: { id }, target: memberPlace(at, "id") });
  if (details.by.length === 0) report(program, { code: "move-parties", format: { id }, target: memberPlace(at, "by") });
  else if (details.operations.length === 0 && !details.by.includes("system")) {
    report(program, { code: "move-cause", format: { id }, target: memberPlace(at, "operations") });
  }
  if (agent === "conditional" && !agentCondition?.trim()) {
    report(program, { code: "agent-condition", format: { id }, target: memberPlace(at, "agent") });
  }
  if (agent !== "conditional" && agentCondition !== undefined) {
    const target = memberPlace(at, "agentCondition");
    report(program, { code: "needless-agent-condition", format: { id, autonomy: agent }, target });
  }
}

export function machineName(program: Program, type: Enum): string | undefined {
  return program.stateMap(keys.machines).get(type);
}

export function stateDetails(program: Program, member: EnumMember): StateDetails | undefined {
  return program.stateMap(keys.states).get(member);
}

/** The creation that leads into a state. */
export function declaredEntry(program: Program, member: EnumMember): DeclaredMove | undefined {
  return program.stateMap(keys.entries).get(member);
}

export function entryDetails(program: Program, member: EnumMember): MoveDetails | undefined {
  return declaredEntry(program, member)?.details;
}

export function declaredMoves(program: Program, member: EnumMember): DeclaredMove[] {
  return program.stateMap(keys.moves).get(member) ?? [];
}
