import { flatInput } from "../ir/flat-input.ts";
import type { OperationNode, ProtocolModel } from "../ir/model.ts";
import { answersByStatus, anyOf, operationsOnRoute } from "../ir/routes.ts";
import type { SchemaNode } from "../ir/schema.ts";
import { kebabCase } from "../printers/text.ts";
import type { KeyPath } from "./outline.ts";
import { membersByKeyword, membersByName } from "./schema-steps.ts";
import type { Subject, SubjectKind, Subjects } from "./subjects.ts";

/**
 * Tells what a key path of an artefact stands for: the innermost part of the protocol that it is inside of, or several
 * that stand there as one, the first named last.
 */
export type PlaceRule = (path: KeyPath) => Subject | readonly Subject[] | undefined;

/** The rule of an artefact whose structure follows the model; nothing for texts and pictures. */
export function placeRuleOf(path: string, places: Places): PlaceRule | undefined {
  const [family = "", ...names] = path.split("/");
  const file = names.at(-1) ?? "";
  if (family === "openapi" || family === "openapi-adapter") return (keys) => places.inOpenApi(keys);
  if (family === "json-schema") return jsonSchemaRule(places, file);
  if (family === "mcp") return (keys) => places.inTools(keys);
  if (family === "typescript") return typescriptRule(places, file.replace(/\.ts$/, ""));
  if (!file.endsWith(".json")) return undefined;
  return tableRule(places, family);
}

function tableRule(places: Places, family: string): PlaceRule | undefined {
  switch (family) {
    case "operations":
      return ([id, field]) => places.operation(id, field);
    case "machines":
      return (keys) => places.inMachine(keys);
    case "scopes":
      return ([name]) => places.find("scope", name);
    case "errors":
      return ([code]) => places.find("error", code);
    case "requirements":
      return ([id]) => places.find("requirement", id);
    case "evidence-kinds":
      return ([id]) => places.find("evidence-kind", id);
    default:
      return undefined;
  }
}

function typescriptRule(places: Places, name: string): PlaceRule | undefined {
  switch (name) {
    case "types":
    case "typebox":
    case "zod":
      return ([object, ...members]) => places.member("object", object, members);
    case "handlers":
      return ([, id, ...members]) => places.inInput(id, members);
    case "client":
      return ([, id, ...members]) => places.inAnswer(id, members);
    case "routes":
      return ([list, index, ...keys]) => (list === "routes" ? places.inRoute(Number(index), keys) : undefined);
    case "mcp-tools":
      return (keys) => places.inTools(keys);
    case "adapter-binding":
      return ([list, index]) => (list === "adapterCalls" ? places.adapterCall(Number(index)) : undefined);
    default: {
      const rule = tableRule(places, name);
      return rule && (([, ...keys]) => rule(keys));
    }
  }
}

function jsonSchemaRule(places: Places, file: string): PlaceRule | undefined {
  const [, id = "", side] = /^(.*)\.(input|output)\.schema\.json$/.exec(file) ?? [];
  if (side !== undefined) return (keys) => places.inOperationSchema(id, side as "input" | "output", keys);
  const name = places.definitionNamed(file.slice(0, -".schema.json".length));
  return name === undefined ? undefined : (keys) => places.inDefinition(name, keys);
}

/** What stands where in artefacts whose structure follows the model of one version. */
export class Places {
  readonly #subjects: Subjects;
  readonly #model: ProtocolModel;
  readonly #schemas: ReadonlyMap<string, SchemaNode>;
  readonly #operations: ReadonlyMap<string, OperationNode>;
  readonly #tools: readonly OperationNode[];
  readonly #definitionNames: ReadonlyMap<string, string>;
  readonly #alternatives = new WeakMap<OperationNode, Map<string, Alternatives>>();

  constructor(subjects: Subjects) {
    this.#subjects = subjects;
    this.#model = subjects.model;
    const { definitions, operations } = subjects.model;
    this.#schemas = new Map(definitions.map(({ name, schema }) => [name, schema]));
    this.#definitionNames = new Map(definitions.map(({ name }) => [kebabCase(name), name]));
    this.#operations = new Map(operations.map((operation) => [operation.id, operation]));
    this.#tools = operations.filter(({ tool }) => tool);
  }

  /** Name of the definition whose file has this name, without its endings. */
  definitionNamed(fileName: string): string | undefined {
    return this.#definitionNames.get(fileName);
  }

