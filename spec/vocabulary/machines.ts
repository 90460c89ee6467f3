import type { DecoratorContext, DiagnosticTarget, Enum, EnumMember, Program } from "@typespec/compiler";
import { keys, report } from "./definition.ts";
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
}

export function $machine(context: DecoratorContext, target: Enum, name: string): void {
  context.program.stateMap(keys.machines).set(target, name);
}

export function $state(context: DecoratorContext, target: EnumMember, details: unknown): void {
  context.program.stateMap(keys.states).set(target, plainValue<StateDetails>(details));
}

export function $entry(context: DecoratorContext, target: EnumMember, details: unknown): void {
  context.program.stateMap(keys.entries).set(target, plainValue<MoveDetails>(details));
}

export function $move(context: DecoratorContext, target: EnumMember, to: EnumMember, given: unknown): void {
  const { program } = context;
  const details = plainValue<MoveDetails>(given);
  const moves = declaredMoves(program, target);
  if (to.enum.name !== target.enum.name) {
    report(program, {
      code: "foreign-state",
      format: { id: details.id, from: target.name, to: `${to.enum.name}.${to.name}`, enum: target.enum.name },
      target: context.getArgumentTarget(0) ?? context.decoratorTarget,
    });
    return;
  }
  const twin = moves.find((move) => move.to.name === to.name);
  if (twin) {
    report(program, {
      code: "duplicate-move",
      format: { from: target.name, to: to.name, first: twin.details.id, second: details.id },
      target: context.decoratorTarget,
    });
    return;
  }
  if (details.agent === "conditional" && !details.agentCondition) {
    report(program, { code: "agent-condition", format: { id: details.id }, target: context.getArgumentTarget(1) ?? target });
  }
  program.stateMap(keys.moves).set(target, [...moves, { from: target, to, details, at: context.decoratorTarget }]);
}

export function machineName(program: Program, type: Enum): string | undefined {
  return program.stateMap(keys.machines).get(type);
}

export function stateDetails(program: Program, member: EnumMember): StateDetails | undefined {
  return program.stateMap(keys.states).get(member);
}

export function entryDetails(program: Program, member: EnumMember): MoveDetails | undefined {
  return program.stateMap(keys.entries).get(member);
}

export function declaredMoves(program: Program, member: EnumMember): DeclaredMove[] {
  return program.stateMap(keys.moves).get(member) ?? [];
}

/** Checks a whole machine: kinds, order, one entry, every state reachable. */
export function validateMachine(program: Program, type: Enum): void {
  const machine = machineName(program, type);
  const members = [...type.members.values()];
  if (machine === undefined) {
    const stray = members.find((member) => stateDetails(program, member) || declaredMoves(program, member).length > 0);
    if (stray) report(program, { code: "not-a-machine", format: { state: stray.name, enum: type.name }, target: stray });
    return;
  }
  for (const member of members) {
    if (!stateDetails(program, member)) {
      report(program, { code: "missing-state-kind", format: { state: member.name, machine }, target: member });
    }
  }
  validateOrder(program, type, machine);
  validateReachability(program, type, machine);
}

function validateOrder(program: Program, type: Enum, machine: string): void {
  const orders = [...type.members.values()]
    .map((member) => stateDetails(program, member))
    .filter((details) => details?.kind === "core" && details.order !== undefined)
    .map((details) => details?.order as number);
  const sorted = [...orders].sort((a, b) => a - b);
  if (sorted.some((order, index) => order !== index + 1)) {
    report(program, { code: "core-order", format: { machine, found: orders.join(", ") }, target: type });
  }
}

function validateReachability(program: Program, type: Enum, machine: string): void {
  const entries = [...type.members.values()].filter((member) => entryDetails(program, member));
  if (entries.length !== 1) {
    report(program, { code: "machine-entries", format: { machine, count: String(entries.length) }, target: type });
    return;
  }
  const reached = new Set<string>();
  const open = [...entries];
  for (let member = open.pop(); member; member = open.pop()) {
    if (reached.has(member.name)) continue;
    reached.add(member.name);
    for (const move of declaredMoves(program, member)) open.push(move.to);
  }
  for (const member of type.members.values()) {
    if (!reached.has(member.name)) {
      report(program, { code: "unreachable-state", format: { state: member.name, machine }, target: member });
    }
  }
}
