import type { DiagnosticTarget, Enum, Model, Operation, Program, Scalar } from "@typespec/compiler";
import { navigateProgram } from "@typespec/compiler";
import { validateA2a } from "./a2a.ts";
import { adapterWordsOf, validateAdapter } from "./adapter.ts";
import { validateCatalogues } from "./catalogues.ts";
import { keys, report } from "./definition.ts";
import { validateEvidenceKinds } from "./evidence-kinds.ts";
import { aliasesOf } from "./objects.ts";
import { memberPlace } from "./places.ts";
import { validateHttp } from "./validate-http.ts";
import { validateMachines } from "./validate-machines.ts";
import { validateMoveOperations, validateOperations } from "./validate-operations.ts";
import { validateText } from "./validate-text.ts";

/** Called by the compiler once everything is checked: what no single decorator can see. */
export function $onValidate(program: Program): void {
  const enums: Enum[] = [];
  const models: Model[] = [];
  const operations: Operation[] = [];
  const scalars: Scalar[] = [];
  navigateProgram(program, {
    enum: (type) => void enums.push(type),
    model: (type) => void models.push(type),
    operation: (type) => void (isDeclared(type) && operations.push(type)),
    scalar: (type) => void scalars.push(type),
  });
  validateCatalogues(program, enums);
  validateMachines(program, enums);
  validateOperations(program, operations);
  validateMoveOperations(program, enums, operations);
  validateHttp(program, operations);
  validateAdapter(program, operations);
  validateText(program, scalars, models);
  validateAliases(program, enums);
  validateEvidenceKinds(program, models);
  validateA2a(program, models, enums, operations);
  validateUnique(program, keys.requirements, "duplicate-requirement");
  validateUnique(program, keys.errata, "duplicate-erratum");
}

/** An operation of ours: not a template, and carrying at least one word of this vocabulary. */
function isDeclared(operation: Operation): boolean {
  return operation.decorators.some((decorator) => decorator.definition?.namespace.name === "Vocabulary");
}

function validateAliases(program: Program, enums: readonly Enum[]): void {
  for (const type of enums) {
    const seen = new Map(
      [...type.members.values()].map((member) => [String(member.value ?? member.name), member.name]),
    );
    for (const member of type.members.values()) {
      for (const word of [...aliasesOf(program, member), ...adapterWordsOf(program, member)]) {
        const first = seen.get(word);
        if (first)
          report(program, { code: "duplicate-alias", format: { word, first, enum: type.name }, target: member });
        seen.set(word, first ?? member.name);
      }
    }
  }
}

function validateUnique(program: Program, key: symbol, code: "duplicate-requirement" | "duplicate-erratum"): void {
  const seen = new Set<string>();
  for (const declared of program.stateMap(key).values() as Iterable<{ id: string; at: DiagnosticTarget }[]>) {
    for (const { id, at } of declared) {
      if (seen.has(id)) report(program, { code, format: { id }, target: memberPlace(at, "id") });
      seen.add(id);
    }
  }
}
