import type { OperationNode, ProtocolModel } from "../ir/model.ts";
import { transitiveReferences } from "../printers/json-schema.ts";
import { ProjectError, type ProjectSettings } from "./project-settings.ts";

/** Definitions that the doors need, whatever the operations say. */
const NEEDED_BY_DOORS = ["Actor", "ErrorDocument"];

const LEVELS = { core: ["CORE"], full: ["CORE", "FULL"] } as const;

/**
 * The model with nothing but the operations of a project, and the definitions that they reach.
 * @throws {ProjectError} when the settings name an operation that the protocol does not have
 */
export function narrowModel(model: ProtocolModel, settings: ProjectSettings): ProtocolModel {
  const known = new Set(model.operations.map(({ id }) => id));
  const unknown = settings.with.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    throw new ProjectError(
      `Protocol ${model.version} has no operation ${unknown.join(", ")}. Mend: take ids such as scheduling.cancel.`,
    );
  }
  const operations = model.operations.filter((operation) => isDeclared(operation, settings));
  const ids = new Set(operations.map(({ id }) => id));
  const names = reachable(model, operations);
  const within = (list: readonly string[]) => list.filter((id) => ids.has(id));
  return {
    ...model,
    operations,
    definitions: model.definitions.filter(({ name }) => names.has(name)),
    machines: model.machines.filter(({ definition }) => names.has(definition)),
    errors: model.errors.map((error) => ({ ...error, operations: within(error.operations) })),
    a2a: { ...model.a2a, tasks: [] },
    adapterCalls: [],
    scopes: model.scopes.map((scope) => ({ ...scope, operations: within(scope.operations) })),
  };
}

function isDeclared({ id, level }: OperationNode, settings: ProjectSettings): boolean {
  return (LEVELS[settings.level] as readonly string[]).includes(level) || settings.with.includes(id);
}

function reachable(model: ProtocolModel, operations: readonly OperationNode[]): Set<string> {
  const schemas = operations.flatMap(({ parameters, body, answers }) => [
    ...parameters.map(({ schema }) => schema),
    ...(body ? [body.schema, body.attributes] : []),
    ...answers.flatMap(({ schema, attributes }) => [schema, attributes]),
  ]);
  const roots = [...NEEDED_BY_DOORS, ...model.evidenceKinds.map(({ payload }) => payload)];
  const references = roots
    .filter((name) => model.definitions.some((definition) => definition.name === name))
    .map((name) => ({ kind: "reference", name }) as const);
  return new Set([...schemas, ...references].flatMap((schema) => [...transitiveReferences(model, schema)]));
}
