import type {
  DecoratorContext,
  DiagnosticTarget,
  Enum,
  EnumMember,
  Model,
  Operation,
  Program,
} from "@typespec/compiler";
import { getOperationId } from "@typespec/openapi";
import { keys, report } from "./definition.ts";
import { argumentPlace, memberPlace } from "./places.ts";
import { plainValue } from "./plain-value.ts";
import { literalValues, propertyNamed, propertyNames } from "./properties.ts";

/** A param that has a certain value. */
export interface A2aChoice {
  param: string;
  value: string;
}

export interface A2aSynonym {
  word: string;
  means?: A2aChoice;
}

export interface A2aStep {
  operation: string;
  when?: A2aChoice;
  takes?: { input: string; param: string }[];
  gives?: string;
  unlessState?: string;
}

export interface A2aTaskDetails {
  id: string;
  title: string;
  steps: A2aStep[];
  synonyms?: A2aSynonym[];
}

export interface A2aErrorDetails {
  code: number;
  /** HTTP status of the answer that carries it. */
  status: number;
}

interface DeclaredTask extends A2aTaskDetails {
  /** Where its `#{…}` is written. */
  at: DiagnosticTarget;
}

export function $a2aTask(context: DecoratorContext, target: Model, given: unknown): void {
  const { program } = context;
  const at = argumentPlace(context, 0);
  const details = plainValue<A2aTaskDetails>(given);
  const { id, steps } = details;
  if (!/^[a-z]+(_[a-z]+)*$/.test(id)) {
    report(program, { code: "a2a-task-id", format: { id }, target: memberPlace(at, "id") });
  }
  if (steps.length === 0) {
    report(program, { code: "a2a-without-steps", format: { id }, target: memberPlace(at, "steps") });
  }
  steps.forEach((step, index) => {
    checkStep(program, target, step, memberPlace(at, "steps", index));
  });
  details.synonyms?.forEach(({ means }, index) => {
    if (means) checkChoice(program, target, means, memberPlace(at, "synonyms", index, "means"));
  });
  program.stateMap(keys.a2aTasks).set(target, { ...details, at } satisfies DeclaredTask);
}

function checkStep(program: Program, params: Model, ...[step, at]: [A2aStep, DiagnosticTarget]): void {
  if (step.when) checkChoice(program, params, step.when, memberPlace(at, "when"));
  const inputs = new Set<string>();
  step.takes?.forEach(({ input, param }, index) => {
    const place = memberPlace(at, "takes", index);
    checkParam(program, params, param, memberPlace(place, "param"));
    if (inputs.has(input)) {
      const format = { operation: step.operation, input };
      report(program, { code: "a2a-step-input", format, target: memberPlace(place, "input") });
    }
    inputs.add(input);
  });
}

function checkChoice(program: Program, params: Model, ...[choice, at]: [A2aChoice, DiagnosticTarget]): void {
  const { param, value } = choice;
  if (!checkParam(program, params, param, memberPlace(at, "param"))) return;
  const declared = propertyNamed(params, param);
  const known = declared && literalValues(declared.type);
  if (!known || known.includes(value)) return;
  const format = { value, property: param, known: known.join(", ") };
  report(program, { code: "unknown-value", format, target: memberPlace(at, "value") });
}

function checkParam(program: Program, params: Model, ...[param, at]: [string, DiagnosticTarget]): boolean {
  if (propertyNamed(params, param)) return true;
  const format = { property: param, model: params.name, known: propertyNames(params).join(", ") };
  report(program, { code: "unknown-property", format, target: at });
  return false;
}

export function $a2aTaskState(context: DecoratorContext, target: EnumMember, ended: boolean): void {
  context.program.stateMap(keys.a2aTaskStates).set(target, ended);
}

export function $a2aError(context: DecoratorContext, target: EnumMember, ...[code, status]: [number, number]): void {
  const { program } = context;
  if (code < -32768 || code > -32000) {
    report(program, { code: "a2a-error-code", format: { code: String(code) }, target: argumentPlace(context, 0) });
  }
  if (status !== 200 && (status < 400 || status > 599)) {
    const format = { status: String(status) };
    report(program, { code: "a2a-error-status", format, target: argumentPlace(context, 1) });
  }
  program.stateMap(keys.a2aErrors).set(target, { code, status } satisfies A2aErrorDetails);
}

function declaredTask(program: Program, model: Model): DeclaredTask | undefined {
  return program.stateMap(keys.a2aTasks).get(model);
}

/** The type of task whose params this model describes, if any. */
export function a2aTaskOf(program: Program, model: Model): A2aTaskDetails | undefined {
  const declared = declaredTask(program, model);
  if (!declared) return undefined;
  const { at: _, ...details } = declared;
  return details;
}

/** Whether an A2A task in this state has ended; nothing for a member that is no such state. */
export function hasEnded(program: Program, member: EnumMember): boolean | undefined {
  return program.stateMap(keys.a2aTaskStates).get(member);
}

/** The JSON-RPC error that this member stands for, if any. */
export function a2aError(program: Program, member: EnumMember): A2aErrorDetails | undefined {
  return program.stateMap(keys.a2aErrors).get(member);
}

/** Checks that a word names one task only, that tasks are done with operations that exist, and that errors differ. */
export function validateA2a(
  program: Program,
  ...[models, enums, operations]: [readonly Model[], readonly Enum[], readonly Operation[]]
): void {
  const tasks = models.map((model) => declaredTask(program, model)).filter((task) => task !== undefined);
  const ids = new Set(operations.map((operation) => getOperationId(program, operation)));
  const words = new Map<string, string>();
  const claim = (word: string, id: string, target: DiagnosticTarget) => {
    const first = words.get(word);
    if (first !== undefined) report(program, { code: "duplicate-a2a-word", format: { word, first }, target });
    words.set(word, first ?? id);
  };
  for (const { id, at } of tasks) claim(id, id, memberPlace(at, "id"));
  for (const { id, steps, synonyms = [], at } of tasks) {
    synonyms.forEach(({ word }, index) => {
      claim(word, id, memberPlace(at, "synonyms", index, "word"));
    });
    steps.forEach(({ operation }, index) => {
      if (ids.has(operation)) return;
      const target = memberPlace(at, "steps", index, "operation");
      report(program, { code: "a2a-step-operation", format: { id, operation }, target });
    });
  }
  for (const type of enums) validateErrors(program, type);
}

function validateErrors(program: Program, type: Enum): void {
  const seen = new Map<string, string>();
  for (const member of type.members.values()) {
    const error = a2aError(program, member);
    if (!error) continue;
    const { code, status } = error;
    const pair = `${code}/${status}`;
    const first = seen.get(pair);
    if (first !== undefined) {
      const format = { code: String(code), status: String(status), first };
      report(program, { code: "duplicate-a2a-error", format, target: member });
    }
    seen.set(pair, first ?? member.name);
  }
}
