import { isArrayModelType, type Model, type Operation, type Program, type Type } from "@typespec/compiler";
import { getHttpOperation, type HttpOperation } from "@typespec/http";
import { getOperationId } from "@typespec/openapi";
import { report } from "./definition.ts";
import { envelopeKind } from "./objects.ts";
import { operationFacts } from "./operations.ts";

interface OperationOverHttp {
  readonly operation: Operation;
  readonly id: string;
  readonly http: HttpOperation;
}

/** Checks operations as they go over HTTP: answers, envelopes, flat input, actor, shared routes. */
export function validateHttp(program: Program, operations: readonly Operation[]): void {
  const routes = new Map<string, OperationOverHttp>();
  for (const operation of operations) {
    const id = getOperationId(program, operation);
    if (!id) continue;
    const [http] = getHttpOperation(program, operation);
    const found = { operation, id, http };
    validateAnswers(program, found);
    validateInput(program, found);
    validateActor(program, found);
    const route = `${operationFacts(program, operation).hostRoot} ${http.verb} ${http.path}`;
    const first = routes.get(route);
    if (first) validateSharedRoute(program, first, found);
    routes.set(route, first ?? found);
  }
}

function validateAnswers(program: Program, { operation, id, http }: OperationOverHttp): void {
  const { plainDocument } = operationFacts(program, operation);
  const bodies = http.responses.flatMap((response) =>
    typeof response.statusCodes === "number" && response.statusCodes < 400
      ? response.responses
          .flatMap(({ body }) => (body ? envelopesOf(program, body.type) : [undefined]))
          .map((type) => ({ status: String(response.statusCodes), type }))
      : [],
  );
  if (bodies.length === 0) report(program, { code: "missing-answer", format: { id }, target: operation });
  const kinds = new Set<string>();
  for (const { status, type } of bodies) {
    if (!type) continue;
    const kind = type.kind === "Model" ? envelopeKind(program, type) : undefined;
    if (!kind && !plainDocument)
      report(program, { code: "missing-envelope", format: { id, status }, target: operation });
    if (kind && plainDocument)
      report(program, { code: "needless-plain-document", format: { id, status }, target: operation });
    if (kind) kinds.add(kind === "action" ? "single" : kind);
  }
  const [first, second] = kinds;
  if (first && second) report(program, { code: "mixed-answers", format: { id, first, second }, target: operation });
}

/** The types that an answer's body can have: each of a union of envelopes, else the body's own type. */
export function envelopesOf(program: Program, type: Type): Type[] {
  if (type.kind !== "Union") return [type];
  const variants = [...type.variants.values()].map((variant) => variant.type);
  return variants.every((variant) => variant.kind === "Model" && envelopeKind(program, variant)) ? variants : [type];
}

/** Handlers and tools take one flat object, so no name may stand in two places. */
function validateInput(program: Program, { operation, id, http }: OperationOverHttp): void {
  const places = new Map<string, string>();
  const take = (property: string, place: string) => {
    const first = places.get(property);
    if (first && first !== place) {
      report(program, { code: "ambiguous-input", format: { id, property, first, second: place }, target: operation });
    }
    places.set(property, first ?? place);
  };
  for (const parameter of http.parameters.parameters) {
    if (parameter.type === "path" || parameter.type === "query") take(parameter.name, parameter.type);
  }
  for (const name of propertyNames(commandAttributes(http))) take(name, "body");
}

/** Everything an operation takes, by name: path and query parameters and the attributes of its body. */
export function inputNames(http: HttpOperation): string[] {
  const parameters = http.parameters.parameters.filter(({ type }) => type === "path" || type === "query");
  return [...parameters.map(({ name }) => name), ...propertyNames(commandAttributes(http))];
}

/** An operation says `@actor` exactly when its input has the attribute. */
function validateActor(program: Program, { operation, id, http }: OperationOverHttp): void {
  const declared = operationFacts(program, operation).actor !== "none";
  const present =
    operation.parameters.properties.has("actor") || propertyNames(commandAttributes(http)).includes("actor");
  if (declared && !present) report(program, { code: "missing-actor", format: { id }, target: operation });
  if (present && !declared) report(program, { code: "undeclared-actor", format: { id }, target: operation });
}

/** Two operations on one route are told apart by their bodies; the door judges everything before that once. */
function validateSharedRoute(program: Program, first: OperationOverHttp, second: OperationOverHttp): void {
  const differences = [
    operationFacts(program, first.operation).tier !== operationFacts(program, second.operation).tier && "tier",
    !(first.http.parameters.body && second.http.parameters.body) && "having a body",
    parameterList(first.http) !== parameterList(second.http) && "parameters",
  ].filter((difference) => difference !== false);
  if (differences.length === 0) return;
  const format = { id: second.id, first: first.id, what: differences.join(" and ") };
  report(program, { code: "shared-route", format, target: second.operation });
}

function parameterList(http: HttpOperation): string {
  const names = http.parameters.parameters
    .filter(({ type }) => type !== "header")
    .map(({ type, name }) => `${type} ${name}`);
  return names.sort().join();
}

/** The attributes of a command, or the whole body where there is no envelope. */
function commandAttributes(http: HttpOperation): Type | undefined {
  const body = http.parameters.body?.type;
  const data = propertyType(body, "data");
  return data?.kind === "Model" && !isArrayModelType(data) ? propertyType(data, "attributes") : body;
}

function propertyType(type: Type | undefined, name: string): Type | undefined {
  if (type?.kind !== "Model") return undefined;
  return type.properties.get(name)?.type ?? propertyType(type.baseModel, name);
}

function propertyNames(type: Type | undefined): string[] {
  if (type?.kind !== "Model" || isArrayModelType(type)) return [];
  const inherited = (model: Model): string[] => [
    ...(model.baseModel ? inherited(model.baseModel) : []),
    ...model.properties.keys(),
  ];
  return inherited(type);
}
