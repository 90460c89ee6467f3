import type { MachineNode, OperationNode, ProtocolModel } from "../ir/model.ts";
import { resolveSchema } from "../ir/model.ts";
import { operationPath } from "../ir/operation-path.ts";
import { routeOwner, statusesOf } from "../ir/routes.ts";
import { type GeneratedFile, jsonFile, typescriptFile, typescriptPath } from "./generated-file.ts";
import { docComment, literal, propertyKey } from "./text.ts";

/** What the protocol says of an operation, without its schemas. */
export function operationFacts(model: ProtocolModel, operation: OperationNode) {
  const attributes = operation.body ? resolveSchema(model, operation.body.attributes) : undefined;
  const [answer] = operation.answers;
  const answerTypes = [...new Set(operation.answers.flatMap(({ types }) => types))];
  return {
    id: operation.id,
    title: operation.title,
    summary: operation.summary,
    tool: operation.tool?.name ?? null,
    method: operation.method,
    path: operation.path,
    basePath: operation.basePath,
    url: operationPath(operation),
    tier: operation.tier,
    phase: operation.phase,
    level: operation.level,
    required: operation.required,
    scopes: operation.scopes,
    errors: operation.errors,
    annotations: operation.tool
      ? {
          readOnlyHint: operation.tool.readOnly,
          destructiveHint: operation.tool.destructive,
          idempotentHint: operation.tool.idempotent,
          openWorldHint: operation.tool.openWorld ?? false,
        }
      : null,
    agent: operation.agent,
    actor: operation.actor,
    answer: answer?.kind ?? "document",
    answerType: answerTypes.length === 1 ? answerTypes[0] : null,
    answerTypes,
    commandType: operation.body?.type ?? null,
    sharedWith: routeOwner(model, operation)?.id ?? null,
    bodyRequired: operation.body?.required ?? false,
    statuses: statusesOf(operation),
    pathParameters: parameterNames(operation, "path"),
    queryParameters: parameterNames(operation, "query"),
    attributes: attributes?.kind === "object" ? attributes.properties.map((property) => property.name) : [],
  };
}

function parameterNames(operation: OperationNode, place: "path" | "query"): string[] {
  return operation.parameters.filter((parameter) => parameter.in === place).map((parameter) => parameter.name);
}

/** All operations as a closed table. */
export function printOperations(model: ProtocolModel): GeneratedFile[] {
  const table = Object.fromEntries(
    model.operations.map((operation) => [operation.id, operationFacts(model, operation)]),
  );
  const body = `${constant("Every operation of the protocol.", "operations", table)}
export type OperationId = keyof typeof operations;

/** Path under which every protocol endpoint is served. */
export const basePath = ${JSON.stringify(model.basePath)};

/** Version of the protocol that these artefacts describe. */
export const protocolVersion = ${JSON.stringify(model.version)};
`;
  return [
    typescriptFile(typescriptPath(model.version, "operations"), body),
    jsonFile(`operations/${model.version}.json`, table),
  ];
}

/** All machines as data, and one closed table of targets per machine. */
export function printMachines(model: ProtocolModel): GeneratedFile[] {
  const table = Object.fromEntries(model.machines.map((machine) => [machine.name, machineFacts(machine)]));
  const targets = model.machines.map((machine) => {
    const rows = Object.fromEntries(
      machine.states.map((state) => [
        state.name,
        [...new Set(machine.moves.filter((move) => move.from === state.name).map((move) => move.to))],
      ]),
    );
    const type = `Record<types.${machine.definition}, readonly types.${machine.definition}[]>`;
    return `/** Where each state of the ${machine.name} machine may lead. */\nexport const ${machine.name}Targets: ${type} = ${literal(rows)};\n`;
  });
  const body = `import type * as types from "./types.ts";\n\n${constant("Every machine: states, moves, who may make them.", "machines", table)}\n${targets.join("\n")}`;
  return [
    typescriptFile(typescriptPath(model.version, "machines"), body),
    jsonFile(`machines/${model.version}.json`, table),
  ];
}

function machineFacts(machine: MachineNode) {
  return {
    name: machine.name,
    summary: machine.summary,
    initial: machine.initial,
    states: machine.states.map(({ position: _, ...state }) => state),
    moves: machine.moves.map(({ position: _, ...move }) => move),
  };
}

/** All scopes. */
export function printScopes(model: ProtocolModel): GeneratedFile[] {
  const table = Object.fromEntries(
    model.scopes.map(({ name, summary, operations }) => [name, { summary, operations }]),
  );
  const body = `${constant("Every scope that a mandate can grant.", "scopes", table)}\nexport type Scope = keyof typeof scopes;\n`;
  return [
    typescriptFile(typescriptPath(model.version, "scopes"), body),
    jsonFile(`scopes/${model.version}.json`, table),
  ];
}

/** All wire errors. */
export function printErrors(model: ProtocolModel): GeneratedFile[] {
  const table = Object.fromEntries(
    model.errors.map(({ code, status, title, when, retryable, edition, operations }) => [
      code,
      { status, title, when, retryable, edition, operations },
    ]),
  );
  const body = `${constant("Every error code that goes over the wire.", "errors", table)}\nexport type ErrorCode = keyof typeof errors;\n`;
  return [
    typescriptFile(typescriptPath(model.version, "errors"), body),
    jsonFile(`errors/${model.version}.json`, table),
  ];
}

/** All normative requirements. */
export function printRequirements(model: ProtocolModel): GeneratedFile[] {
  const table = Object.fromEntries(model.requirements.map(({ position: _, ...facts }) => [facts.id, facts]));
  const body = `${constant("Every normative requirement.", "requirements", table)}\nexport type RequirementId = keyof typeof requirements;\n`;
  return [
    typescriptFile(typescriptPath(model.version, "requirements"), body),
    jsonFile(`requirements/${model.version}.json`, table),
  ];
}

export function constant(doc: string, name: string, table: Record<string, unknown>): string {
  const rows = Object.entries(table).map(([key, value]) => `  ${propertyKey(key)}: ${literal(value, "  ")},\n`);
  return `${docComment(doc)}export const ${name} = {\n${rows.join("")}} as const;\n`;
}
