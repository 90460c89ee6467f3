import { fromJsonSchema, type McpServer } from "@modelcontextprotocol/server";
import { type Skill, skills } from "./skills.ts";
import type { DoorTool } from "./tools.ts";

/** What a prompt takes; compiled once, since a server is made for every request. */
const parametersOf = new Map(skills.map((skill) => [skill.name, fromJsonSchema<Given>(parameterSchema(skill))]));

type Given = Readonly<Record<string, string>>;

/** Offers the skills whose tools this caller has. */
export function addPrompts(server: McpServer, tools: readonly DoorTool[]): void {
  const names = new Set<string>(tools.map((tool) => tool.name));
  for (const skill of skills) {
    if (skill.tools.every((name) => names.has(name))) addPrompt(server, skill);
  }
}

function addPrompt(server: McpServer, skill: Skill): void {
  const { name, title, description, tools } = skill;
  const argsSchema = parametersOf.get(name);
  if (!argsSchema) throw new Error(`The skill ${name} has no parameters.`);
  server.registerPrompt(
    name,
    { title, description, argsSchema, _meta: { "servicialo/tools": [...tools] } },
    (given) => ({
      description,
      messages: [{ role: "user", content: { type: "text", text: withFacts(skill, given) } }],
    }),
  );
}

function parameterSchema({ parameters }: Skill) {
  const required = Object.keys(parameters).filter((key) => parameters[key]?.required);
  const properties = Object.entries(parameters).map(
    ([key, { description }]) => [key, { type: "string", description }] as const,
  );
  return {
    type: "object" as const,
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
  };
}

function withFacts({ text, parameters }: Skill, given: Given): string {
  const facts = Object.keys(parameters)
    .filter((key) => given[key] !== undefined && given[key] !== "")
    .map((key) => `- ${key}: ${given[key]}`);
  return facts.length > 0 ? `${text}\n\nWhat is known already:\n${facts.join("\n")}` : text;
}
