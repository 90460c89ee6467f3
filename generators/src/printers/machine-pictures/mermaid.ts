import type { MachineNode } from "../../ir/model.ts";
import { faultAt } from "../../specification-error.ts";
import { arrowsOf } from "./arrows.ts";

const CLASSES = [
  ["optional", "stroke-dasharray: 2 2"],
  ["exception", "stroke-dasharray: 6 3"],
] as const;

/** A machine as a Mermaid state diagram. */
export function mermaidOf(machine: MachineNode): string {
  const ids = stateIds(machine);
  const id = (name: string | null) => (name === null ? "[*]" : (ids.get(name) ?? name));
  const states = machine.states.map(({ name }) =>
    ids.get(name) === name ? `  ${name}\n` : `  state "${name}" as ${ids.get(name)}\n`,
  );
  const arrows = arrowsOf(machine).map(({ from, to, moves }) => `  ${id(from)} --> ${id(to)} : ${moves.join(", ")}\n`);
  const ends = machine.states.filter(({ terminal }) => terminal).map(({ name }) => `  ${id(name)} --> [*]\n`);
  const classes = CLASSES.flatMap(([kind, style]) => {
    const members = machine.states.filter((state) => state.kind === kind).map(({ name }) => id(name));
    return members.length === 0 ? [] : [`  classDef ${kind} ${style}\n`, `  class ${members.join(",")} ${kind}\n`];
  });
  return `stateDiagram-v2\n  direction TB\n${[...states, ...arrows, ...ends, ...classes].join("")}`;
}

/** Mermaid takes words of letters, digits and underscores only. */
function stateIds(machine: MachineNode): Map<string, string> {
  const ids = new Map(machine.states.map(({ name }) => [name, name.replace(/\W/g, "_")]));
  if (new Set(ids.values()).size < ids.size) {
    throw faultAt(
      machine.position,
      `Two states of the machine ${machine.name} differ only in punctuation. Rename one of them.`,
    );
  }
  return ids;
}
