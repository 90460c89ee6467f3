import {
  declaredErrata,
  declaredRequirements,
  isErrorCatalogue,
  isScopeCatalogue,
  machineName,
  type RequirementRevision,
} from "@servicialo/spec/vocabulary";
import type { DiagnosticTarget, Program, Type } from "@typespec/compiler";
import { getOperationId } from "@typespec/openapi";
import { faultAt } from "../specification-error.ts";
import { compareIds } from "./build-machines.ts";
import type { ErratumNode, RequirementNode } from "./model.ts";
import type { Positions } from "./positions.ts";
import type { Position } from "./schema.ts";

interface Context {
  readonly program: Program;
  readonly positions: Positions;
}

interface VersionedContext extends Context {
  readonly version: string;
  /** All versions, oldest first. */
  readonly versions: readonly string[];
}

/** Collects the requirements written on any of the types. */
export function buildRequirements(context: VersionedContext, types: readonly Type[]): RequirementNode[] {
  const { program, positions } = context;
  const nodes = types.flatMap((type) =>
    declaredRequirements(program, type).map(({ alsoAppliesTo, at, revised = [], ...facts }) => {
      const position = positions.of(at as DiagnosticTarget);
      return {
        ...facts,
        ...revisionAt(context, revised, position),
        area: facts.id.split("-")[1]?.toLowerCase() ?? "",
        appliesTo: [type, ...alsoAppliesTo].map((target) => describeType(program, target)),
        position,
      };
    }),
  );
  return nodes.sort((a, b) => compareIds(a.id, b.id));
}

/** What the versions up to this one changed about a requirement. */
function revisionAt(
  { version, versions }: VersionedContext,
  revised: readonly RequirementRevision[],
  position: Position,
): Partial<Omit<RequirementRevision, "version">> {
  const unknown = revised.find((revision) => !versions.includes(revision.version));
  if (unknown) throw faultAt(position, `There is no version ${unknown.version}. Name one of ${versions.join(", ")}.`);
  const upToNow = revised.filter((revision) => versions.indexOf(revision.version) <= versions.indexOf(version));
  const { version: _, ...changes } = Object.assign({ version }, ...upToNow) as RequirementRevision;
  return changes;
}

export function buildErrata({ program, positions }: Context, types: readonly Type[]): ErratumNode[] {
  const nodes = types.flatMap((type) =>
    declaredErrata(program, type).map(({ at, ...facts }) => ({
      ...facts,
      appliesTo: describeType(program, type),
      position: positions.of(at as DiagnosticTarget),
    })),
  );
  return nodes.sort((a, b) => compareIds(a.id, b.id));
}

/** Names a type as a reader of the protocol knows it. */
export function describeType(program: Program, type: Type): string {
  switch (type.kind) {
    case "Operation":
      return `operation ${getOperationId(program, type) ?? type.name}`;
    case "Interface":
      return type.operations.size === 0 ? "protocol" : `operations ${type.name}`;
    case "ModelProperty":
      return `property ${type.model?.name ?? ""}.${type.name}`;
    case "Enum":
      return machineName(program, type) === undefined ? `object ${type.name}` : `machine ${machineName(program, type)}`;
    case "EnumMember":
      return describeMember(program, type);
    case "Namespace":
      return "protocol";
    default:
      return `object ${"name" in type ? String(type.name) : type.kind}`;
  }
}

function describeMember(program: Program, member: Extract<Type, { kind: "EnumMember" }>): string {
  const value = String(member.value ?? member.name);
  const machine = machineName(program, member.enum);
  if (machine !== undefined) return `state ${machine}.${value}`;
  if (isScopeCatalogue(program, member.enum)) return `scope ${value}`;
  if (isErrorCatalogue(program, member.enum)) return `error ${value}`;
  return `value ${member.enum.name}.${value}`;
}
