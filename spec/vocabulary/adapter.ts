import type { DecoratorContext, DiagnosticTarget, EnumMember, Model, Operation, Program } from "@typespec/compiler";
import { getHttpOperation } from "@typespec/http";
import { getOperationId } from "@typespec/openapi";
import { keys, report } from "./definition.ts";
import { argumentPlace, memberPlace } from "./places.ts";
import { plainValue } from "./plain-value.ts";
import { inputNames } from "./validate-http.ts";

export type AdapterValue = string | number | boolean;

export interface AdapterCallDetails {
  method: "GET" | "POST" | "PUT" | "PATCH";
  path: string;
  by?: "server" | "suite";
  members?: { says: string; means: string }[];
  ownNames?: boolean;
  ignored?: string[];
  when?: { anyOf: string[]; value?: AdapterValue };
  fixed?: { input: string; value: AdapterValue }[];
  defaults?: { input: string; value: AdapterValue }[];
  organization?: string;
  asks?: string;
  composed?: string;
  answer?: { under?: string; list?: string; also?: { says: string; of: string }[] };
}

export interface DeclaredAdapterCall extends AdapterCallDetails {
  /** The whole answer, where the call has one of its own. */
  answerModel?: Model;
  /** Where its `#{…}` is written. */
  at: DiagnosticTarget;
}

export function $adapterCall(context: DecoratorContext, target: Operation, given: unknown, answerModel?: Model): void {
  const { program } = context;
  const details = plainValue<AdapterCallDetails>(given);
  const known = declaredAdapterCalls(program, target);
  const at = argumentPlace(context, 0);
  const { path, composed } = details;
  if (!/^(?:\/[^/\s]+)+$/.test(path)) {
    report(program, { code: "adapter-path", format: { path }, target: memberPlace(at, "path") });
  }
  if (composed !== undefined && !/^[a-z]+(?:-[a-z]+)*$/.test(composed)) {
    report(program, { code: "adapter-composed", format: { name: composed }, target: memberPlace(at, "composed") });
  }
  const call: DeclaredAdapterCall = { ...details, ...(answerModel && { answerModel }), at };
  program.stateMap(keys.adapterCalls).set(target, [...known, call]);
}

export function $adapterWords(context: DecoratorContext, target: EnumMember, ...words: string[]): void {
  context.program.stateMap(keys.adapterWords).set(target, words);
}

/** How the clients of the adapter binding call an operation. */
export function declaredAdapterCalls(program: Program, operation: Operation): readonly DeclaredAdapterCall[] {
  return program.stateMap(keys.adapterCalls).get(operation) ?? [];
}

/** What the clients of the adapter binding also call a member. */
export function adapterWordsOf(program: Program, member: EnumMember): readonly string[] {
  return program.stateMap(keys.adapterWords).get(member) ?? [];
}

/** The inputs that a path names in braces. */
export function pathInputs(path: string): string[] {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
}

/** Checks that calls lead to inputs and operations that exist, and that no request could mean two of them. */
export function validateAdapter(program: Program, operations: readonly Operation[]): void {
  const ids = new Set(operations.map((operation) => getOperationId(program, operation)));
  const routes = new Map<string, string>();
  for (const operation of operations) {
    const id = getOperationId(program, operation);
    if (!id) continue;
    for (const call of declaredAdapterCalls(program, operation)) {
      validateInputs(program, operation, call);
      if (call.asks !== undefined && !ids.has(call.asks)) {
        const target = memberPlace(call.at, "asks");
        report(program, { code: "adapter-asks", format: { id, operation: call.asks }, target });
      }
      if (call.asks !== undefined || call.when !== undefined) continue;
      const route = `${call.method} ${call.path}`;
      const pattern = route.replaceAll(/\{[^}]*\}/g, "{}");
      const first = routes.get(pattern);
      if (first !== undefined) {
        report(program, {
          code: "adapter-route",
          format: { route, first, id },
          target: memberPlace(call.at, "path"),
        });
      }
      routes.set(pattern, first ?? id);
    }
  }
}

function validateInputs(program: Program, operation: Operation, call: DeclaredAdapterCall): void {
  const [http] = getHttpOperation(program, operation);
  const known = inputNames(http);
  const id = getOperationId(program, operation) ?? operation.name;
  const check = (input: string, ...place: (string | number)[]) => {
    if (known.includes(input.split(".")[0] ?? "")) return;
    const target = memberPlace(call.at, ...place);
    report(program, { code: "adapter-input", format: { input, id, known: known.join(", ") }, target });
  };
  for (const input of pathInputs(call.path)) check(input, "path");
  call.members?.forEach(({ means }, index) => {
    check(means, "members", index, "means");
  });
  call.fixed?.forEach(({ input }, index) => {
    check(input, "fixed", index, "input");
  });
  call.defaults?.forEach(({ input }, index) => {
    check(input, "defaults", index, "input");
  });
  if (call.organization !== undefined) check(call.organization, "organization");
}
