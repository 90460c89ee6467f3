import type {
  DefinitionNode,
  ErratumNode,
  ErrorNode,
  EvidenceKindNode,
  MachineNode,
  MoveNode,
  OperationNode,
  ProtocolModel,
  RequirementNode,
  ScopeNode,
  StateNode,
} from "../ir/model.ts";
import type { Position } from "../ir/schema.ts";
import { type Item, type Paired, pairUp } from "./paired.ts";
import type { Touched } from "./rule.ts";
import type { SchemaChange, SchemaChangeKind } from "./schema-change.ts";
import { schemaChanges } from "./schema-changes.ts";

export interface StateInMachine extends StateNode {
  readonly machine: MachineNode;
}

export interface MoveInMachine extends MoveNode {
  readonly machine: MachineNode;
}

/** A named text that means nothing to a machine: a doc comment. */
export interface DocText {
  readonly text: string;
}

/** A protocol version that a specification describes. */
export interface VersionName {
  readonly version: string;
}

/** Two specifications side by side, as the rules look at them. Pure: made from two models, reads nothing else. */
export interface Comparison {
  readonly base: ProtocolModel;
  readonly head: ProtocolModel;
  readonly operations: Paired<OperationNode>;
  readonly machines: Paired<MachineNode>;
  readonly states: Paired<StateInMachine>;
  readonly moves: Paired<MoveInMachine>;
  readonly scopes: Paired<ScopeNode>;
  readonly errors: Paired<ErrorNode>;
  readonly evidenceKinds: Paired<EvidenceKindNode>;
  readonly requirements: Paired<RequirementNode>;
  readonly errata: Paired<ErratumNode>;
  readonly definitions: Paired<DefinitionNode>;
  readonly docs: Paired<DocText>;
  /** Versions that come and go with the whole specification; all kept when two versions of one are compared. */
  readonly versions: Paired<VersionName>;
  /** Changes of one kind in what flows, each with its direction. */
  readonly schema: (kind: SchemaChangeKind) => readonly SchemaChange[];
}

/** All versions that a specification describes. */
export interface VersionLists {
  readonly base: readonly string[];
  readonly head: readonly string[];
}

export function compareModels(
  base: ProtocolModel,
  head: ProtocolModel,
  versions: VersionLists = { base: [], head: [] },
): Comparison {
  const operations = pairOperations(base, head);
  const changes = schemaChanges({ base, head, operations });
  return {
    base,
    head,
    operations,
    machines: pairUp(base.machines.map(machineItem), head.machines.map(machineItem)),
    states: pairUp(keptMachines(base, head).flatMap(stateItems), keptMachines(head, base).flatMap(stateItems)),
    moves: pairUp(keptMachines(base, head).flatMap(moveItems), keptMachines(head, base).flatMap(moveItems), edgeOf),
    scopes: pairUp(base.scopes.map(scopeItem), head.scopes.map(scopeItem)),
    errors: pairUp(base.errors.map(errorItem), head.errors.map(errorItem)),
    evidenceKinds: pairUp(base.evidenceKinds.map(evidenceItem), head.evidenceKinds.map(evidenceItem)),
    requirements: pairUp(base.requirements.map(requirementItem), head.requirements.map(requirementItem)),
    errata: pairUp(base.errata.map(erratumItem), head.errata.map(erratumItem)),
    definitions: pairUp(base.definitions.map(definitionItem), head.definitions.map(definitionItem)),
    docs: pairUp(docItems(base), docItems(head)),
    versions: pairUp(versions.base.map(versionItem), versions.head.map(versionItem)),
    schema: (kind) => changes.filter((change) => change.kind === kind),
  };
}

function item<T extends { readonly position: Item<T>["at"] }>(
  node: T,
  subject: string,
  touched: Partial<Touched> = {},
): Item<T> {
  return { node, subject, at: node.position, touched };
}

function operationItem(node: OperationNode): Item<OperationNode> {
  return item(node, `operation ${node.id}`, { operations: [node.id] });
}

