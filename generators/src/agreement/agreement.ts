import type { DefinitionNode, ProtocolModel } from "../ir/model.ts";
import { DocumentMaker, type Json } from "./documents.ts";
import { type Mutant, mutantsOf } from "./mutations.ts";
import type { Validators, Verdicts } from "./validators.ts";

/** Valid documents that are made for each definition, beside its examples. */
const SAMPLES = 12;
/** Samples of an object that are spoiled in every place; of anything simpler, all are. */
const SPOILED = 2;

/** What comparing the validators on one definition showed. */
export interface Comparison {
  readonly valid: number;
  readonly refused: number;
  /** Documents on which two validators differ, or all are wrong; readable. */
  readonly disagreements: readonly string[];
}

interface Document {
  readonly document: Json;
  readonly about: string;
  readonly expected: boolean | undefined;
}

/** Lets every validator judge valid and spoiled documents of a definition. The seed makes a run repeatable. */
export async function compareOn(
  model: ProtocolModel,
  definition: DefinitionNode,
  { validators, seed }: { readonly validators: Validators; readonly seed: number },
): Promise<Comparison> {
  const maker = new DocumentMaker(model);
  const samples = maker.sample(definition.schema, { count: SAMPLES, seed }).map(asJson);
  const examples = definition.examples.map(asJson);
  const valid = [...examples, ...samples];
  const spoilable =
    definition.schema.kind === "object" || definition.schema.kind === "union" ? samples.slice(0, SPOILED) : samples;
  const sources = [...examples, ...spoilable];
  const spoiled = distinct(sources.flatMap((document) => [...mutantsOf(maker, definition.schema, document)]));
  const documents: Document[] = [
    ...valid.map((document) => ({ document, about: "valid", expected: true })),
    ...spoiled.map(({ document, change, refused }) => ({
      document: asJson(document),
      about: change,
      expected: refused ? false : undefined,
    })),
  ];
  const verdicts = await validators.judge(
    definition.name,
    documents.map(({ document }) => document),
  );
  return {
    valid: valid.length,
    refused: verdicts.filter((verdict) => !verdict.jsonSchema).length,
    disagreements: documents.flatMap((document, index) => describeDisagreement(document, verdicts[index])),
  };
}

function describeDisagreement({ document, about, expected }: Document, verdicts: Verdicts | undefined): string[] {
  if (!verdicts) return [`${about}: not judged`];
  const distinct = new Set(Object.values(verdicts));
  if (distinct.size === 1 && (expected === undefined || distinct.has(expected))) return [];
  return [`${about} ${JSON.stringify(verdicts)} ${JSON.stringify(document).slice(0, 300)}`];
}

/** Each document once; an expectation wins over none. */
function distinct(mutants: readonly Mutant[]): Mutant[] {
  const known = new Map<string, Mutant>();
  for (const mutant of mutants) {
    const text = JSON.stringify(mutant.document);
    if (mutant.refused || !known.has(text)) known.set(text, mutant);
  }
  return [...known.values()];
}

/** As it comes out of a parser: no `undefined`, no negative zero. */
function asJson(document: unknown): Json {
  return JSON.parse(JSON.stringify(document)) as Json;
}
