import { type A2aTaskNode, definitionNamed, type MachineNode, type ProtocolModel } from "../ir/model.ts";
import type { SchemaNode } from "../ir/schema.ts";
import { tagsOf } from "./a2a-tasks.ts";
import { type GeneratedFile, jsonFile, typescriptFile, typescriptPath } from "./generated-file.ts";
import { constant } from "./tables.ts";
import { docComment } from "./text.ts";

/** Name in the file → document that it is a template of. */
const TEMPLATES = {
  "agent-card": "AgentCard",
  "a2a-card": "A2aCard",
  agents: "AgentList",
  "mcp-pointer": "McpPointer",
} as const;

/** Reserved for documentation: nobody's address. */
const PLACEHOLDER_HOST = "node.example";
const PLACEHOLDER_SLUG = "your-organization";
const PLACEHOLDER_NAME = "Your organization";

type Json = { [member: string]: unknown };

/** What every card of this version says alike, for nodes to build their cards from. */
export interface CardFacts {
  /** Protocol version as cards write it. */
  readonly version: string;
  readonly lifecycleStates: Readonly<Record<"core" | "optional" | "exception", readonly string[]>>;
  readonly exceptionFlows: readonly string[];
  readonly evidenceTypes: readonly string[];
  readonly scopes: readonly string[];
  /** Types of task that the A2A endpoint takes, as skills of an A2A card. */
  readonly skills: Readonly<Record<string, Skill>>;
}

interface Skill {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** Requests that it answers: data parts as text. */
  readonly examples: readonly string[];
}

/** Card templates with placeholders, and the facts in them as a table. Nothing for a protocol without cards. */
export function printCards(model: ProtocolModel): GeneratedFile[] {
  if (!model.definitions.some(({ name }) => name === "AgentCard")) return [];
  const facts = cardFacts(model);
  const templates = Object.entries(TEMPLATES)
    .filter(([, name]) => model.definitions.some((definition) => definition.name === name))
    .map(([file, name]) => jsonFile(`cards/${model.version}/${file}.json`, template(model, facts, name)));
  return [typescriptFile(typescriptPath(model.version, "cards"), cardsModule(facts)), ...templates];
}

function cardsModule({ version, skills, lifecycleStates, ...lists }: CardFacts): string {
  return `${docComment("Protocol version as cards write it.")}export const cardVersion = ${JSON.stringify(version)};

${constant("States that a card can declare, by kind.", "lifecycleStates", lifecycleStates)}
${list("Exception flows that a card can declare.", "exceptionFlows", lists.exceptionFlows)}
${list("Types of evidence that a card can declare.", "evidenceTypes", lists.evidenceTypes)}
${list("Scopes that a card can offer.", "cardScopes", lists.scopes)}
${constant("The types of task that the A2A endpoint takes, as skills of an A2A card.", "skills", skills as Json)}`;
}

function list(doc: string, name: string, values: readonly string[]): string {
  return `${docComment(doc)}export const ${name} = ${JSON.stringify(values)} as const;\n`;
}

function cardFacts(model: ProtocolModel): CardFacts {
  const states = machineBehind(model, propertyOf(model, "AgentCardCapabilities", "lifecycle_states")).states;
  const ofKind = (kind: string) => states.filter((state) => state.kind === kind).map(({ name }) => name);
  return {
    version: `${numberOf(model)}.0`,
    lifecycleStates: { core: ofKind("core"), optional: ofKind("optional"), exception: ofKind("exception") },
    exceptionFlows: valuesBehind(model, propertyOf(model, "AgentCardCapabilities", "exception_flows")),
    evidenceTypes: valuesBehind(model, propertyOf(model, "AgentCardCapabilities", "evidence_types")),
    scopes: model.scopes.map(({ name }) => name),
    skills: Object.fromEntries(
      model.a2a.tasks.map((task) => {
        const { id, title: name, summary: description } = task;
        return [id, { id, name, description, tags: tagsOf(model, task), examples: [exampleOf(model, task)] }];
      }),
    ),
  };
}

/** The data part of a message that begins a task, as text. */
function exampleOf(model: ProtocolModel, { id, params }: A2aTaskNode): string {
  return JSON.stringify({ intent: id, params: definitionNamed(model, params).examples[0] ?? {} });
}

/** Cards know numbers only: a draft goes under the number of the version that it is to become. */
function numberOf({ version }: ProtocolModel): string {
  return /^\d+\.\d+/.exec(version)?.[0] ?? version;
}

