import { flatInput } from "../ir/flat-input.ts";
import type { OperationNode, ProtocolModel } from "../ir/model.ts";
import { anyOf } from "../ir/routes.ts";
import type { SchemaNode } from "../ir/schema.ts";
import { type Comparison, type Document, documentsOf, judged } from "./agreement.ts";
import type { Json } from "./documents.ts";
import { DocumentMaker } from "./documents.ts";
import type { OperationValidators } from "./operation-validators.ts";

const INPUTS = { samples: 8, spoiled: 2, most: Number.POSITIVE_INFINITY } as const;
/** The objects in an answer are compared for themselves; what counts here is how they are put together. */
const OUTPUTS = { samples: 3, spoiled: 1, most: 150 } as const;

/** Lets every validator judge valid and spoiled inputs of an operation. */
export async function compareOnInput(
  model: ProtocolModel,
  operation: OperationNode,
  { validators, seed }: { readonly validators: OperationValidators; readonly seed: number },
): Promise<Comparison> {
  const schema: SchemaNode = { ...flatInput(model, operation), closed: true };
  const documents = documentsOf(new DocumentMaker(model), { schema, examples: [] }, { ...INPUTS, seed });
  return judged(
    documents,
    await validators.judgeInputs(
      operation,
      documents.map(({ document }) => document),
    ),
  );
}

/** Lets every validator judge valid and spoiled answers of an operation. */
export function compareOnOutput(
  model: ProtocolModel,
  operation: OperationNode,
  { validators, seed }: { readonly validators: OperationValidators; readonly seed: number },
): Comparison {
  const schema = anyOf(operation.answers.map((answer) => answer.schema));
  const documents = documentsOf(new DocumentMaker(model), { schema, examples: [] }, { ...OUTPUTS, seed });
  const told = documents.filter(isObject);
  return judged(
    told,
    validators.judgeOutputs(
      operation,
      told.map(({ document }) => document),
    ),
  );
}

/** The structured content of a tool is an object before any schema is asked. */
function isObject({ document }: Document): boolean {
  return typeof document === "object" && document !== null && !Array.isArray(document as Json);
}