/** By id, or by the former id that an operation names. */
function pairOperations(base: ProtocolModel, head: ProtocolModel): Paired<OperationNode> {
  const known = new Set(base.operations.map(({ id }) => id));
  const formerId = ({ node }: Item<OperationNode>) =>
    !known.has(node.id) && node.renamedFrom !== null && known.has(node.renamedFrom) ? node.renamedFrom : node.id;
  return pairUp(base.operations.map(operationItem), head.operations.map(operationItem), formerId);
}

function machineItem(node: MachineNode): Item<MachineNode> {
  return item(node, `machine ${node.name}`, { states: node.states.map(({ name }) => `${node.name}.${name}`) });
}

/** A machine that is wholly gone or new is one change, not one for each of its parts. */
function keptMachines(model: ProtocolModel, other: ProtocolModel): readonly MachineNode[] {
  return model.machines.filter(({ name }) => other.machines.some((machine) => machine.name === name));
}

function stateItems(machine: MachineNode): Item<StateInMachine>[] {
  return machine.states.map((state) => {
    const name = `${machine.name}.${state.name}`;
    return item({ ...state, machine }, `state ${name}`, { states: [name] });
  });
}

function moveItems(machine: MachineNode): Item<MoveInMachine>[] {
  return machine.moves.map((move) => {
    const states = [move.from, move.to].filter((state) => state !== null).map((state) => `${machine.name}.${state}`);
    return item({ ...move, machine }, `move ${machine.name} ${move.id}`, { states, operations: move.operations });
  });
}

/** A move is the same one while it leads from the same state to the same state, whatever its id. */
function edgeOf({ node }: Item<MoveInMachine>): string {
  return `${node.machine.name} ${node.from ?? ""} ${node.to}`;
}

function scopeItem(node: ScopeNode): Item<ScopeNode> {
  return item(node, `scope ${node.name}`, { scopes: [node.name], operations: node.operations });
}

function errorItem(node: ErrorNode): Item<ErrorNode> {
  return item(node, `error ${node.code}`, { operations: node.operations });
}

function evidenceItem(node: EvidenceKindNode): Item<EvidenceKindNode> {
  return item(node, `evidence kind ${node.vertical}/${node.name}`);
}

function requirementItem(node: RequirementNode): Item<RequirementNode> {
  const named = (kind: string) =>
    node.appliesTo.filter((target) => target.startsWith(`${kind} `)).map((target) => target.slice(kind.length + 1));
  const touched = {
    requirements: [node.id],
    operations: named("operation"),
    states: named("state"),
    scopes: named("scope"),
  };
  return item(node, `requirement ${node.id}`, touched);
}

function erratumItem(node: ErratumNode): Item<ErratumNode> {
  return item(node, `erratum ${node.id}`);
}

function definitionItem(node: DefinitionNode): Item<DefinitionNode> {
  return item(node, `object ${node.name}`);
}

/** Versions are listed in one place of every specification. */
function versionItem(version: string): Item<VersionName> {
  return { node: { version }, subject: `version ${version}`, at: { file: "versions.tsp", line: 1 }, touched: {} };
}

function placeKey({ file, line }: Position): string {
  return `${file}:${line}`;
}

/** Every doc comment of a specification, by what it is on. */
function docItems(model: ProtocolModel): Item<DocText>[] {
  const docs = (nodes: readonly Item<{ readonly summary: string }>[]): Item<DocText>[] =>
    nodes.map(({ node, subject, at, touched }) => ({ node: { text: node.summary }, subject, at, touched }));
  const named = [...model.machines.flatMap(({ states }) => states), ...model.scopes].map(({ position }) =>
    placeKey(position),
  );
  const definitions = model.definitions.flatMap((definition) => [
    item(definition, `object ${definition.name}`),
    ...definition.members
      .filter(({ position }) => !named.includes(placeKey(position)))
      .map((member) => item(member, `value ${definition.name}.${member.value}`)),
    ...(definition.schema.kind === "object" ? definition.schema.properties : []).map((property) =>
      item(property, `property ${definition.name}.${property.name}`),
    ),
  ]);
  return [
    ...docs(definitions),
    ...docs(model.operations.map(operationItem)),
    ...docs(model.machines.flatMap(stateItems)),
    ...docs(model.scopes.map(scopeItem)),
    ...docs(model.evidenceKinds.map(evidenceItem)),
  ];
}
