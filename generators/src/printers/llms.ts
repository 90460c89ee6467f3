import type { DefinitionNode, MachineNode, OperationNode, ProtocolModel } from "../ir/model.ts";
import { operationPath } from "../ir/operation-path.ts";
import { type GeneratedFile, NOTICE } from "./generated-file.ts";
import { coreLine } from "./machine-pictures/arrows.ts";
import { anchorOf, areaOf } from "./reference/book.ts";
import { kebabCase } from "./text.ts";

/** The protocol for a language model, in the form of llms.txt: what it is, and where each part is described. */
export function printLlms(model: ProtocolModel): GeneratedFile[] {
  const { version } = model;
  const byPhase = Object.groupBy(model.operations, ({ phase }) => phase);
  const sections = [
    list("Machine-readable description", artefacts(version)),
    ...Object.entries(byPhase).map(([phase, operations = []]) =>
      list(
        `Operations: ${phase}`,
        operations.map((operation) => operationLine(version, operation)),
      ),
    ),
    list(
      "State machines",
      model.machines.map((machine) => machineLine(version, machine)),
    ),
    list(
      "Documents",
      documentsOf(model).map((definition) => definitionLine(version, definition)),
    ),
    list("Optional", further(version)),
  ];
  const content = `# ${model.title} ${version}

<!-- ${NOTICE} -->

> An open protocol by which software finds, books, delivers, evidences, charges and verifies professional services.

Operations are called over HTTP below \`${model.basePath}\` (JSON:API envelopes, \`Authorization: Bearer\`, header
\`X-Servicialo-Version: ${version}\`) or as MCP tools of the same meaning. Refusals carry an error code of the catalogue.
Send an \`Idempotency-Key\` with every POST, so that repeating it does no harm. An agent acts under a mandate: it names
itself in \`actor\`, and what its scopes or its autonomy do not cover, it asks a human for.

${sections.join("\n\n")}
`;
  return [{ path: `llms/${version}.txt`, content }];
}

function list(title: string, lines: readonly string[]): string {
  return `## ${title}\n\n${lines.join("\n")}`;
}

function line(name: string, path: string, text: string): string {
  return `- [${name}](../${path})${text === "" ? "" : `: ${text.replaceAll(/\s+/g, " ").trim()}`}`;
}

function artefacts(version: string): string[] {
  return [
    line("OpenAPI 3.1", `openapi/${version}.yaml`, "every operation over HTTP"),
    line(
      "OpenAPI 3.1, adapter binding",
      `openapi-adapter/${version}.yaml`,
      "the same for clients that speak flat JSON",
    ),
    line("MCP tools", `mcp/${version}.json`, "every tool with its input and output schemas"),
    line("Operations", `operations/${version}.json`, "method, path, tier, scopes and errors of each operation"),
    line("State machines", `machines/${version}.json`, "states, moves and who may make them"),
    line("Errors and scopes", `errors-and-scopes/${version}.md`, "every error code and every scope"),
    line("TypeScript client", `typescript/${version}/client.ts`, "typed calls by operation id, without dependencies"),
  ];
}

function further(version: string): string[] {
  return [
    line("Requirements", `requirements/${version}.json`, "what a node must do, and how it is verified"),
    line("Errata", `errata/${version}.md`, "where the published sources disagree, and how this edition settles it"),
    line("Reference", `reference/${version}/index.html`, "the same for people"),
  ];
}

function operationLine(version: string, operation: OperationNode): string {
  const { id, method, summary, tool, position } = operation;
  const called = `${method} ${operationPath(operation)}${tool ? `, tool \`${tool.name}\`` : ""}`;
  const page = `reference/${version}/${areaOf(position)}.html#${anchorOf(`operation ${id}`)}`;
  return line(id, page, `${called}. ${summary}`);
}

function machineLine(version: string, machine: MachineNode): string {
  const others = machine.states.filter(({ kind }) => kind !== "core").map(({ name }) => name);
  const beside = others.length > 0 ? `; beside it ${others.join(", ")}` : "";
  return line(
    machine.name,
    `machines/${version}/${machine.name}.mmd`,
    `${coreLine(machine).join(" → ")}${beside}. ${machine.summary}`,
  );
}

/** What the operations take and answer, without the parts of it. */
function documentsOf(model: ProtocolModel): DefinitionNode[] {
  const named = model.operations.flatMap(({ body, answers }) =>
    [...(body ? [body] : []), ...answers].map(({ attributes }) => attributes),
  );
  const names = new Set(named.flatMap((schema) => (schema.kind === "reference" ? [schema.name] : [])));
  return model.definitions.filter(({ name }) => names.has(name));
}

function definitionLine(version: string, { name, summary }: DefinitionNode): string {
  return line(name, `json-schema/${version}/${kebabCase(name)}.schema.json`, summary);
}
