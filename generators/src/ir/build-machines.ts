import { declaredEntry, declaredMoves, type MoveDetails, machineName, stateDetails } from "@servicialo/spec/vocabulary";
import { type Enum, getDoc, type Program } from "@typespec/compiler";
import type { MachineNode, MoveNode, StateNode } from "./model.ts";
import type { Positions } from "./positions.ts";

/** Builds the machine of an enum, or nothing when the enum is no machine. */
export function buildMachine(program: Program, positions: Positions, type: Enum): MachineNode | undefined {
  const name = machineName(program, type);
  if (name === undefined) return undefined;
  const members = [...type.members.values()];
  const wire = (member: { name: string; value?: string | number | undefined }) => String(member.value ?? member.name);
  const moves: MoveNode[] = [];
  const states: StateNode[] = [];
  for (const member of members) {
    const details = stateDetails(program, member);
    const outgoing = declaredMoves(program, member);
    states.push({
      name: wire(member),
      kind: details?.kind ?? "core",
      order: details?.order ?? null,
      terminal: outgoing.length === 0,
      summary: getDoc(program, member) ?? "",
      position: positions.of(member),
    });
    const entry = declaredEntry(program, member);
    if (entry)
      moves.push({ from: null, to: wire(member), ...moveFacts(entry.details), position: positions.of(entry.at) });
    for (const move of outgoing) {
      moves.push({
        from: wire(member),
        to: wire(move.to),
        ...moveFacts(move.details),
        position: positions.of(move.at),
      });
    }
  }
  return {
    name,
    definition: type.name,
    summary: getDoc(program, type) ?? "",
    initial: moves.find((move) => move.from === null)?.to ?? states[0]?.name ?? "",
    states,
    moves: moves.sort(
      (a, b) => compareIds(a.id, b.id) || compareIds(a.from ?? "", b.from ?? "") || compareIds(a.to, b.to),
    ),
    position: positions.of(type),
  };
}

function moveFacts(details: MoveDetails) {
  return {
    id: details.id,
    operations: details.operations,
    by: details.by,
    agent: details.agent,
    agentCondition: details.agentCondition ?? null,
    preconditions: details.preconditions ?? [],
    requires: details.requires ?? [],
    records: details.records ?? [],
    effects: details.effects ?? [],
    irreversible: details.irreversible ?? false,
  };
}

/** Order of text that does not depend on the machine's locale. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
