import { aliasesOf, isErrorCatalogue, isScopeCatalogue, wireError } from "@servicialo/spec/vocabulary";
import {
  type Enum,
  getDoc,
  getExamples,
  isTemplateDeclaration,
  type Namespace,
  type Operation,
  type Program,
  serializeValueAsJson,
  type Type,
} from "@typespec/compiler";
import { getServers } from "@typespec/http";
import { getVersions } from "@typespec/versioning";
import { SpecificationError } from "../specification-error.ts";
import { buildA2a } from "./build-a2a.ts";
import { buildAdapterCalls, buildAdapterWords } from "./build-adapter.ts";
import { buildApprovedChanges } from "./build-approved-changes.ts";
import { buildEvidenceKinds } from "./build-evidence-kinds.ts";
import { buildMachine, compareIds } from "./build-machines.ts";
import { buildOperation } from "./build-operations.ts";
import { buildErrata, buildRequirements } from "./build-requirements.ts";
import { isNamed, SchemaBuilder } from "./build-schema.ts";
import { deepFreeze } from "./deep-freeze.ts";
import type { DefinitionNode, ErrorNode, OperationNode, ProtocolModel, ScopeNode } from "./model.ts";
import { Positions } from "./positions.ts";
import { readEachVersion } from "./versions.ts";

/** One frozen model per protocol version, oldest first. */
export function buildModels(program: Program): ProtocolModel[] {
  const namespace = program.getGlobalNamespaceType().namespaces.get("Servicialo");
  if (!namespace)
    throw new SpecificationError("The specification has no namespace Servicialo. Declare it in the entry file.");
  return readEachVersion(program, namespace, (version) => deepFreeze(buildModel(program, namespace, version)));
}

/** The model of one version, whose form the namespace has. */
export function buildModel(program: Program, namespace: Namespace, version: string): ProtocolModel {
  const positions = new Positions(program);
  const schemas = new SchemaBuilder(program, positions);
  const basePath = getServers(program, namespace)?.[0]?.url ?? "";
  const types = declaredTypes(namespace);
  const enums = types.filter((type) => type.kind === "Enum");
  const operationTypes = types.filter((type): type is Operation => type.kind === "Operation");
  const operations = operationTypes
    .map((operation) => buildOperation({ program, schemas, positions, basePath }, operation))
    .sort((a, b) => compareIds(a.id, b.id));
  const definitions = types
    .filter((type) => isNamed(type) && type.name !== "Versions" && !schemas.isParameterBag(type))
    .map((type) => buildDefinition(program, schemas, positions, type as Extract<Type, { name: string }>))
    .sort((a, b) => compareIds(a.name, b.name));
  const words = buildAdapterWords(program, enums);
  return {
    version,
    title: "Servicialo",
    basePath,
    definitions,
    operations,
    machines: enums
      .map((type) => buildMachine(program, positions, type))
      .filter((machine) => machine !== undefined)
      .sort((a, b) => compareIds(a.name, b.name)),
    scopes: buildScopes(program, positions, enums, operations),
    errors: buildErrors(program, positions, enums, operations),
    evidenceKinds: buildEvidenceKinds(
      program,
      positions,
      types.filter((type) => type.kind === "Model"),
    ),
    a2a: buildA2a(program, positions, { models: types.filter((type) => type.kind === "Model"), enums }),
    requirements: buildRequirements(
      { program, positions, version, versions: versionNames(program, namespace) },
      withMembers(namespace, types),
    ),
    errata: buildErrata({ program, positions }, withMembers(namespace, types)),
    adapterCalls: buildAdapterCalls(
      { program, schemas, positions, model: { operations, definitions }, words },
      operationTypes,
    ),
    adapterWords: words,
    approvedChanges: buildApprovedChanges(program, positions),
  };
}

/** All versions, oldest first. */
function versionNames(program: Program, namespace: Namespace): string[] {
  return (getVersions(program, namespace)[1]?.getVersions() ?? []).map(({ value }) => value);
}

/** Everything declared in the protocol's namespace, the vocabulary left out. */
function declaredTypes(namespace: Namespace): Type[] {
  const types: Type[] = [
    ...namespace.models.values(),
    ...namespace.enums.values(),
    ...namespace.unions.values(),
    ...namespace.scalars.values(),
    ...namespace.operations.values(),
    ...namespace.interfaces.values(),
    ...[...namespace.interfaces.values()].flatMap((declared) => [...declared.operations.values()]),
  ];
  return types.filter((type) => !("node" in type && type.node && isTemplateDeclaration(type as never)));
}

/** The types with everything inside them that a requirement can be written on. */
function withMembers(namespace: Namespace, types: readonly Type[]): Type[] {
  const members = types.flatMap((type): Type[] => {
    if (type.kind === "Model") return [...type.properties.values()];
    if (type.kind === "Enum") return [...type.members.values()];
    return [];
  });
  return [namespace, ...types, ...members];
}

function buildDefinition(
  program: Program,
  schemas: SchemaBuilder,
  positions: Positions,
  type: Extract<Type, { name: string }>,
): DefinitionNode {
  const kinds = { Model: "object", Enum: "enum", Union: "union", Scalar: "scalar" } as const;
  const summary = getDoc(program, type) ?? "";
  return {
    name: type.name,
    kind: kinds[type.kind as keyof typeof kinds],
    summary,
    schema: schemas.contentOf(type),
    members:
      type.kind === "Enum"
        ? [...type.members.values()].map((member) => ({
            value: member.value ?? member.name,
            summary: getDoc(program, member) ?? "",
            aliases: aliasesOf(program, member),
            position: positions.of(member),
          }))
        : [],
    examples:
      type.kind === "Model" || type.kind === "Scalar"
        ? getExamples(program, type).map((example) => serializeValueAsJson(program, example.value, type))
        : [],
    position: positions.of(type),
  };
}

function buildScopes(
  program: Program,
  positions: Positions,
  enums: readonly Enum[],
  operations: readonly OperationNode[],
): ScopeNode[] {
  return enums
    .filter((type) => isScopeCatalogue(program, type))
    .flatMap((type) => [...type.members.values()])
    .map((member) => {
      const name = String(member.value ?? member.name);
      return {
        name,
        summary: getDoc(program, member) ?? "",
        operations: operations.filter((operation) => operation.scopes.includes(name)).map((operation) => operation.id),
        position: positions.of(member),
      };
    })
    .sort((a, b) => compareIds(a.name, b.name));
}

function buildErrors(
  program: Program,
  positions: Positions,
  enums: readonly Enum[],
  operations: readonly OperationNode[],
): ErrorNode[] {
  const nodes: ErrorNode[] = [];
  for (const type of enums.filter((candidate) => isErrorCatalogue(program, candidate))) {
    for (const member of type.members.values()) {
      const details = wireError(program, member);
      if (!details) continue;
      nodes.push({
        code: member.name,
        ...details,
        operations: operations
          .filter((operation) => operation.errors.includes(member.name))
          .map((operation) => operation.id),
        position: positions.of(member),
      });
    }
  }
  return nodes.sort((a, b) => a.status - b.status || compareIds(a.code, b.code));
}
