import type { Enum, Model, Operation, Program, Type } from "@typespec/compiler";
import { navigateProgram } from "@typespec/compiler";
import { getOperationId } from "@typespec/openapi";
import { validateCatalogues } from "./catalogues.ts";
import { keys, report } from "./definition.ts";
import { validateEvidenceKinds } from "./evidence-kinds.ts";
import { declaredMoves, entryDetails, type MoveDetails, validateMachine } from "./machines.ts";
import { aliasesOf } from "./objects.ts";
import { operationFacts, toolName } from "./operations.ts";

/** Called by the compiler once everything is checked: what no single decorator can see. */
export function $onValidate(program: Program): void {
  const enums: Enum[] = [];
  const models: Model[] = [];
  const operations: Operation[] = [];
  navigateProgram(program, {
    enum: (type) => void enums.push(type),
    model: (type) => void models.push(type),
    operation: (type) => void (isDeclared(type) && operations.push(type)),
  });
  validateCatalogues(program, enums);
  for (const type of enums) validateMachine(program, type);
  validateOperations(program, operations);
  validateMoveOperations(program, enums, operations);
  validateActors(program, operations);
  validateAliases(program, enums);
  validateEvidenceKinds(program, models);
  validateUnique(program, keys.requirements, "duplicate-requirement");
  validateUnique(program, keys.errata, "duplicate-erratum");
}

/** An operation of ours: not a template, and carrying at least one word of this vocabulary. */
function isDeclared(operation: Operation): boolean {
  return operation.decorators.some((decorator) => decorator.definition?.namespace.name === "Vocabulary");
}

function validateOperations(program: Program, operations: readonly Operation[]): void {
  const seen = new Set<string>();
  for (const operation of operations) {
    const id = getOperationId(program, operation);
    if (!id) {
      report(program, { code: "missing-operation-id", format: { name: operation.name }, target: operation });
      continue;
    }
    if (seen.has(id)) report(program, { code: "duplicate-operation-id", format: { id }, target: operation });
    seen.add(id);
    const facts = operationFacts(program, operation);
    for (const fact of ["tier", "phase", "level"] as const) {
      if (facts[fact] === undefined) {
        report(program, { code: "missing-operation-fact", format: { id, decorator: `@${fact}` }, target: operation });
      }
    }
    if (facts.tool && !/^[a-zA-Z0-9_-]{1,64}$/.test(toolName(id))) {
      report(program, { code: "tool-name", format: { id }, target: operation });
    }
    if (facts.tool && facts.tier === "credential" && facts.scopes.length === 0) {
      report(program, { code: "unguarded-tool", format: { id }, target: operation });
    }
  }
}

function validateMoveOperations(program: Program, enums: readonly Enum[], operations: readonly Operation[]): void {
  const ids = new Set(operations.map((operation) => getOperationId(program, operation)));
  if (ids.size === 0) return;
  const check = (details: MoveDetails | undefined, target: Type) => {
    for (const operation of details?.operations ?? []) {
      if (!ids.has(operation)) {
        report(program, { code: "unknown-operation", format: { id: details?.id ?? "", operation }, target });
      }
    }
  };
  for (const member of enums.flatMap((type) => [...type.members.values()])) {
    check(entryDetails(program, member), member);
    for (const move of declaredMoves(program, member)) check(move.details, move.at as Type);
  }
}

/** An operation says `@actor` exactly when its input has the attribute. */
function validateActors(program: Program, operations: readonly Operation[]): void {
  for (const operation of operations) {
    const id = getOperationId(program, operation);
    if (!id) continue;
    const declared = operationFacts(program, operation).actor !== "none";
    const present = takesActor(operation);
    if (declared && !present) report(program, { code: "missing-actor", format: { id }, target: operation });
    if (present && !declared) report(program, { code: "undeclared-actor", format: { id }, target: operation });
  }
}

function takesActor(operation: Operation): boolean {
  const inputs = operation.parameters.properties;
  const attributes = propertyOf(propertyOf(inputs.get("body")?.type, "data"), "attributes");
  return inputs.has("actor") || propertyOf(attributes, "actor") !== undefined;
}

function propertyOf(type: Type | undefined, name: string): Type | undefined {
  if (type?.kind !== "Model") return undefined;
  return type.properties.get(name)?.type ?? propertyOf(type.baseModel, name);
}

function validateAliases(program: Program, enums: readonly Enum[]): void {
  for (const type of enums) {
    const seen = new Map([...type.members.values()].map((member) => [String(member.value ?? member.name), member.name]));
    for (const member of type.members.values()) {
      for (const word of aliasesOf(program, member)) {
        const first = seen.get(word);
        if (first) report(program, { code: "duplicate-alias", format: { word, first, enum: type.name }, target: member });
        seen.set(word, first ?? member.name);
      }
    }
  }
}

function validateUnique(program: Program, key: symbol, code: "duplicate-requirement" | "duplicate-erratum"): void {
  const seen = new Set<string>();
  for (const declared of program.stateMap(key).values() as Iterable<{ id: string; at: Type }[]>) {
    for (const { id, at } of declared) {
      if (seen.has(id)) report(program, { code, format: { id }, target: at });
      seen.add(id);
    }
  }
}