function propertyOf(model: ProtocolModel, definition: string, name: string): SchemaNode {
  const { schema } = definitionNamed(model, definition);
  const found = schema.kind === "object" && schema.properties.find((property) => property.name === name);
  if (!found) throw new Error(`${definition} has no property ${name}, which cards are made from.`);
  return found.schema;
}

/** The enum that the items of a list are of. */
function enumBehind(schema: SchemaNode): string {
  const items = schema.kind === "array" ? schema.items : schema;
  if (items.kind !== "reference") throw new Error("A list of a card holds no values of an enum.");
  return items.name;
}

function machineBehind(model: ProtocolModel, schema: SchemaNode): MachineNode {
  const name = enumBehind(schema);
  const machine = model.machines.find(({ definition }) => definition === name);
  if (!machine) throw new Error(`${name} is no machine, though cards declare its states.`);
  return machine;
}

function valuesBehind(model: ProtocolModel, schema: SchemaNode): string[] {
  return definitionNamed(model, enumBehind(schema)).members.map(({ value }) => String(value));
}

/** The example of a document, with the facts of this version and placeholders for those of a node. */
function template(model: ProtocolModel, facts: CardFacts, name: string): Json {
  const [example] = definitionNamed(model, name).examples as Json[];
  if (!example) throw new Error(`${name} has no example to make a template from. Give it an @example.`);
  const filled = replaceStrings(example, placeholdersIn(model, example)) as Json;
  switch (name) {
    case "AgentCard":
      return agentCard(model, facts, filled);
    case "A2aCard":
      return { ...filled, ...a2aFacts(model, facts, filled) };
    case "AgentList":
      return { ...filled, version: facts.version, implementation: implementation(model, filled) };
    default:
      return filled;
  }
}

function a2aFacts(model: ProtocolModel, facts: CardFacts, card: Json): Json {
  const ours = { ...(card["x-servicialo"] as Json), protocolVersion: numberOf(model) };
  return { version: facts.version, skills: Object.values(facts.skills), "x-servicialo": ours };
}

function implementation(model: ProtocolModel, card: Json): Json {
  return { ...(card["implementation"] as Json), protocol_version: numberOf(model) };
}

function agentCard(model: ProtocolModel, facts: CardFacts, card: Json): Json {
  const { core, exception } = facts.lifecycleStates;
  return {
    ...card,
    version: facts.version,
    capabilities: {
      ...(card["capabilities"] as Json),
      lifecycle_states: [...core, ...exception],
      exception_flows: facts.exceptionFlows,
      evidence_types: facts.evidenceTypes,
    },
    endpoints: { ...(card["endpoints"] as Json), rest: `https://${PLACEHOLDER_HOST}${model.basePath}` },
    authentication: { ...(card["authentication"] as Json), scopes: facts.scopes, ...toolCounts(model) },
  };
}

function toolCounts(model: ProtocolModel) {
  const tools = model.operations.filter(({ tool }) => tool);
  const isPublic = ({ tier }: (typeof tools)[number]) => tier === "discovery" || tier === "resolver";
  return { public_tools_count: tools.filter(isPublic).length, authenticated_tools_count: tools.length };
}

/** Each text of an example that belongs to one organization, and what to write instead. */
function placeholdersIn(model: ProtocolModel, example: Json): [string, string][] {
  const [card] = definitionNamed(model, "AgentCard").examples as Json[];
  const { slug, name } = (card?.["organization"] ?? {}) as { slug?: string; name?: string };
  const hosts = [...JSON.stringify([example, card]).matchAll(/https:\/\/([^/"]+)/g)].map(([, host]) => host ?? "");
  return [
    ...[...new Set(hosts)].map((host): [string, string] => [host, PLACEHOLDER_HOST]),
    ...(slug === undefined ? [] : [[slug, PLACEHOLDER_SLUG] as [string, string]]),
    ...(name === undefined ? [] : [[name, PLACEHOLDER_NAME] as [string, string]]),
  ];
}

function replaceStrings(value: unknown, placeholders: readonly [string, string][]): unknown {
  if (typeof value === "string") {
    return placeholders.reduce((text, [from, to]) => text.replaceAll(from, to), value);
  }
  if (Array.isArray(value)) return value.map((item) => replaceStrings(item, placeholders));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceStrings(item, placeholders)]));
}
