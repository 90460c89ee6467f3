import { envelopeKind, operationFacts, toolName } from "@servicialo/spec/vocabulary";
import { getDoc, getSummary, type Model, type Operation, type Program, type Type } from "@typespec/compiler";
import { getHttpOperation, type HttpOperation, type HttpOperationResponseContent } from "@typespec/http";
import { getOperationId } from "@typespec/openapi";
import type { SchemaBuilder } from "./build-schema.ts";
import type { AnswerNode, BodyNode, OperationNode, ParameterNode } from "./model.ts";
import type { Positions } from "./positions.ts";

interface Context {
  readonly program: Program;
  readonly schemas: SchemaBuilder;
  readonly positions: Positions;
  readonly basePath: string;
}

/** Builds the node of one operation: its HTTP form, its vocabulary facts, its schemas. */
export function buildOperation(context: Context, operation: Operation): OperationNode {
  const { program } = context;
  const id = getOperationId(program, operation) ?? operation.name;
  const facts = operationFacts(program, operation);
  const [http] = getHttpOperation(program, operation);
  const doc = getDoc(program, operation) ?? "";
  return {
    id,
    title: facts.tool?.title ?? getSummary(program, operation) ?? firstSentence(doc),
    summary: doc,
    tool: facts.tool ? { name: toolName(id), ...facts.tool } : null,
    method: http.verb.toUpperCase(),
    path: http.path,
    basePath: facts.hostRoot ? "" : context.basePath,
    tier: facts.tier ?? "credential",
    phase: facts.phase ?? "infrastructure",
    level: facts.level ?? "EXT",
    required: facts.required,
    scopes: facts.scopes,
    errors: facts.raises,
    agent: facts.agent ? { autonomy: facts.agent.autonomy, condition: facts.agent.condition ?? null } : null,
    actor: facts.actor,
    renamedFrom: facts.renamedFrom ?? null,
    parameters: buildParameters(context, http),
    body: buildBody(context, http),
    answers: buildAnswers(context, http, facts.plainDocument),
    position: context.positions.of(operation),
  };
}

function buildParameters(context: Context, http: HttpOperation): ParameterNode[] {
  return http.parameters.parameters
    .filter((parameter) => parameter.type !== "cookie" && parameter.name.toLowerCase() !== "content-type")
    .map((parameter) => ({
      ...context.schemas.property(parameter.param),
      name: parameter.name,
      in: parameter.type as "path" | "query" | "header",
    }));
}

function buildBody(context: Context, http: HttpOperation): BodyNode | null {
  const body = http.parameters.body;
  if (!body) return null;
  const parts = envelopeParts(context.program, body.type);
  return {
    contentTypes: body.contentTypes,
    required: body.property ? !body.property.optional : true,
    type: parts?.type ?? null,
    attributes: context.schemas.schemaOf(parts?.attributes ?? body.type),
    schema: context.schemas.schemaOf(body.type),
  };
}

function buildAnswers(context: Context, http: HttpOperation, plainDocument: boolean): AnswerNode[] {
  const answers: AnswerNode[] = [];
  for (const response of http.responses) {
    if (typeof response.statusCodes !== "number" || response.statusCodes >= 400) continue;
    for (const content of response.responses) {
      const answer = buildAnswer(context, response.statusCodes, content, plainDocument);
      if (answer) answers.push(answer);
    }
  }
  return answers.sort((a, b) => a.status - b.status);
}

function buildAnswer(
  context: Context,
  status: number,
  content: HttpOperationResponseContent,
  plainDocument: boolean,
): AnswerNode | undefined {
  if (!content.body) return undefined;
  const type = content.body.type;
  const parts = plainDocument ? undefined : envelopeParts(context.program, type);
  const kind = parts?.kind ?? "document";
  return {
    status,
    kind: kind === "command" ? "document" : kind,
    contentType: content.body.contentTypes[0] ?? "application/json",
    type: parts?.type ?? null,
    attributes: context.schemas.schemaOf(parts?.attributes ?? type),
    schema: context.schemas.schemaOf(type),
  };
}

/** What an envelope wraps: the JSON:API type and the attributes, of one resource or of each in a collection. */
function envelopeParts(program: Program, type: Type) {
  if (type.kind !== "Model") return undefined;
  const kind = envelopeKind(program, type);
  const data = type.properties.get("data")?.type;
  if (!kind || data?.kind !== "Model") return undefined;
  const resource: Type = data.indexer && data.name === "Array" ? data.indexer.value : data;
  if (resource.kind !== "Model") return undefined;
  const name = propertyType(resource, "type");
  const attributes = propertyType(resource, "attributes");
  if (!attributes) return undefined;
  return { kind, type: name?.kind === "String" ? name.value : null, attributes };
}

function propertyType(model: Model, name: string): Type | undefined {
  return model.properties.get(name)?.type;
}

function firstSentence(text: string): string {
  return /^.*?[.:](?=\s|$)/s.exec(text)?.[0].slice(0, -1) ?? text;
}
