import type { Enum, EnumMember, Program } from "@typespec/compiler";
import { report } from "./definition.ts";
import { type DeclaredMove, declaredEntry, declaredMoves, machineName, stateDetails } from "./machines.ts";
import { memberPlace } from "./places.ts";

/** Checks all machines: each for itself, and that no two share a name or a move id. */
export function validateMachines(program: Program, enums: readonly Enum[]): void {
  const named = new Map<string, Enum>();
  for (const type of enums) {
    validateMachine(program, type);
    const name = machineName(program, type);
    if (name === undefined) continue;
    const first = named.get(name);
    if (first) report(program, { code: "duplicate-machine", format: { name, first: first.name }, target: type });
    named.set(name, first ?? type);
  }
  validateMoveIds(program, enums);
}

/** Every move of an enum, creations included. */
export function movesOf(program: Program, type: Enum): DeclaredMove[] {
  return [...type.members.values()].flatMap((member) => {
    const entry = declaredEntry(program, member);
    return [...(entry ? [entry] : []), ...declaredMoves(program, member)];
  });
}

function validateMachine(program: Program, type: Enum): void {
  const machine = machineName(program, type);
  const members = [...type.members.values()];
  if (machine === undefined) {
    const stray = members.find((member) => belongsToMachine(program, member));
    if (stray)
      report(program, { code: "not-a-machine", format: { state: stray.name, enum: type.name }, target: stray });
    return;
  }
  for (const member of members) validateState(program, member, machine);
  validateOrder(program, type, machine);
  validateReachability(program, type, machine);
}

function belongsToMachine(program: Program, member: EnumMember): boolean {
  return (
    Boolean(stateDetails(program, member) || declaredEntry(program, member)) ||
    declaredMoves(program, member).length > 0
  );
}

function validateState(program: Program, member: EnumMember, machine: string): void {
  const details = stateDetails(program, member);
  const state = member.name;
  if (!details) {
    report(program, { code: "missing-state-kind", format: { state, machine }, target: member });
    return;
  }
  if ((details.kind === "core") === (details.order !== undefined)) return;
  const found = details.order === undefined ? "no order" : `the order ${details.order}`;
  report(program, { code: "state-order", format: { state, machine, kind: details.kind, found }, target: member });
}

function validateOrder(program: Program, type: Enum, machine: string): void {
  const orders = [...type.members.values()].flatMap((member) => {
    const details = stateDetails(program, member);
    return details?.kind === "core" && details.order !== undefined ? [details.order] : [];
  });
  const sorted = [...orders].sort((a, b) => a - b);
  if (sorted.some((order, index) => order !== index + 1)) {
    report(program, { code: "core-order", format: { machine, found: orders.join(", ") }, target: type });
  }
}

function validateReachability(program: Program, type: Enum, machine: string): void {
  const entries = [...type.members.values()].filter((member) => declaredEntry(program, member));
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

/** One id is one row of a table: it may start in several states, but it leads to one. */
function validateMoveIds(program: Program, enums: readonly Enum[]): void {
  const targets = new Map<string, string>();
  for (const type of enums) {
    for (const { details, to, detailsAt } of movesOf(program, type)) {
      const second = `${type.name}.${to.name}`;
      const first = targets.get(details.id) ?? second;
      if (first !== second) {
        report(program, {
          code: "reused-move-id",
          format: { id: details.id, first, second },
          target: memberPlace(detailsAt, "id"),
        });
      }
      targets.set(details.id, first);
    }
  }
}
