import {
  adapterWordsOf,
  type DeclaredAdapterCall,
  declaredAdapterCalls,
  pathInputs,
} from "@servicialo/spec/vocabulary";
import type { Enum, Operation, Program } from "@typespec/compiler";
import { getOperationId } from "@typespec/openapi";
import { compareIds } from "./build-machines.ts";
import type { SchemaBuilder } from "./build-schema.ts";
import { flatInput } from "./flat-input.ts";
import {
  type AdapterCallNode,
  type AdapterMemberNode,
  type OperationNode,
  type ProtocolModel,
  resolveSchema,
} from "./model.ts";
import type { Positions } from "./positions.ts";
import { statusesOf } from "./routes.ts";
import type { PropertyNode, SchemaNode } from "./schema.ts";

interface Context {
  readonly program: Program;
  readonly schemas: SchemaBuilder;
  readonly positions: Positions;
  /** The model so far: operations and definitions. */
  readonly model: Pick<ProtocolModel, "operations" | "definitions">;
  readonly words: ProtocolModel["adapterWords"];
}

/** Every call of the adapter binding, by path and method; one with a condition stands before the one without. */
export function buildAdapterCalls(context: Context, operations: readonly Operation[]): AdapterCallNode[] {
  const calls = operations.flatMap((type) => {
    const operation = operationNamed(context, getOperationId(context.program, type) ?? type.name);
    return declaredAdapterCalls(context.program, type).map((declared) => buildCall(context, operation, declared));
  });
  const key = ({ path, method, when, operation }: AdapterCallNode) => `${path} ${method} ${when ? 0 : 1} ${operation}`;
  return calls.sort((a, b) => compareIds(key(a), key(b)));
}

/** The clients' words for the members of enums: enum → word → value. */
export function buildAdapterWords(program: Program, enums: readonly Enum[]): ProtocolModel["adapterWords"] {
  const words = enums.map((type) => {
    const members = [...type.members.values()];
    const own = members.flatMap((member) =>
      adapterWordsOf(program, member).map((word) => [word, member.value ?? member.name] as const),
    );
    return [type.name, Object.fromEntries(own)] as const;
  });
  return Object.fromEntries(
    words.filter(([, own]) => Object.keys(own).length > 0).sort(([a], [b]) => compareIds(a, b)),
  );
}

function buildCall(context: Context, operation: OperationNode, declared: DeclaredAdapterCall): AdapterCallNode {
  const { path, method, by = "server", when, ignored = [], fixed = [], defaults = [], at } = declared;
  const asked = operationNamed(context, declared.asks ?? operation.id);
  return {
    operation: operation.id,
    asks: asked.id,
    by,
    method,
    path,
    when: when ? { anyOf: when.anyOf, value: when.value ?? null } : null,
    members: buildMembers(context, asked, declared),
    ignored,
    fixed,
    defaults,
    organization: declared.organization ?? null,
    composed: declared.composed ?? null,
    answer: buildAnswer(context, asked, declared),
    position: context.positions.of(at),
  };
}

/** All inputs but those of the path and the fixed ones: under the names that the call gives, else in camel case. */
function buildMembers(context: Context, operation: OperationNode, declared: DeclaredAdapterCall): AdapterMemberNode[] {
  const { members = [], ownNames = false, fixed = [], ignored = [], path } = declared;
  const elsewhere = new Set([...pathInputs(path), ...fixed.map(({ input }) => input)]);
  const properties = flatInput(context.model as ProtocolModel, operation).properties.filter(
    ({ name }) => !elsewhere.has(name),
  );
  const all = properties.flatMap((property) => {
    const own = members.filter(({ means }) => means === property.name).map(({ says }) => says);
    const usual = own.length > 0 ? own : [ownNames ? property.name : camelCase(property.name)];
    const parts = members.filter(({ means }) => means.startsWith(`${property.name}.`));
    const hasOthers = usual.length > 1 || parts.length > 0;
    return [
      ...usual.map((name) => ({
        ...memberOf(context, name, property),
        required: isDemanded(property, declared) && !hasOthers,
      })),
      ...parts.map(({ says, means }) => ({
        ...memberOf(context, says, propertyAt(context, property, means.split(".").slice(1))),
        input: means,
        required: false,
      })),
    ];
  });
  return all.filter(({ name }) => !ignored.includes(name));
}

/** A composed answer and the credential supply inputs, so that fewer are demanded of the client. */
function isDemanded(
  { name, required }: PropertyNode,
  { composed, organization, defaults = [] }: DeclaredAdapterCall,
): boolean {
  const supplied = name === "actor" || name === organization || defaults.some(({ input }) => input === name);
  return required && !supplied && composed === undefined;
}

function memberOf({ words }: Context, name: string, { name: input, schema, summary }: PropertyNode): AdapterMemberNode {
  const hasWords = schema.kind === "reference" && schema.name in words;
  return { name, input, required: false, words: hasWords ? schema.name : null, summary, schema };
}

/** A property inside another one; in any variant of a union that has it. */
function propertyAt(context: Context, property: PropertyNode, steps: readonly string[]): PropertyNode {
  const [step, ...rest] = steps;
  if (step === undefined) return property;
  const inner = objectsIn(context, property.schema)
    .flatMap(({ properties }) => properties)
    .find(({ name }) => name === step);
  return propertyAt(context, inner ?? { ...property, name: step, schema: { kind: "unknown" } }, rest);
}

function objectsIn(context: Context, schema: SchemaNode): Extract<SchemaNode, { kind: "object" }>[] {
  const resolved = resolveSchema(context.model as ProtocolModel, schema);
  if (resolved.kind === "object") return [resolved];
  return resolved.kind === "union" ? resolved.variants.flatMap((variant) => objectsIn(context, variant)) : [];
}

function buildAnswer(
  { schemas }: Context,
  asked: OperationNode,
  { answer, answerModel }: DeclaredAdapterCall,
): AdapterCallNode["answer"] {
  const [first] = asked.answers;
  const kinds = { single: "item", action: "item", collection: "list", document: "document" } as const;
  const also = answer?.also ?? [];
  return {
    kind: answerModel ? "document" : kinds[first?.kind ?? "document"],
    under: answer?.under ?? null,
    list: answer?.list ?? "data",
    also: also.map(({ says, of }) => ({ name: says, of })),
    statuses: statusesOf(asked).filter((status) => status < 400),
    schema: answerModel ? schemas.schemaOf(answerModel) : (first?.attributes ?? { kind: "unknown" }),
  };
}

function operationNamed({ model }: Context, id: string): OperationNode {
  const found = model.operations.find((operation) => operation.id === id);
  if (!found) throw new Error(`The specification has no operation ${id}.`);
  return found;
}

/** `provider_id` → `providerId`. */
function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
