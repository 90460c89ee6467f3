import { envelopeKind, envelopesOf, operationFacts, toolName } from "@servicialo/spec/vocabulary";
import { getDoc, getSummary, type Model, type Operation, type Program, type Type } from "@typespec/compiler";
import { getHttpOperation, type HttpOperation, type HttpOperationResponseContent } from "@typespec/http";
import { getOperationId } from "@typespec/openapi";
import type { SchemaBuilder } from "./build-schema.ts";
import type { AnswerNode, BodyNode, OperationNode, ParameterNode } from "./model.ts";
import type { Positions } from "./positions.ts";
import { namedIn, type PresenceNode } from "./schema.ts";

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
  // With options, even none, it is worked out anew: an operation is not the same at every version.
  const [http] = getHttpOperation(program, operation, {});
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
    presence: buildPresence(context, http),
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

/** Rules of the models that parameters were spread from. */
function buildPresence(context: Context, http: HttpOperation): PresenceNode[] {
  const names = new Set(http.parameters.parameters.map((parameter) => parameter.param.name));
  const sources = new Set(
    http.parameters.parameters
      .map((parameter) => parameter.param.sourceProperty?.model)
      .filter((model) => model !== undefined),
  );
  return [...sources].flatMap((model) =>
    context.schemas.presenceOf(model).filter((rule) => namedIn(rule).every((name) => names.has(name))),
  );
}

function buildBody(context: Context, http: HttpOperation): BodyNode | null {
  const body = http.parameters.body;
  if (!body) return null;
  const parts = envelopeParts(context.program, body.type);
  return {
    contentTypes: body.contentTypes,
    required: body.property ? !body.property.optional : true,
    type: parts?.types[0] ?? null,
    attributes: context.schemas.schemaOf(parts?.attributes ?? body.type),
    schema: context.schemas.schemaOf(body.type),
  };
}

function buildAnswers(context: Context, http: HttpOperation, plainDocument: boolean): AnswerNode[] {
  const answers: AnswerNode[] = [];
  for (const response of http.responses) {
    if (typeof response.statusCodes !== "number") continue;
    for (const content of response.responses) {
      if (isErrorDocument(content)) continue;
      answers.push(...buildContent(context, response.statusCodes, content, plainDocument));
    }
  }
  return answers.sort((a, b) => a.status - b.status);
}

/** The catalogue of errors and `@raises` say which operation answers the error document when. */
function isErrorDocument({ body }: HttpOperationResponseContent): boolean {
  return body?.type.kind === "Model" && body.type.name === "ErrorDocument";
}

/** The bodies that one content can have: one for each envelope of a union. */
function buildContent(
  context: Context,
  status: number,
  { body }: HttpOperationResponseContent,
  plainDocument: boolean,
): AnswerNode[] {
  if (!body) return [];
  const contentType = body.contentTypes[0] ?? "application/json";
  return envelopesOf(context.program, body.type).map((type) => {
    const parts = plainDocument ? undefined : envelopeParts(context.program, type);
    const kind = parts?.kind ?? "document";
    return {
      status,
      kind: kind === "command" ? "document" : kind,
      contentType,
      types: parts?.types ?? [],
      attributes: context.schemas.schemaOf(parts?.attributes ?? type),
      schema: context.schemas.schemaOf(type),
    };
  });
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
  return { kind, types: name ? stringsOf(name) : [], attributes };
}

/** The strings that a literal or a union of literals stands for. */
function stringsOf(type: Type): string[] {
  if (type.kind === "String") return [type.value];
  return type.kind === "Union" ? [...type.variants.values()].flatMap((variant) => stringsOf(variant.type)) : [];
}

function propertyType(model: Model, name: string): Type | undefined {
  return model.properties.get(name)?.type;
}

function firstSentence(text: string): string {
  return /^.*?[.:](?=\s|$)/s.exec(text)?.[0].slice(0, -1) ?? text;
}
