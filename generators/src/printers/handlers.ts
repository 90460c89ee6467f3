import { flatInput } from "../ir/flat-input.ts";
import type { OperationNode, ProtocolModel } from "../ir/model.ts";
import { type GeneratedFile, typescriptFile, typescriptPath } from "./generated-file.ts";
import { docComment } from "./text.ts";
import { objectType, typeOf } from "./types.ts";

const RESULTS = `/** Answer of an operation on one resource. The door adds the envelope. */
export interface SingleResult<Attributes> {
  id: string;
  attributes: Attributes;
  /** JSON:API type, where the operation can answer resources of more than one. */
  type?: string;
  /** HTTP status, where the operation has more than one. */
  status?: number;
  meta?: Record<string, unknown>;
}

/** One page of a collection. The door adds \`page\`, \`per_page\` and the links. */
export interface CollectionResult<Attributes> {
  items: { id: string; attributes: Attributes }[];
  /** How many there are on all pages. */
  total: number;
  meta?: Record<string, unknown>;
}

/** A plain document without envelope. */
export interface DocumentResult<Document> {
  document: Document;
  /** HTTP status, where the operation has more than one. */
  status?: number;
}`;

/** Types of what every operation takes and gives, and of a handler for each. */
export function printHandlers(model: ProtocolModel): GeneratedFile[] {
  const inputs = model.operations.map(
    (operation) => `${docComment(operation.summary, "  ")}  "${operation.id}": ${inputType(model, operation)};\n`,
  );
  const results = model.operations.map((operation) => `  "${operation.id}": ${resultType(operation)};\n`);
  const body = `import type * as types from "./types.ts";

${RESULTS}

/** Input of every operation: path and query parameters and attributes in one flat object. */
export interface OperationInputs {
${inputs.join("")}}

/** What every operation answers. */
export interface OperationResults {
${results.join("")}}

/** A handler for one operation; \`Context\` is the node's own. */
export type OperationHandler<Id extends keyof OperationInputs, Context> = (
  context: Context,
  input: OperationInputs[Id],
) => Promise<OperationResults[Id]>;

/** One handler for every operation: a missing or wrong one does not compile. */
export type OperationHandlers<Context> = { [Id in keyof OperationInputs]: OperationHandler<Id, Context> };
`;
  return [typescriptFile(typescriptPath(model.version, "handlers"), body)];
}

function inputType(model: ProtocolModel, operation: OperationNode): string {
  const input = flatInput(model, operation);
  const optionalActor = {
    ...input,
    properties: input.properties.map((property) => ({
      ...property,
      summary: "",
      required: property.required && property.name !== "actor",
    })),
  };
  return objectType(optionalActor, "  ", "types.");
}

function resultType(operation: OperationNode): string {
  const [answer] = operation.answers;
  if (!answer) return "DocumentResult<null>";
  const attributes = distinctTypes(operation);
  if (answer.kind === "collection") return `CollectionResult<${attributes}>`;
  if (answer.kind === "document") return `DocumentResult<${attributes}>`;
  return typedResults(operation) ?? `SingleResult<${attributes}>`;
}

/** Where the answer can be of several types, a result says which it is. */
function typedResults(operation: OperationNode): string | undefined {
  if (new Set(operation.answers.flatMap((answer) => answer.types)).size < 2) return undefined;
  const results = operation.answers.map((answer) => {
    const types = answer.types.map((type) => JSON.stringify(type)).join(" | ");
    return `(SingleResult<${typeOf(answer.attributes, "  ", "types.")}> & { type: ${types} })`;
  });
  return [...new Set(results)].join(" | ");
}

function distinctTypes(operation: OperationNode): string {
  return [...new Set(operation.answers.map((answer) => typeOf(answer.attributes, "  ", "types.")))].join(" | ");
}