  find(kind: SubjectKind, name: string | undefined): Subject | undefined {
    return name === undefined ? undefined : this.#subjects.find(kind, name);
  }

  operation(id: string | undefined, field?: string): Subject | undefined {
    const tool = field === "tool" ? this.#operation(id)?.tool : undefined;
    return (tool && this.find("tool", tool.name)) ?? this.find("operation", id);
  }

  /** `paths` and `components` of an OpenAPI document. */
  inOpenApi([section, first = "", second = "", ...rest]: KeyPath): Subject | readonly Subject[] | undefined {
    if (section === "components" && first === "schemas") return this.inDefinition(second, rest);
    if (section !== "paths") return undefined;
    const owner = this.#model.operations.find(({ path, method }) => path === first && method.toLowerCase() === second);
    const call = this.#model.adapterCalls.find(({ path, method }) => path === first && method.toLowerCase() === second);
    if (!owner) return this.operation(call?.operation);
    const [part, index = "", ...keys] = rest;
    const shared = operationsOnRoute(this.#model, owner);
    if (part === "parameters") return this.#parameters(shared, owner.parameters[Number(index)]?.name);
    if (part === "requestBody" && keys[1] === "schema")
      return this.#inBodies(shared, keys.slice(2)) ?? this.operation(owner.id);
    if (part === "responses" && keys[2] === "schema") return this.#inAnswers(shared, Number(index), keys.slice(3));
    return this.operation(owner.id);
  }

  /** The operation that a call of the adapter binding means. */
  adapterCall(index: number): Subject | undefined {
    return this.operation(this.#model.adapterCalls[index]?.operation);
  }

  /** A schema of a definition, in JSON Schema's words. */
  inDefinition(name: string, keys: KeyPath): Subject | undefined {
    const schema = this.#schemaOf(name);
    return schema && this.#property(name, membersByKeyword(schema, keys), this.find("object", name));
  }

  /** A schema of a definition, in TypeScript's words. */
  member(kind: SubjectKind, name: string | undefined, members: KeyPath): Subject | undefined {
    const schema = this.#schemaOf(name ?? "");
    return schema && name !== undefined
      ? this.#property(name, membersByName(schema, members), this.find(kind, name))
      : undefined;
  }

  inMachine([name = "", part, index]: KeyPath): Subject | undefined {
    const machine = this.#model.machines.find((candidate) => candidate.name === name);
    const state = part === "states" ? machine?.states[Number(index)] : undefined;
    const move = part === "moves" ? machine?.moves[Number(index)] : undefined;
    if (state) return this.find("state", `${name}.${state.name}`);
    return move ? this.find("move", move.id) : this.find("machine", name);
  }

  inTools([list, index, side, ...keys]: KeyPath): Subject | undefined {
    if (list !== "tools" || index === undefined) return undefined;
    const operation = this.#tools[Number(index)];
    if (side === "inputSchema" && keys.length > 1) return this.inOperationSchema(operation?.id ?? "", "input", keys);
    if (side === "outputSchema" && keys.length > 1) return this.inOperationSchema(operation?.id ?? "", "output", keys);
    return this.find("tool", operation?.tool?.name);
  }

  inOperationSchema(id: string, side: "input" | "output", keys: KeyPath): Subject | undefined {
    const [step, name = "", ...rest] = keys;
    if (step === "$defs") return this.inDefinition(name, rest);
    const operation = this.#operation(id);
    if (!operation) return undefined;
    if (side === "output") return this.#inAnswers([operation], undefined, keys);
    return this.#input(operation, membersByKeyword(flatInput(this.#model, operation), keys));
  }

  inInput(id: string | undefined, members: KeyPath): Subject | undefined {
    const operation = this.#operation(id);
    return operation && this.#input(operation, membersByName(flatInput(this.#model, operation), members));
  }

  inAnswer(id: string | undefined, members: KeyPath): Subject | undefined {
    const operation = this.#operation(id);
    if (!operation) return undefined;
    const schema = anyOf(operation.answers.map((answer) => answer.schema));
    return this.#property(`${operation.id}.answer`, membersByName(schema, members), this.operation(id));
  }

  inRoute(index: number, [, part, ...keys]: KeyPath): Subject | undefined {
    const operation = this.#model.operations[index];
    if (!operation) return undefined;
    if (part === "params" || part === "querystring") return this.#parameter(operation, keys[0]);
    if (part === "response") return this.inAnswer(operation.id, keys.slice(1));
    const names = part === "body" && operation.body ? membersByName(operation.body.schema, keys) : [];
    return this.#property(`${operation.id}.request`, names, this.operation(operation.id));
  }

  /** A member of the flat input is a parameter, or stands in the attributes of the body. */
  #input(operation: OperationNode, members: readonly string[]): Subject | undefined {
    const [first] = members;
    if (first === undefined) return this.operation(operation.id);
    const parameter = this.find("parameter", `${operation.id}.${first}`);
    if (parameter) return parameter;
    const attributes = operation.body?.attributes;
    const owner = attributes?.kind === "reference" ? attributes.name : `${operation.id}.request.data.attributes`;
    return this.#property(owner, members, this.operation(operation.id));
  }

  #inBodies(shared: readonly OperationNode[], keys: KeyPath): Subject | undefined {
    return this.#inOneOf(
      this.#known(shared, "request", () =>
        shared.flatMap(({ id, body }) => (body ? [{ id, owner: `${id}.request`, schema: body.schema }] : [])),
      ),
      keys,
    );
  }

  #inAnswers(shared: readonly OperationNode[], status: number | undefined, keys: KeyPath): Subject | undefined {
    const schemasOf = (operation: OperationNode) =>
      status === undefined
        ? [anyOf(operation.answers.map((answer) => answer.schema))]
        : answersByStatus(operation)
            .filter((answer) => answer.status === status)
            .map(({ schema }) => schema);
    const answers = this.#known(shared, `${shared.length} answers ${status}`, () =>
      shared.flatMap((operation) =>
        schemasOf(operation).map((schema) => ({ id: operation.id, owner: `${operation.id}.answer`, schema })),
      ),
    );
    return this.#inOneOf(answers, keys) ?? this.operation(shared[0]?.id);
  }

  /** Worked out once for the first of the operations, not for each of the lines inside. */
  #known([first]: readonly OperationNode[], part: string, find: () => readonly Alternative[]): Alternatives {
    const known = (first && this.#alternatives.get(first)) ?? new Map<string, Alternatives>();
    if (first) this.#alternatives.set(first, known);
    const alternatives = known.get(part) ?? alternativesOf(find());
    known.set(part, alternatives);
    return alternatives;
  }

  #inOneOf({ all, whole, texts }: Alternatives, keys: KeyPath): Subject | undefined {
    const [step, index, ...rest] = keys;
    const isUnion = whole.kind === "union" && step === "anyOf";
    const wanted = isUnion ? JSON.stringify(whole.variants[Number(index)]) : undefined;
    const exact = wanted === undefined ? undefined : all[texts.indexOf(wanted)];
    const chosen = exact ?? all[0];
    if (!chosen) return undefined;
    const members = membersByKeyword(chosen.schema, exact ? rest : keys);
    return this.#property(chosen.owner, members, this.operation(chosen.id));
  }

  /** Operations that share a route have its parameters in common. */
  #parameters(shared: readonly OperationNode[], name: string | undefined): Subject[] {
    const found = shared.map(({ id }) => this.find("parameter", `${id}.${name}`));
    return found.filter((subject) => subject !== undefined).reverse();
  }

  #parameter(operation: OperationNode, name: string | undefined): Subject | undefined {
    return this.find("parameter", `${operation.id}.${name}`) ?? this.operation(operation.id);
  }

  #property(owner: string, members: readonly string[], otherwise: Subject | undefined): Subject | undefined {
    return members.length === 0 ? otherwise : (this.find("property", [owner, ...members].join(".")) ?? otherwise);
  }

  #operation(id: string | undefined): OperationNode | undefined {
    return this.#operations.get(id ?? "");
  }

  #schemaOf(name: string): SchemaNode | undefined {
    return this.#schemas.get(name);
  }
}

/** One of the schemas that can stand at a place, and whose it is. */
interface Alternative {
  readonly id: string;
  readonly owner: string;
  readonly schema: SchemaNode;
}

/** Where operations share a route, each has its alternative, save that equal ones stand there once. */
interface Alternatives {
  readonly all: readonly Alternative[];
  readonly whole: SchemaNode;
  readonly texts: readonly string[];
}

function alternativesOf(all: readonly Alternative[]): Alternatives {
  const schemas = all.map(({ schema }) => schema);
  return { all, whole: anyOf(schemas), texts: schemas.map((schema) => JSON.stringify(schema)) };
}
