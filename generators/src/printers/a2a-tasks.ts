import { type A2aTaskNode, definitionNamed, type ProtocolModel, resolveSchema } from "../ir/model.ts";
import type { SchemaNode } from "../ir/schema.ts";
import { type GeneratedFile, jsonFile, typescriptFile, typescriptPath } from "./generated-file.ts";
import { selfContained } from "./json-schema.ts";
import { constant } from "./tables.ts";
import { docComment, literal } from "./text.ts";

/** Tiers of operations that take a credential. */
const GUARDED: ReadonlySet<string> = new Set(["credential", "principal", "administrator"]);

/**
 * The A2A endpoint: its types of task with their steps and params, the words that mean them, the states of a task, the
 * methods and the errors. Nothing for a protocol that takes no tasks.
 */
export function printA2aTasks(model: ProtocolModel): GeneratedFile[] {
  const { tasks, states, errors } = model.a2a;
  if (tasks.length === 0) return [];
  const tables = {
    tasks: Object.fromEntries(tasks.map((task) => [task.id, taskFacts(model, task)])),
    words: Object.fromEntries(tasks.flatMap(wordsFor)),
    states: Object.fromEntries(states.map(({ name, position: _, ...facts }) => [name, facts])),
    methods: membersOf(model, "A2aMethod"),
    errors: Object.fromEntries(errors.map(({ name, position: _, ...facts }) => [name, facts])),
  };
  const endpoints = Object.keys(membersOf(model, "A2aEndpoint"));
  const body = `${constant("Every type of task that the A2A endpoint takes.", "a2aTasks", tables.tasks)}
export type A2aTaskId = keyof typeof a2aTasks;

${docComment("Every word for a type of task, and the params that it settles by itself.")}export const a2aTaskWords: Readonly<
  Record<string, { readonly task: A2aTaskId; readonly params: Readonly<Record<string, string>> }>
> = ${literal(tables.words)};

${constant("States of a task, whether it has ended in them, and what sources also write.", "a2aTaskStates", tables.states)}
export type A2aTaskState = keyof typeof a2aTaskStates;

${constant("Methods of the endpoint by their names in A2A 0.3, and other names for them.", "a2aMethods", tables.methods)}
${constant("JSON-RPC errors of the endpoint, and the HTTP status that carries each.", "a2aErrors", tables.errors)}
export type A2aErrorName = keyof typeof a2aErrors;

${docComment("Paths of the endpoint, from the root of the host.")}export const a2aEndpoints = ${literal(endpoints)} as const;
`;
  return [
    typescriptFile(typescriptPath(model.version, "a2a-tasks"), body),
    jsonFile(`a2a-tasks/${model.version}.json`, { ...tables, endpoints }),
  ];
}

function taskFacts(model: ProtocolModel, task: A2aTaskNode) {
  const { id, title, summary, steps, params } = task;
  return {
    id,
    title,
    summary,
    credential: operationsOf(model, task).some(({ tier }) => GUARDED.has(tier)),
    tags: tagsOf(model, task),
    steps,
    params: propertiesOf(model, params).map((property) => ({
      name: property.name,
      type: typeName(property.schema),
      required: property.required,
      summary: property.summary,
    })),
    inputSchema: { title: params, ...selfContained(model, definitionNamed(model, params).schema) },
    example: definitionNamed(model, params).examples[0] ?? {},
  };
}

/** Words to find a type of task by: the phases of the operations that it is done with. */
export function tagsOf(model: ProtocolModel, task: A2aTaskNode): string[] {
  return [...new Set(operationsOf(model, task).map(({ phase }) => phase))];
}

function operationsOf({ operations }: ProtocolModel, { steps }: A2aTaskNode) {
  const named = new Set(steps.map(({ operation }) => operation));
  return operations.filter(({ id }) => named.has(id));
}

function propertiesOf(model: ProtocolModel, name: string) {
  const schema = resolveSchema(model, definitionNamed(model, name).schema);
  return schema.kind === "object" ? schema.properties : [];
}

/** A type in one word, for people. */
function typeName(schema: SchemaNode): string {
  return schema.kind === "reference" ? schema.name : schema.kind;
}

/** The words for a type of task: its id, its synonyms, and each of them with hyphens. */
function wordsFor({ id, synonyms }: A2aTaskNode): [string, { task: string; params: Record<string, string> }][] {
  const words = [{ word: id, means: null }, ...synonyms];
  return words.flatMap(({ word, means }) => {
    const meaning = { task: id, params: means ? { [means.param]: means.value } : {} };
    return [...new Set([word, word.replaceAll("_", "-")])].map((spelling) => [spelling, meaning] as const);
  }) as [string, { task: string; params: Record<string, string> }][];
}

function membersOf(model: ProtocolModel, name: string) {
  const { members } = definitionNamed(model, name);
  return Object.fromEntries(
    members.map(({ value, summary, aliases }) => [String(value), { summary, synonyms: aliases }]),
  );
}
