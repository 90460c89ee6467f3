import type { Enum, Operation, Program } from "@typespec/compiler";
import { getOperationId } from "@typespec/openapi";
import { report } from "./definition.ts";
import { operationFacts, toolName } from "./operations.ts";
import { memberPlace } from "./places.ts";
import { movesOf } from "./validate-machines.ts";

/** Checks what each operation says of itself, and that no two claim one name. */
export function validateOperations(program: Program, operations: readonly Operation[]): void {
  const seen = new Set<string>();
  const tools = new Map<string, string>();
  for (const operation of operations) {
    const id = getOperationId(program, operation);
    if (!id) {
      report(program, { code: "missing-operation-id", format: { name: operation.name }, target: operation });
      continue;
    }
    if (seen.has(id)) report(program, { code: "duplicate-operation-id", format: { id }, target: operation });
    seen.add(id);
    if (!/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/.test(id)) {
      report(program, { code: "operation-id", format: { id }, target: operation });
    }
    validateFacts(program, operation, id);
    validateTool(program, { operation, id, tools });
  }
  validateFormerIds(program, operations);
}

function validateFacts(program: Program, operation: Operation, id: string): void {
  const facts = operationFacts(program, operation);
  for (const fact of ["tier", "phase", "level"] as const) {
    if (facts[fact] === undefined) {
      report(program, { code: "missing-operation-fact", format: { id, decorator: `@${fact}` }, target: operation });
    }
  }
}

interface NamedOperation {
  readonly operation: Operation;
  readonly id: string;
  /** Tool name → id of the operation that has it. */
  readonly tools: Map<string, string>;
}

function validateTool(program: Program, { operation, id, tools }: NamedOperation): void {
  const facts = operationFacts(program, operation);
  if (!facts.tool) return;
  const tool = toolName(id);
  if (!/^[a-zA-Z0-9_-]{1,64}$/.test(tool)) report(program, { code: "tool-name", format: { id }, target: operation });
  const first = tools.get(tool);
  if (first !== undefined && first !== id) {
    report(program, { code: "duplicate-tool-name", format: { first, id, tool }, target: operation });
  }
  tools.set(tool, first ?? id);
  if (facts.tier === "credential" && facts.scopes.length === 0) {
    report(program, { code: "unguarded-tool", format: { id }, target: operation });
  }
}

/** A former id stays free for ever, or old callers would reach another operation. */
function validateFormerIds(program: Program, operations: readonly Operation[]): void {
  const taken = new Set(operations.map((operation) => getOperationId(program, operation)));
  for (const operation of operations) {
    const { renamedFrom: formerId } = operationFacts(program, operation);
    if (formerId === undefined) continue;
    const id = getOperationId(program, operation) ?? operation.name;
    if (taken.has(formerId))
      report(program, { code: "renamed-operation", format: { id, formerId }, target: operation });
    taken.add(formerId);
  }
}

/** Every operation that a move names must exist. */
export function validateMoveOperations(
  program: Program,
  enums: readonly Enum[],
  operations: readonly Operation[],
): void {
  const ids = new Set(operations.map((operation) => getOperationId(program, operation)));
  for (const { details, detailsAt } of enums.flatMap((type) => movesOf(program, type))) {
    details.operations.forEach((operation, index) => {
      if (ids.has(operation)) return;
      const target = memberPlace(detailsAt, "operations", index);
      report(program, { code: "unknown-operation", format: { id: details.id, operation }, target });
    });
  }
}
