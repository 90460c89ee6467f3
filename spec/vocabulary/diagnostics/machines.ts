import { paramMessage } from "@typespec/compiler";

/** What can be wrong with machines and their moves. Each message ends with a mend. */
export const machines = {
  "not-a-machine": paramMessage`"${"state"}" does not belong to a machine. Put @machine("name") on enum ${"enum"}.`,
  "foreign-state": paramMessage`The move "${"id"}" leads from ${"from"} to a state of another enum (${"to"}). Name a state of ${"enum"}.`,
  "duplicate-move": paramMessage`The move ${"from"} → ${"to"} is declared twice (${"first"} and ${"second"}). Keep one and list all its parties there.`,
  "self-move": paramMessage`The move "${"id"}" leads from ${"state"} to itself. Remove it, or name the state it leads to.`,
  "move-id": paramMessage`"${"id"}" cannot identify a move. Use letters, digits, "-", "." and "_", such as L-05.`,
  "reused-move-id": paramMessage`The move id "${"id"}" already leads to ${"first"}, here it leads to ${"second"}. Give one of them another id.`,
  "move-parties": paramMessage`Nobody may make the move "${"id"}". Name at least one party in "by".`,
  "move-cause": paramMessage`The move "${"id"}" is made by no operation and not by the system either. Name its operations, or add Party.system to "by".`,
  "missing-state-kind": paramMessage`The state "${"state"}" of machine "${"machine"}" has no kind. Add @state(#{ kind: … }).`,
  "core-order": paramMessage`The core states of machine "${"machine"}" are ordered ${"found"}. Number them 1, 2, 3 without gaps.`,
  "state-order": paramMessage`The state "${"state"}" of machine "${"machine"}" is ${"kind"} and has ${"found"}. Give core states a position from 1, and no others.`,
  "machine-name": paramMessage`"${"name"}" cannot name a machine. Use lower-case letters, digits and "_", a letter first.`,
  "duplicate-machine": paramMessage`There is already a machine "${"name"}", on enum ${"first"}. Rename one.`,
  "machine-entries": paramMessage`The machine "${"machine"}" has ${"count"} entries. Give exactly one state @entry(#{ … }), the one it starts in.`,
  "unreachable-state": paramMessage`No sequence of moves leads to the state "${"state"}" of machine "${"machine"}". Add a @@move to it, or remove it.`,
  "agent-condition": paramMessage`"${"id"}" is conditional for agents but names no condition. Say when an agent may act alone.`,
  "needless-agent-condition": paramMessage`"${"id"}" names a condition for agents, but agents are ${"autonomy"} there. Remove the condition, or say Autonomy.conditional.`,
  "unknown-operation": paramMessage`The move "${"id"}" names the operation "${"operation"}", which no @operationId declares. Mend the name or add the operation.`,
};
