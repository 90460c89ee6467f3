import type { OperationNode, ParameterNode, ProtocolModel } from "../ir/model.ts";
import { answersByStatus } from "../ir/routes.ts";
import { referencesOf, type SchemaNode } from "../ir/schema.ts";
import type { Pair, Paired } from "./paired.ts";
import type { SchemaChange } from "./schema-change.ts";
import { SchemaComparer } from "./schema-comparer.ts";
import { type Core, core, type Place, presenceChanges } from "./schema-facts.ts";
import type { Direction } from "./verdict.ts";

interface Sides {
  readonly base: ProtocolModel;
  readonly head: ProtocolModel;
  readonly operations: Paired<OperationNode>;
}

/** Which operations carry a changed schema, each way. */
type Uses = Map<Core, Map<Direction, Set<string>>>;

/**
 * Every change of what flows, once for each direction in which it does. What no operation carries is read by others
 * as a document of the node, so it flows like a response; payloads of evidence are both sent and read.
 */
export function schemaChanges({ base, head, operations }: Sides): SchemaChange[] {
  const comparer = new SchemaComparer(base, head);
  const uses: Uses = new Map();
  const record = (changes: readonly Core[], direction: Direction, operation?: string) => {
    for (const change of changes) {
      const byDirection = uses.get(change) ?? new Map<Direction, Set<string>>();
      const names = byDirection.get(direction) ?? new Set<string>();
      if (operation !== undefined) names.add(operation);
      uses.set(change, byDirection.set(direction, names));
    }
  };
  for (const pair of operations.kept) {
    const id = pair.head.node.id;
    record(requestChanges(comparer, pair), "request", id);
    record(responseChanges(comparer, pair), "response", id);
  }
  for (const name of unreachedNames(base, head)) record(comparer.compareDefinitions(name), "response");
  const inHead = new Set(head.definitions.map(({ name }) => name));
  for (const { payload } of base.evidenceKinds.filter((kind) => inHead.has(kind.payload))) {
    const changes = comparer.compareDefinitions(payload);
    record(changes, "request");
    record(changes, "response");
  }
  return merged([...uses].flatMap(([change, byDirection]) => withDirections(change, byDirection)));
}

function requestChanges(comparer: SchemaComparer, { base, head }: Pair<OperationNode>): Core[] {
  const place: Place = { word: "input", name: head.node.id, property: "", base: base.at, head: head.at };
  const body =
    base.node.body && head.node.body ? comparer.compare(base.node.body.schema, head.node.body.schema, place) : [];
  return [
    ...parameterChanges(comparer, { base, head }),
    ...presenceChanges(base.node.presence, head.node.presence, place),
    ...body,
  ];
}

function parameterChanges(comparer: SchemaComparer, { base, head }: Pair<OperationNode>): Core[] {
  const place = (parameter: ParameterNode, same: ParameterNode | undefined): Place => ({
    word: "parameter",
    name: `${head.node.id}.${parameter.name}`,
    property: parameter.name,
    base: parameter.position,
    head: same?.position ?? parameter.position,
  });
  const key = (parameter: ParameterNode) => (parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name);
  const after = new Map(head.node.parameters.map((parameter) => [key(parameter), parameter]));
  const before = new Set(base.node.parameters.map(key));
  return [
    ...base.node.parameters.flatMap((parameter): readonly Core[] => {
      const same = after.get(key(parameter));
      const at = place(parameter, same);
      if (!same) return [core("parameter-removed", at, {}, "base")];
      const moved = parameter.in === same.in ? [] : [core("parameter-moved", at, { from: parameter.in, to: same.in })];
      return [...moved, ...comparer.compareProperty(parameter, same, at)];
    }),
    ...head.node.parameters
      .filter((parameter) => !before.has(key(parameter)))
      .map((parameter) =>
        core(parameter.required ? "parameter-added-required" : "parameter-added-optional", place(parameter, parameter)),
      ),
  ];
}

function responseChanges(comparer: SchemaComparer, { base, head }: Pair<OperationNode>): Core[] {
  const after = new Map(answersByStatus(head.node).map(({ status, schema }) => [status, schema]));
  return answersByStatus(base.node).flatMap(({ status, schema }) => {
    const same = after.get(status);
    const place: Place = { word: "answer", name: head.node.id, property: "", base: base.at, head: head.at };
    return same ? comparer.compare(schema, same, place) : [];
  });
}

/** Definitions of both specifications that no operation carries in one of them. */
function unreachedNames(base: ProtocolModel, head: ProtocolModel): string[] {
  const carried = [reachedFromOperations(base), reachedFromOperations(head)];
  const inHead = new Set(head.definitions.map(({ name }) => name));
  return base.definitions
    .map(({ name }) => name)
    .filter((name) => inHead.has(name) && carried.some((names) => !names.has(name)));
}

/** Names of all definitions that some operation carries. */
export function reachedFromOperations(model: ProtocolModel): Set<string> {
  const reached = new Set<string>();
  const schemas = new Map(model.definitions.map(({ name, schema }) => [name, schema]));
  const visit = (schema: SchemaNode): void => {
    for (const name of referencesOf(schema)) {
      if (reached.has(name)) continue;
      reached.add(name);
      const inner = schemas.get(name);
      if (inner) visit(inner);
    }
  };
  for (const { parameters, body, answers } of model.operations) {
    for (const { schema } of [...parameters, ...(body ? [body] : []), ...answers]) visit(schema);
  }
  return reached;
}

/** How secret something is does not depend on which way it flows: such a change counts once. */
function withDirections(change: Core, byDirection: ReadonlyMap<Direction, ReadonlySet<string>>): SchemaChange[] {
  if (change.kind.startsWith("sensitivity-")) {
    const operations = [...new Set([...byDirection.values()].flatMap((names) => [...names]))];
    return [{ ...change, direction: "response", touched: { operations } }];
  }
  return [...byDirection].map(([direction, names]) => ({ ...change, direction, touched: { operations: [...names] } }));
}

/** One line of the specification can reach many operations through a template; its change counts once. */
function merged(changes: readonly SchemaChange[]): SchemaChange[] {
  const byLine = new Map<string, SchemaChange>();
  for (const change of [...changes].sort((a, b) => (a.subject < b.subject ? -1 : 1))) {
    const { kind, direction, at, property, from, to, name } = change;
    const key = JSON.stringify([kind, direction, at, property, from, to, name]);
    const first = byLine.get(key);
    const operations = [
      ...new Set([...(first?.touched.operations ?? []), ...(change.touched.operations ?? [])]),
    ].sort();
    byLine.set(key, { ...(first ?? change), touched: { operations } });
  }
  return [...byLine.values()];
}
